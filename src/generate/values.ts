import type { Millis } from '../core/clock.js';
import { limits } from '../core/limits.js';

/** Values to draw from; `undefined` stands for an absent member, which is a value of its own. */
export interface Values {
  /** How many steps a schedule has: from `steps[0]` to `steps[1]`. */
  steps: readonly [number, number];
  queueVisibility: readonly (string | undefined)[];
  queueDelay: readonly (string | undefined)[];
  queueWait: readonly (string | undefined)[];
  queueRetention: readonly (string | undefined)[];
  visibility: readonly (number | undefined)[];
  delay: readonly (number | undefined)[];
  wait: readonly (number | undefined)[];
  /** Waits of long polls that something is to happen beside. */
  poll: readonly number[];
  change: readonly number[];
  max: readonly (number | undefined)[];
  /** Messages a second of a move task. */
  rate: readonly (number | undefined)[];
  pauses: readonly Millis[];
  /** Waits that reach past guards, retention and the 12 h cap; without any, no step aims at those deadlines. */
  farPauses: readonly Millis[];
  /** Deadlines farther off than this many seconds, of refused calls mostly, are nothing to wait for. */
  horizon: number;
  /** The same for guards, retention and the 12 h cap. */
  farHorizon: number;
  /** How late a slow reply comes. */
  lateness: readonly Millis[];
}

const none = undefined;
const hour = 3_600_000;

/** For virtual time, where a day costs nothing. */
export const virtualValues: Values = {
  steps: [16, 112],
  queueVisibility: [none, none, '0', '1', '2', '5', '30', '60'],
  queueDelay: [none, none, none, '1', '2', '5', '30'],
  queueWait: [none, none, none, '1', '2', '5', '20'],
  queueRetention: [none, none, '60', '120', '3600'],
  visibility: [none, none, none, 0, 0, 0, 1, 1, 2, 5, 30, 60, 600],
  delay: [none, none, none, none, 0, 1, 2, 5, 30, 900],
  wait: [none, none, none, 0, 1, 2, 5, 10, 20],
  poll: [2, 5, 20],
  change: [0, 0, 0, 0, 0, 1, 2, 2, 5, 5, 30, 60, 600, 43_190, 43_199, 43_200],
  max: [none, none, 1, 2, 3, 10],
  rate: [none, 1, 1, 1, 2, 500],
  pauses: [500, 1000, 1000, 2000, 5000, 10_000, 31_000, 61_000],
  farPauses: [hour, 12 * hour, 12 * hour + 60_000, 96 * hour],
  horizon: limits.visibilityMax,
  farHorizon: Number.POSITIVE_INFINITY,
  lateness: [500, 1000, 2000, 5000, 31_000],
};

/**
 * For a real clock: every timer that a step aims at within three seconds, a schedule within about twenty. A server may be two
 * seconds late, so some polls and windows are longer.
 */
export const wallValues: Values = {
  steps: [10, 24],
  queueVisibility: ['1', '2', '3'],
  queueDelay: [none, none, none, '1'],
  queueWait: [none, none, none, '1', '2'],
  queueRetention: [none],
  visibility: [none, none, 0, 0, 1, 1, 2, 3],
  delay: [none, none, none, 0, 1, 2],
  wait: [none, none, 0, 1, 2, 4],
  poll: [1, 2, 4],
  change: [0, 0, 0, 1, 2, 3, 5, 43_190, 43_197],
  max: [none, none, 1, 2, 10],
  rate: [none, 1, 2],
  pauses: [200, 500, 1000],
  farPauses: [],
  horizon: 3,
  farHorizon: 0,
  lateness: [200, 500, 1000],
};

/** For a real clock and somebody with time: also what takes a minute, and the 300 s of deduplication. */
export const slowValues: Values = {
  ...wallValues,
  steps: [8, 16],
  queueRetention: [none, none, String(limits.retentionMin)],
  farPauses: [61_000],
  horizon: limits.dedupWindow,
  farHorizon: limits.dedupWindow,
};
