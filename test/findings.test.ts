import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check, properties, readTrace, violationsOf } from '../index.js';
import { cases } from '../scripts/zoo/cases.js';
import type { Result } from '../scripts/zoo/result.js';

const recorded = 'traces/recorded';
const pages = 'docs/findings';

const traces = readdirSync(recorded).flatMap((name) =>
  readdirSync(join(recorded, name)).map((file) => [name, file] as const),
);
const read = (path: string): string => readFileSync(path, 'utf8');

describe('traces/recorded: what others really answered', () => {
  test.each(traces)('%s/%s is judged broken today, by the property that it names', (name, file) => {
    const { history, violations } = readTrace(read(join(recorded, name, file)));
    const said = violations.map(({ property }) => property);
    const today = violationsOf(check(history, properties)).map(({ property }) => property);
    expect(said).toHaveLength(1);
    expect(today).toEqual(expect.arrayContaining(said));
  });

  test.each(traces)('%s/%s has its place on a page', (name, file) => {
    const page = file.startsWith('zoo-') ? 'README.md' : `${name}.md`;
    expect(read(join(pages, page))).toContain(`(../../${recorded}/${name}/${file})`);
  });
});

describe('docs/findings', () => {
  const text = readdirSync(pages)
    .filter((file) => file.endsWith('.md'))
    .map((file) => read(join(pages, file)))
    .join('\n');

  test('names only traces that are there', () => {
    const named = [...text.matchAll(/traces\/recorded\/[\w.-]+\/[\w.-]+\.jsonl/g)].map(([path]) => path);
    expect(named.length).toBeGreaterThanOrEqual(traces.length);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });

  test('says of every known bug what became of it', () => {
    const results = JSON.parse(read(join(pages, 'zoo.json'))) as Result[];
    const known = JSON.parse(read('scripts/zoo/known.json')) as Pick<Result, 'id' | 'target'>[];
    const rows = ({ id, target }: Pick<Result, 'id' | 'target'>): string => `${id} ${target}`;
    expect(results.map(rows)).toEqual(known.map(rows));
    expect(results.filter(({ verdict, why }) => verdict === 'not run' && !why)).toEqual([]);
  });

  test('every schedule of a known bug is of one that is in the list', () => {
    const known = JSON.parse(read('scripts/zoo/known.json')) as Pick<Result, 'id' | 'target'>[];
    const unknown = cases.filter(({ id, targets }) =>
      targets.some((target) => !known.some((row) => row.id === id && row.target === target)),
    );
    expect(unknown).toEqual([]);
  });
});
