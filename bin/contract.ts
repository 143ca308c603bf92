import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readText } from './files.js';

/** A rule of the contract by its id, as in `sqs:V3`. */
const citation = /\bsqs:([A-Z]+\d+[a-z]?)/g;

/** The ids of the rules that a text cites, `sqs:V3`, each once. */
export const rulesIn = (text: string): string[] => [...new Set([...text.matchAll(citation)].map(([id]) => id))];

let known: ReadonlyMap<string, string> | undefined;

/** What the contract says under this id: kind, sentence and sources; undefined for a rule that it does not have. */
export function ruleText(id: string): string | undefined {
  known ??= rulesOf(readText(join(dirname(resolvePackage()), 'docs/contract/sqs.md')));
  return known.get(id);
}

const resolvePackage = (): string => createRequire(import.meta.url).resolve('redrive/package.json');

/** All rules of the contract's text: those of paragraphs, with the lines that go on from them, and rows of tables. */
export function rulesOf(contract: string): ReadonlyMap<string, string> {
  const [rules] = contract.split('\n## Notes on this reading');
  const items = rules!
    .replace(/\n {2,}(?=\S)/g, ' ')
    .matchAll(/\*\*([A-Z]+\d+[a-z]?)\*\* (\[.*?)(?= \*\*[A-Z]+\d+[a-z]?\*\* \[|$)/gm);
  const rows = rules!.matchAll(/^\| ([A-Z]+\d+[a-z]?)(?: (\[\w+\]))? \| (.*) \|$/gm);
  return new Map([
    ...[...items].map(([, id, text]): [string, string] => [`sqs:${id}`, text!]),
    ...[...rows].map(([, id, kind = '', cells]): [string, string] => [`sqs:${id}`, sentenceOf(kind, cells!)]),
  ]);
}

function sentenceOf(kind: string, cells: string): string {
  const words = cells.split(/\s*(?<!\\)\|\s*/).filter(Boolean);
  return [kind, words.join(' · ').replaceAll('\\|', '|')].filter(Boolean).join(' ');
}
