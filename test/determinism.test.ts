import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { canonical, check, model, properties, run, runCampaign, scheduleOf } from '../index.js';

const campaign = (runs: number) =>
  runCampaign({
    seed: 'determinism',
    runs,
    schedule: (seed) => scheduleOf(seed),
    execute: (schedule) => run(schedule, model()),
    judge: (history) => check(history, properties),
    reached: () => [],
  });

describe('deterministic means byte-identical', () => {
  test('the same seeds give the same digest, here and in another process', async () => {
    const here = await campaign(200);
    const args = ['--import', 'tsx', 'bin/main.ts', 'fuzz', '--seed', 'determinism', '--runs', '200', '--json'];
    const there = execFileSync(process.execPath, args, { encoding: 'utf8' });
    expect(JSON.parse(there.trim().split('\n').at(-1)!).digest).toBe(here.digest);
    expect(here.repeated).toBe(10);
  });

  test('the digest is that of the digests of all histories, in order', async () => {
    const all = createHash('sha256');
    for (let k = 0; k < 3; k++) {
      const history = await run(scheduleOf(`determinism-${k}`), model());
      all.update(createHash('sha256').update(JSON.stringify(history)).digest('hex'));
    }
    expect((await campaign(3)).digest).toBe(all.digest('hex'));
  });

  test('a replay from the recorded choices is the run from the seed', async () => {
    for (let k = 0; k < 100; k++) {
      const history = await run(scheduleOf(`choices-${k}`), model());
      expect(canonical(await run(history.schedule, model()))).toBe(canonical(history));
    }
  });
});

describe('schedules', () => {
  test('have 40 steps or more on average, 1 to 5 queues and 1 to 6 actors', () => {
    const all = Array.from({ length: 500 }, (_, k) => scheduleOf(`size-${k}`));
    const sizes = all.map(({ steps, setup }) => ({
      steps: steps.length,
      queues: setup.queues.length,
      actors: new Set(steps.map(({ actor }) => actor)).size,
    }));
    expect(sizes.reduce((sum, { steps }) => sum + steps, 0) / all.length).toBeGreaterThanOrEqual(40);
    expect(new Set(sizes.map(({ queues }) => queues))).toEqual(new Set([1, 2, 3, 4, 5]));
    expect(new Set(sizes.map(({ actors }) => actors))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  });
});
