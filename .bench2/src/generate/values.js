import { limits } from '../core/limits.js';
const none = undefined;
const hour = 3_600_000;
/** For virtual time, where a day costs nothing. */
export const virtualValues = {
    steps: [16, 88],
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
    lateness: [500, 1000, 2000, 5000, 31_000],
};
/** For a real clock: every timer within three seconds, a schedule within about twenty. */
export const wallValues = {
    steps: [10, 24],
    queueVisibility: ['1', '2', '3'],
    queueDelay: [none, none, none, '1'],
    queueWait: [none, none, none, '1', '2'],
    queueRetention: [none],
    visibility: [none, none, 0, 1, 1, 2, 3],
    delay: [none, none, none, 0, 1, 2],
    wait: [none, none, 0, 1, 2],
    poll: [1, 2],
    change: [0, 0, 1, 2, 3],
    max: [none, none, 1, 2, 10],
    rate: [none, 1, 2],
    pauses: [200, 500, 1000],
    farPauses: [],
    horizon: 3,
    lateness: [200, 500, 1000],
};
