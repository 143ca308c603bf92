import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  canonical,
  check,
  model,
  mutant,
  mutants,
  properties,
  readTrace,
  run,
  scheduleOf,
  violationsOf,
  writeTrace,
} from '../index.js';

const read = (folder: string, name: string): string => readFileSync(`traces/${folder}/${name}`, 'utf8');
const namesIn = (folder: string): string[] => readdirSync(`traces/${folder}`).filter((name) => name.endsWith('.jsonl'));

describe('traces/golden: the model behaves to the byte as recorded', () => {
  test.each(namesIn('golden'))('%s', async (name) => {
    const recorded = read('golden', name);
    const seed = name.replace('.jsonl', '');
    expect(writeTrace(await run(scheduleOf(seed, { profile: 'all' }), model()))).toBe(recorded);
    // and from the trace alone, whatever the seed means by then
    expect(writeTrace(await run(readTrace(recorded).history.schedule, model()))).toBe(recorded);
  });

  test('hold every property', () => {
    const verdicts = namesIn('golden').flatMap((name) => check(readTrace(read('golden', name)).history, properties));
    expect(violationsOf(verdicts)).toEqual([]);
    expect(verdicts.length).toBe(namesIn('golden').length * properties.length);
  });
});

describe('traces/found: every failure is still one, and only with its bug', () => {
  test('there is one for every mutant', () => {
    expect(namesIn('found').map((name) => name.replace('.jsonl', ''))).toEqual(mutants.map(({ id }) => id));
  });

  test.each(namesIn('found'))('%s', async (name) => {
    const { history, violations } = readTrace(read('found', name));
    const [said] = violations;
    expect(violationsOf(check(history, properties))).toContainEqual(said);
    const planted = mutant(history.mutant!)!;
    const again = await run(history.schedule, model(planted), { mutant: planted.id });
    expect(canonical(again.ops)).toBe(canonical(history.ops));
    expect(violationsOf(check(await run(history.schedule, model()), properties))).toEqual([]);
  });
});
