export const pick = (draw, list) => list[draw(list.length)];
/** An integer in [0, n), mostly a low one. */
export const low = (draw, n) => Math.min(draw(n), draw(n));
/** How many from the end `pickLate` picks from. */
const latest = 6;
/** One of the latest, most likely the last; undefined where there is none. */
export const pickLate = (draw, list) => list[list.length - 1 - low(draw, latest)] ?? list.at(-1);
