import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { campaignInside } from '../bin/inside.js';
import type { Given } from '../bin/options.js';
import { told } from '../bin/outcome.js';
import { onThreads } from '../bin/threads.js';
import { type Campaign, type Outcome, runCampaign } from '../src/campaign.js';
import { nextTurn } from '../src/time/wall.js';

const seed = 'threads';

interface Asked extends Pick<Campaign, 'runs' | 'isOver'> {
  given?: Given;
  count?: number;
  /** What the other threads are told, where it is something else. */
  others?: Given;
}

/** A campaign on so many threads, and how often another thread than this one said something. */
async function ran({ given = {}, count = 1, others = given, ...limits }: Asked) {
  const campaign = { ...(await campaignInside(given, seed)), ...limits };
  if (count === 1) return { outcome: await runCampaign(campaign), answers: 0 };
  const ready: Promise<unknown>[] = [];
  let [answers, here] = [0, 0];
  const meet = (worker: Worker): void => {
    ready.push(once(worker, 'message').catch(() => {}));
    worker.on('message', () => answers++);
  };
  const execute: Campaign['execute'] = async (schedule) => {
    // the others start after the first; without this they would be late for most of so short a campaign
    if (here++ > 0) await nextTurn();
    await Promise.all(ready);
    return campaign.execute(schedule);
  };
  process.on('worker', meet);
  const parts = onThreads({ ...campaign, execute }, { given: others, seed }, { count, alone: 1 });
  const outcome = await runCampaign({ ...campaign, execute, parts }).finally(() => process.off('worker', meet));
  return { outcome, answers };
}

/** All that an outcome says, in the order in which it says it. */
const text = (outcome: Outcome): string =>
  JSON.stringify([
    told(outcome, seed, 1, [], []),
    [...outcome.properties],
    outcome.simulated,
    outcome.repeated,
    outcome.failures.map(({ history, ...failure }) => [failure, history]),
  ]);

describe('any number of threads comes to the same', () => {
  test.each<[string, Given, number]>([
    ['an honest campaign', {}, 100],
    ['far away, standard and documented', { latency: '300ms', profile: 'standard', level: 'documented' }, 60],
    ['a failure that it stops at', { mutant: 'A-074' }, 300],
    ['failures that it goes on after', { mutant: 'A-081', keepGoing: true }, 80],
  ])('%s', async (_, given, runs) => {
    const one = await ran({ given, runs });
    expect(one.outcome.failures.length > 0).toBe(given.mutant !== undefined);
    for (const count of [2, 3]) {
      const { outcome, answers } = await ran({ given, count, runs });
      expect(text(outcome)).toBe(text(one.outcome));
      // each says that it is ready
      expect(answers).toBeGreaterThan(count - 1);
    }
  });

  test('and when time is up, that of a campaign of as many schedules', async () => {
    let asked = 0;
    const isOver = () => asked++ > 20;
    const { outcome } = await ran({ count: 2, isOver });
    expect(outcome.runs).toBeGreaterThan(20);
    expect(text(outcome)).toBe(text((await ran({ runs: outcome.runs })).outcome));
  });
});

describe('a campaign on threads', () => {
  test('of no time is one schedule', async () => {
    let asked = 0;
    const { outcome } = await ran({ count: 2, isOver: () => asked++ > 0 });
    expect(outcome.runs).toBe(1);
  });

  test('fails with what one of them threw', async () => {
    const failed = ran({ count: 2, runs: 1000, others: { mutant: 'A-999' } });
    await expect(failed).rejects.toMatchObject({ name: 'WrongUse', message: expect.stringContaining("'A-999'") });
  });
});
