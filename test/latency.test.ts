import { expect, test } from 'vitest';
import { onFarModel } from '../bin/world.js';
import { check, properties, run, scheduleOf, violationsOf } from '../index.js';
import { contract } from '../models/rules.js';
import { Sqs } from '../models/sqs/service.js';
import { drawsOf } from '../src/chance/keyed.js';
import type { Profile } from '../src/core/schedule.js';
import { withLatency } from '../src/endpoints/latency.js';
import { modelEndpoint, modelEpoch } from '../src/endpoints/model.js';
import { wallValues } from '../src/generate/values.js';
import { wallOptions } from '../src/run/run.js';
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

test('nor are those of a server whose clock is off, for all that is allowed to real endpoints', async () => {
  const accuracy = { early: 100, late: 2000, epoch: modelEpoch - 3210, epochError: 5000 };
  for (const seed of seeds('standard', 200)) {
    const server = modelEndpoint(new Sqs(contract, modelEpoch), undefined, accuracy);
    const schedule = scheduleOf(seed, { profile: 'all', level: 'strict', liberties: [], values: wallValues });
    const history = await run(schedule, withLatency(server, most, drawsOf(seed)), wallOptions);
    expect(violationsOf(check(history, properties)), seed).toEqual([]);
  }
});

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
