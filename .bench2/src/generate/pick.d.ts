import type { Draw } from '../chance/seed.js';
export declare const pick: <T>(draw: Draw, list: readonly T[]) => T;
/** An integer in [0, n), mostly a low one. */
export declare const low: (draw: Draw, n: number) => number;
/** One of the latest, most likely the last; undefined where there is none. */
export declare const pickLate: <T>(draw: Draw, list: readonly T[]) => T | undefined;
