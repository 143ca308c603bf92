import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rulesIn, rulesOf, ruleText } from '../bin/contract.js';
import { properties } from '../properties/index.js';

test('the rules of a text: items over several lines, two on one line, rows of tables', () => {
  const rules = rulesOf(`
- **V1** [must] A receive hides
  what it returns. [API]
- **A31** [must] One purge. **A32** [must] One create. [VAL]

| Id | What | Value |
|---|---|---|
| Q1 [limit] | size | 1 MiB |
| E2 | Missing | | a \\| b |

## Notes on this reading

- **N99** [must] is a note.
`);
  expect([...rules]).toEqual([
    ['sqs:V1', '[must] A receive hides what it returns. [API]'],
    ['sqs:A31', '[must] One purge.'],
    ['sqs:A32', '[must] One create. [VAL]'],
    ['sqs:Q1', '[limit] size · 1 MiB'],
    ['sqs:E2', 'Missing · a | b'],
  ]);
});

test('rules that a text cites, each once', () => {
  expect(rulesIn('sqs:V3 and sqs:I6b, then sqs:V3; not mysqs:X1')).toEqual(['sqs:V3', 'sqs:I6b']);
});

test('every rule that a property rests on has its words', () => {
  const silent = properties.flatMap(({ source }) => source).filter((rule) => ruleText(rule) === undefined);
  expect(silent).toEqual([]);
});

test('every rule is cited by a test, but for those that docs/contract/untested.md names', () => {
  const tests = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const cited = new Set(tests.flatMap((name) => rulesIn(readFileSync(`test/${name}`, 'utf8'))));
  const rules = rulesOf(readFileSync('docs/contract/sqs.md', 'utf8'));
  // unknowns and old errors are no rules
  const uncited = [...rules.keys()].filter((rule) => !cited.has(rule) && !/^sqs:(U|OLD)\d/.test(rule));
  const excused = [...readFileSync('docs/contract/untested.md', 'utf8').matchAll(/^\| (\w+) \[/gm)];
  expect(uncited).toEqual(excused.map(([, id]) => `sqs:${id}`));
});
