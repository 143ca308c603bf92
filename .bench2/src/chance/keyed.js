import seedrandom from 'seedrandom';
import { liberties } from '../core/schedule.js';
/** A stream of draws fixed by the seed. */
export function drawsOf(seed) {
    const random = seedrandom.alea(seed);
    return (n) => Math.floor(random() * n);
}
const plain = () => 0;
const labels = new Map(Object.keys(liberties).map((label, index) => [label, index + 1]));
/**
 * Keyed, not streamed: an answer depends on (seed, op, label, how often this op asked it), so that removing a step does
 * not re-roll the others. A schedule that records its choices is answered from the record.
 */
export function chooserOf(schedule) {
    const taken = {};
    const { choices, liberties: allowed } = schedule;
    if (choices !== undefined)
        return { taken, of: (key) => recorded(choices, allowed, taken, key) };
    if (allowed.length === 0)
        return { taken, of: () => plain };
    const random = seedrandom.alea(schedule.seed);
    const secret = random.int32();
    return { taken, of: (key) => keyed(secret, allowed, taken, key) };
}
function keyed(secret, allowed, taken, key) {
    const count = counter();
    const base = mix(secret, textHash(key));
    return (label, n) => {
        if (!allowed.includes(label))
            return 0;
        const nth = count(label);
        const value = (mix(base, labels.get(label) + 64 * nth) >>> 0) % n;
        if (value > 0)
            note(taken, key, label, nth, value);
        return value;
    };
}
function recorded(choices, allowed, taken, key) {
    const own = Object.hasOwn(choices, key) ? choices[key] : undefined;
    if (own === undefined)
        return plain;
    const count = counter();
    return (label, n) => {
        if (!allowed.includes(label))
            return 0;
        const nth = count(label);
        const value = (own[label]?.[nth] ?? 0) % n;
        if (value > 0)
            note(taken, key, label, nth, value);
        return value;
    };
}
/** Counts how often each label was asked. */
function counter() {
    const counts = {};
    return (label) => {
        const nth = counts[label] ?? 0;
        counts[label] = nth + 1;
        return nth;
    };
}
function note(taken, key, label, nth, value) {
    taken[key] ??= {};
    const own = taken[key];
    own[label] ??= [];
    const answers = own[label];
    while (answers.length < nth)
        answers.push(0);
    answers[nth] = value;
}
/** One round of a 32-bit integer hash: multiply, rotate, avalanche (the finaliser of MurmurHash3). */
function mix(a, b) {
    let h = (a ^ Math.imul(b, 0xcc9e2d51)) | 0;
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return h ^ (h >>> 16);
}
/** FNV-1a over the UTF-16 units. */
function textHash(text) {
    let h = 0x811c9dc5;
    for (let i = 0; i < text.length; i++)
        h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
    return h;
}
