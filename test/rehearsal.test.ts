import { describe, expect, test } from 'vitest';
import { timingFor } from '../bin/rehearsal.js';
import { scheduleOf } from '../index.js';
import type { Reply } from '../src/core/calls.js';
import type { Endpoint } from '../src/core/endpoint.js';
import { callsOfProbe, probe } from '../src/endpoints/probe.js';
import { wallValues } from '../src/generate/values.js';
import { VirtualClock } from '../src/time/virtual.js';

const accuracy = { early: 100, late: 2000, epoch: 1_700_000_000_000, epochError: 5000 };

describe('the probe', () => {
  /** Answers after so many milliseconds each, in turn. */
  function answering(times: number[]): Endpoint & { calls: number; closed: boolean } {
    const clock = new VirtualClock();
    let now = 0;
    return {
      name: 'far',
      clock: { ...clock, now: () => now } as never,
      accuracy,
      calls: 0,
      closed: false,
      open() {},
      async call(): Promise<Reply> {
        now += times[this.calls++ % times.length]!;
        return { kind: 'ok', output: {} };
      },
      close() {
        this.closed = true;
      },
    };
  }

  test('takes the median, and how much longer the slowest took; makes as many calls as it says', async () => {
    const endpoint = answering([2, 2, 2, 2, 9]);
    expect(await probe(endpoint, 1)).toEqual({ roundTrip: 2, jitter: 7 });
    expect(endpoint.calls).toBe(callsOfProbe(1) - 1);
    expect(endpoint.closed).toBe(true);
  });

  test('closes what does not open', async () => {
    const endpoint = answering([1]);
    endpoint.open = () => Promise.reject(new Error('nobody answers'));
    await expect(probe(endpoint, 4)).rejects.toThrow('nobody answers');
    expect(endpoint.closed).toBe(true);
  });
});

describe('a rehearsal', () => {
  const schedules = Array.from({ length: 12 }, (_, k) =>
    scheduleOf(`rehearsed-${k}`, { profile: 'all', level: 'strict', liberties: [], values: wallValues }),
  );
  const timing = (roundTrip: number, jitter: number) => timingFor(schedules, { roundTrip, jitter }, accuracy);

  test('keeps a guard band around deadlines that the network cannot cross', async () => {
    for (const [roundTrip, jitter] of [
      [0, 0],
      [3, 8],
      [40, 200],
    ] as const) {
      const { tick, ...rest } = await timing(roundTrip, jitter);
      expect(tick).toBeGreaterThanOrEqual(accuracy.early + roundTrip + jitter);
      expect(rest).toMatchObject({ roundTrip, jitter, rehearsed: 12 });
    }
  });

  test('says how much will be decidable: nearly all nearby, less far away', async () => {
    const near = await timing(1, 2);
    const far = await timing(1500, 3000);
    expect(near.decidable).toBeLessThanOrEqual(near.obligations);
    expect(near.decidable / near.obligations).toBeGreaterThan(0.98);
    expect(far.decidable / far.obligations).toBeLessThan(near.decidable / near.obligations);
  });

  test('is the same for the same measurement', async () => {
    expect(await timing(3, 8)).toEqual(await timing(3, 8));
  });
});
