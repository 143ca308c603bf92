import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Cell, Column } from '../../bin/matrix/matrix.js';
import { atMost } from '../../bin/targets/at-most.js';
import { columnOf, forgivingLacks } from '../../bin/targets/column.js';
import { propertyNames } from '../../properties/index.js';
import type { Failure, Outcome, PropertyTally } from '../../src/campaign.js';
import type { History } from '../../src/core/history.js';
import type { Verdict } from '../../src/core/verdict.js';
import { type Draft, play } from '../steps.js';

const folder = mkdtempSync(join(tmpdir(), 'redrive-column-'));
afterAll(() => rmSync(folder, { recursive: true }));

const tally = (more: Partial<PropertyTally> = {}): PropertyTally => ({
  holds: 1,
  broken: 0,
  undecided: 0,
  judged: 0,
  open: 0,
  ...more,
});

const broken = (property: string, ...says: string[]): Verdict => ({
  property,
  kind: 'broken',
  judged: 1,
  undecided: 0,
  violations: says.map((sentence) => ({ property, says: sentence, ops: [0] })),
});

const sends = (count: number): Promise<History> =>
  play(Array.from({ length: count }, (): Draft => ({ call: 'SendMessage' })));

async function failure(property: string, says: string, steps: number, seen = 1): Promise<Failure> {
  const history = await sends(steps);
  return { violation: { property, says, ops: [0] }, history, seed: 's', run: 1, seen };
}

/** The column of a campaign with these failures. */
function column(
  failures: Failure[],
  more: {
    lacks?: Column['lacks'];
    properties?: Record<string, PropertyTally>;
    unanswered?: [string, number][];
  } = {},
): Column {
  const all = Object.fromEntries(propertyNames.map((name) => [name, tally()]));
  const outcome = {
    runs: 5,
    calls: 50,
    properties: new Map(Object.entries({ ...all, ...more.properties })),
    lost: new Map(),
    unanswered: new Map(more.unanswered),
    failures,
  } as Outcome;
  const report = { folder, replay: (trace: string, name: string) => `replay ${trace} on ${name}` };
  return columnOf({ name: 'some-mq', lacks: more.lacks ?? {} }, outcome, report);
}

const cellOf = (property: string, ...of: Parameters<typeof column>): Cell => column(...of).cells[property]!;

describe('the state of a cell', () => {
  test.each([
    ['holds', tally({ judged: 3, open: 1 })],
    ['undecided', tally({ open: 1 })],
    ['not reached', tally()],
  ])('%s', (state, own) => {
    const { judged, open } = own;
    expect(cellOf('tags', [], { properties: { tags: own } })).toEqual({ state, judged, open, deviations: [] });
  });

  test('not applicable where something that the property needs is lacking, with the reason', () => {
    const { cells } = column([], { lacks: { 'dead-letters': 'it says so' } });
    expect(cells['one-place']).toMatchObject({ state: 'not applicable', why: 'it says so' });
    expect(cells['move-task']).toMatchObject({ state: 'not applicable', why: 'it says so' });
    expect(cells.tags).toMatchObject({ state: 'not reached' });
  });

  test.each([
    ['broken', 1],
    ['undecided', 0],
  ])('%s where a deviation showed %d times again', async (state, shown) => {
    const found = {
      ...(await failure('tags', 'list tags #0 left out a', 2)),
      again: { shown, runs: 3 },
      like: ['R-001'],
    };
    expect(cellOf('tags', [found])).toMatchObject({
      state,
      deviations: [{ steps: 2, seen: 1, repeated: 3, again: shown, like: ['R-001'] }],
    });
  });
});

test('the smallest deviation comes first, each with its trace and the line that replays it', async () => {
  const found = [
    await failure('tags', 'large', 3, 9),
    await failure('tags', 'rare', 1, 1),
    await failure('tags', 'frequent', 1, 4),
  ];
  const { deviations } = cellOf('tags', found);
  expect(deviations.map(({ says, trace }) => [says, trace])).toEqual([
    ['frequent', 'traces/some-mq/tags.jsonl'],
    ['rare', 'traces/some-mq/tags-2.jsonl'],
    ['large', 'traces/some-mq/tags-3.jsonl'],
  ]);
  expect(deviations[0]!.replay).toBe(`replay ${join(folder, 'traces/some-mq/tags.jsonl')} on some-mq`);
  expect(column(found.slice(0, 1)).cells.tags!.deviations).toHaveLength(1);
  expect(readdirSync(join(folder, 'traces/some-mq')), 'nothing stale').toEqual(['tags.jsonl']);
});

test('the most frequent reasons of calls without an answer are told', () => {
  const unanswered = Array.from({ length: 12 }, (_, k): [string, number] => [`why ${k}`, k]);
  const { unanswered: told } = column([], { unanswered });
  expect(told).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map((k) => ({ why: `why ${k}`, calls: k })));
});

describe('attributes that belong to what is lacking', () => {
  const says = ['get attributes #0 left out SqsManagedSseEnabled', 'get attributes #0 left out VisibilityTimeout'];
  const judge = (): Verdict[] => [broken('attributes-read-back', ...says), broken('tags', says[0]!)];

  test('are not spoken of', async () => {
    const [one, other] = forgivingLacks(judge, ['managed-encryption'])(await sends(1));
    expect(one).toMatchObject({ kind: 'broken', violations: [{ says: says[1] }] });
    expect(other).toEqual({ property: 'tags', kind: 'holds', judged: 1, undecided: 0 });
  });

  test('and others are', async () => {
    expect(forgivingLacks(judge, ['move-tasks', 'keys'])(await sends(1))).toEqual(judge());
  });
});

test('work is done at most so much of it at a time, and all of it, also where some fails', async () => {
  let now = 0;
  let most = 0;
  const work = atMost(3, async (k: number) => {
    most = Math.max(most, ++now);
    await new Promise((resolve) => setTimeout(resolve, 1));
    now--;
    if (k % 4 === 0) throw new Error('fails');
    return k;
  });
  const done = await Promise.allSettled(Array.from({ length: 20 }, (_, k) => work(k)));
  expect(most).toBe(3);
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(15);
});
