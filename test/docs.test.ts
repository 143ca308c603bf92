import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pages } from '../scripts/pages.js';

const read = (path: string): string => readFileSync(path, 'utf8');
const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));

const prose = ['CONTRIBUTING.md', 'CHANGELOG.md', ...filesIn('docs', '.md')];
const sources = ['src', 'models', 'properties', 'bin'].flatMap((folder) => filesIn(folder, '.ts'));

describe('pages written from the code', () => {
  test.each([...pages()])('%s is up to date (npm run docs)', (path, text) => {
    expect(read(path)).toBe(text);
  });
});

describe('rules of the contract', () => {
  const [rules] = read('docs/contract/sqs.md').split('## Notes on this reading');
  const ids = [...rules!.matchAll(/\*\*([A-Z]+\d+[a-z]?)\*\*|^\| ([A-Z]+\d+[a-z]?) [|[]/gm)].map(([, a, b]) => a ?? b!);

  test('have an id of their own', () => {
    expect(ids.filter((id, k) => ids.indexOf(id) !== k)).toEqual([]);
    expect(ids).toEqual(expect.arrayContaining(['D1', 'RH3', 'E1', 'Q1', 'I6b', 'I40', 'U34']));
  });

  test('that are cited are there', () => {
    const cited = [...sources, ...prose].flatMap((path) =>
      [...read(path).matchAll(/\bsqs:([A-Z]+\d+[a-z]?)/g)].map(([, id]) => ({ path, id: id! })),
    );
    expect(cited.length).toBeGreaterThan(500);
    expect(cited.filter(({ id }) => !ids.includes(id))).toEqual([]);
  });
});

describe('links and paths lead to files that exist', () => {
  test.each(prose)('%s', (path) => {
    const targets = [...read(path).matchAll(/\]\(([^)#\s]+)/g)].map(([, target]) => target!);
    const local = targets.filter((target) => !/^[a-z]+:/.test(target)).map((target) => join(dirname(path), target));
    const named = [...read(path).matchAll(/`((?:src|models|properties|bin|test|scripts)\/[\w./-]*)`/g)].map(
      ([, name]) => name!,
    );
    expect([...local, ...named].filter((target) => !existsSync(target))).toEqual([]);
  });
});
