// Writes docs/findings and traces/recorded from the reports of `redrive conform --targets`: tsx scripts/findings.ts REPORT...
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeTrace } from '../index.js';
import { type Found, foundIn } from './findings/finding.js';
import { readNotes } from './findings/note.js';
import { page } from './findings/page.js';
import { readme } from './findings/readme.js';
import type { Result } from './zoo/result.js';

const pages = 'docs/findings';

/** Known bugs have traces of their own, which `npm run zoo` writes. */
const isOfReport = (file: string): boolean => file.endsWith('.jsonl') && !file.startsWith('zoo-');

function write(found: Found): void {
  const { column, findings, dropped } = found;
  const folder = join('traces/recorded', column.name);
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder).filter(isOfReport)) rmSync(join(folder, file));
  for (const { file, history, violation } of findings)
    writeFileSync(join(folder, file), writeTrace(history, [violation]));
  writeFileSync(join(pages, `${column.name}.md`), page(found));
  console.log(`${column.name}: ${findings.length} findings, ${dropped.length} left out`);
  for (const { violation } of findings.filter(({ note }) => note === undefined))
    console.log(`  no note: ${violation.property}: ${violation.says}`);
}

const zoo = (): Result[] => {
  const path = join(pages, 'zoo.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Result[]) : [];
};

const notes = readNotes();
// our own server is judged too, but it is not foreign
const all = process.argv
  .slice(2)
  .flatMap((report) => foundIn(report, notes).filter(({ column }) => column.name !== 'redrive'));
for (const found of all.filter(({ column }) => column.unjudged === undefined)) write(found);
writeFileSync(join(pages, 'README.md'), readme(all, zoo()));
