import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooserOf, drawsOf } from '../src/chance/keyed.js';
import { seedOf } from '../src/chance/seed.js';
import { type Choices, type Liberty, liberties, type Schedule } from '../src/core/schedule.js';

const all = Object.keys(liberties) as Liberty[];

function schedule(seed: string, more: Partial<Schedule> = {}): Schedule {
  return { seed, level: 'documented', setup: { queues: [] }, liberties: all, steps: [], ...more };
}

/** One question: which op, which label, among how many. */
type Question = [key: string, label: Liberty, n: number];
const question: fc.Arbitrary<Question> = fc.tuple(
  fc.nat({ max: 6 }).map(String),
  fc.constantFrom(...all),
  fc.integer({ min: 2, max: 8 }),
);
const questions = fc.array(question, { maxLength: 40 });

/** The answers, op by op: each op has one chooser, as in a run. */
function answers(given: Schedule, asked: Question[]): { answers: number[]; taken: Choices } {
  const chooser = chooserOf(given);
  const ops = new Map([...new Set(asked.map(([key]) => key))].map((key) => [key, chooser.of(key)]));
  return { answers: asked.map(([key, label, n]) => ops.get(key)!(label, n)), taken: chooser.taken };
}

describe('keyed choices', () => {
  test('are whole numbers from 0 to below n, the same for the same seed', () => {
    fc.assert(
      fc.property(fc.string(), questions, (seed, asked) => {
        const { answers: first } = answers(schedule(seed), asked);
        first.forEach((value, k) => {
          expect(Number.isInteger(value) && value >= 0 && value < asked[k]![2]).toBe(true);
        });
        expect(answers(schedule(seed), asked).answers).toEqual(first);
      }),
    );
  });

  test('of one op are not touched by what other ops ask, nor by their order', () => {
    fc.assert(
      fc.property(fc.string(), questions, fc.nat({ max: 6 }).map(String), (seed, asked, gone) => {
        const { answers: before } = answers(schedule(seed), asked);
        const left = asked.filter(([key]) => key !== gone);
        const { answers: after } = answers(schedule(seed), left);
        expect(after).toEqual(before.filter((_, k) => asked[k]![0] !== gone));
      }),
    );
  });

  test('of one label are not touched by what the op asks about others', () => {
    fc.assert(
      fc.property(fc.string(), questions, fc.constantFrom(...all), (seed, asked, gone) => {
        const { answers: before } = answers(schedule(seed), asked);
        const { answers: after } = answers(
          schedule(seed),
          asked.filter(([, label]) => label !== gone),
        );
        expect(after).toEqual(before.filter((_, k) => asked[k]![1] !== gone));
      }),
    );
  });

  test('differ by seed, op, label and turn, and take every value about as often', () => {
    const chooser = chooserOf(schedule('s'));
    const other = chooserOf(schedule('t'));
    const row = (of: typeof chooser, key: string, label: Liberty) => {
      const choose = of.of(key);
      return Array.from({ length: 30 }, () => choose(label, 4)).join('');
    };
    const rows = [
      row(chooser, '1', 'order'),
      row(chooser, '2', 'order'),
      row(chooser, '1', 'short'),
      row(chooser, '1/1', 'order'),
      row(other, '1', 'order'),
    ];
    expect(new Set(rows).size).toBe(rows.length);
    const counts = [0, 0, 0, 0];
    for (let op = 0; op < 4000; op++) counts[chooser.of(`k${op}`)('order', 4)]!++;
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  test('are 0 for every liberty that is switched off, without being recorded', () => {
    fc.assert(
      fc.property(fc.string(), questions, fc.subarray(all), (seed, asked, allowed) => {
        const full = answers(schedule(seed), asked);
        const some = answers(schedule(seed, { liberties: allowed }), asked);
        expect(some.answers).toEqual(full.answers.map((value, k) => (allowed.includes(asked[k]![1]) ? value : 0)));
        for (const own of Object.values(some.taken))
          for (const label of Object.keys(own)) expect(allowed).toContain(label);
      }),
    );
  });

  test('that were recorded are answered from the record, whatever the seed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), questions, (seed, otherSeed, asked) => {
        const { answers: drawn, taken } = answers(schedule(seed), asked);
        const record = JSON.parse(JSON.stringify(taken)) as Choices;
        const again = answers(schedule(otherSeed, { choices: record }), asked);
        expect(again.answers).toEqual(drawn);
        expect(again.taken).toEqual(taken);
      }),
    );
  });

  test('of a record are 0 where nothing stands, and what stands there is kept below n', () => {
    const choices: Choices = { '1': { order: [0, 7, 2] } };
    const chooser = chooserOf(schedule('s', { choices }));
    const [one, two] = [chooser.of('1'), chooser.of('2')];
    expect(Array.from({ length: 5 }, () => one('order', 4))).toEqual([0, 3, 2, 0, 0]);
    expect([one('short', 4), two('order', 4), chooser.of('constructor')('order', 4)]).toEqual([0, 0, 0]);
    expect(chooser.taken).toEqual({ '1': { order: [0, 3, 2] } });
  });

  test('of a record count for liberties that are on only', () => {
    const choices: Choices = { '1': { order: [3], short: [1] } };
    const one = chooserOf(schedule('s', { choices, liberties: ['short'] })).of('1');
    expect([one('order', 4), one('short', 4)]).toEqual([0, 1]);
  });
});

describe('draws', () => {
  test('are a stream fixed by the seed, whole numbers below n', () => {
    const stream = (seed: string) => {
      const draw = drawsOf(seed);
      return Array.from({ length: 50 }, () => draw(6));
    };
    expect(stream('a')).toEqual(stream('a'));
    expect(stream('a')).not.toEqual(stream('b'));
    expect([...new Set(stream('a'))].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('of the runs of a campaign have a seed each', () => {
    expect([0, 1, 2].map((k) => seedOf('c', k))).toEqual(['c-0', 'c-1', 'c-2']);
  });
});
