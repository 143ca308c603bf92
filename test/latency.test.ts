import { expect, test } from 'vitest';
import { onFarModel } from '../bin/world.js';
import { check, properties, run, scheduleOf, violationsOf } from '../index.js';
import type { Profile } from '../src/core/schedule.js';
import { model } from './steps.js';

/** Milliseconds that a request or a reply is under way at most. */
const most = 300;
const seeds = (profile: Profile, count: number) => Array.from({ length: count }, (_, k) => `latency-${profile}-${k}`);

test.each<Profile>(['standard', 'fifo'])(
  'honest %s queues behind a network that delays and reorders are accused of nothing',
  async (profile) => {
    let [judged, open] = [0, 0];
    for (const seed of seeds(profile, 400)) {
      const verdicts = check(await onFarModel(most)(scheduleOf(seed, { profile })), properties);
      expect(violationsOf(verdicts), seed).toEqual([]);
      for (const verdict of verdicts) {
        judged += verdict.judged;
        open += verdict.undecided;
      }
    }
    // a verdict that is hardly ever given accuses nobody either
    expect(open).toBeGreaterThan(0);
    expect(judged).toBeGreaterThan(10 * open);
  },
);

test('the network is where the history says, and it does reorder', async () => {
  let overtaken = 0;
  for (const seed of seeds('standard', 20)) {
    const far = await onFarModel(most)(scheduleOf(seed));
    expect(far.endpoint.network).toBe(2 * most);
    expect((await run(scheduleOf(seed), model())).endpoint).not.toHaveProperty('network');
    for (const [k, op] of far.ops.entries())
      if (far.ops.slice(0, k).some(({ returned }) => returned > op.returned)) overtaken++;
  }
  expect(overtaken).toBeGreaterThan(20);
});

test('the same seed gives the same history there', async () => {
  const [one, two] = await Promise.all([1, 2].map(() => onFarModel(most)(scheduleOf('latency'))));
  expect(one).toEqual(two);
});
