import type { Draw } from '../chance/seed.js';

export const pick = <T>(draw: Draw, list: readonly T[]): T => list[draw(list.length)]!;

/** An integer in [0, n), mostly a low one. */
export const low = (draw: Draw, n: number): number => Math.min(draw(n), draw(n));

/** How many from the end `pickLate` picks from. */
const latest = 6;

/** One of the latest, most likely the last; undefined where there is none. */
export const pickLate = <T>(draw: Draw, list: readonly T[]): T | undefined =>
  list[list.length - 1 - low(draw, latest)] ?? list.at(-1);
