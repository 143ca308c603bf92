import { messagesOf, seconds, tame, Words } from './show/words.js';
const asIs = (text) => text;
const plain = { quiet: asIs, actor: asIs, broken: asIs };
/** Columns of a terminal, and the fewest of a lane. */
const widest = 110;
const laneMin = 8;
/**
 * A history as lanes of time, one actor each, and one row for each op in the order of invocation:
 *
 *                  a             b
 *        0.001 s   send m1 → ok  │
 *     ✗  2.001 s   │             receive → m1 (count 1)
 *
 * The rows of `ops` are marked. A lane is thick while its actor waits for an answer. Ops of the drain are left out unless
 * they are marked or return messages.
 */
export function lanes(history, ops = [], paint = plain) {
    const marked = new Set(ops);
    const shown = history.ops.filter((op) => op.step !== undefined || marked.has(op.id) || messagesOf(op).length > 0);
    const actors = [...new Set(shown.map(({ actor }) => actor))];
    const words = new Words(history);
    const rows = shown.map((op) => {
        return { op, lane: actors.indexOf(op.actor), words: words.of(op), broken: marked.has(op.id) };
    });
    const timeWidth = rows.reduce((most, { op }) => Math.max(most, seconds(op.invoked).length), 0);
    const lefts = spread(actors, rows, timeWidth + 5);
    return [heading(actors, lefts, paint), ...drawn(rows, lefts, timeWidth, paint)].join('\n');
}
/** Where each lane begins. Where full lanes are too wide together, words run on over the lanes to their right. */
function spread(actors, rows, left) {
    const lengths = actors.map((actor) => tame(actor).length);
    for (const { lane, words } of rows)
        lengths[lane] = Math.max(lengths[lane], words.length);
    for (let most = widest;; most--) {
        const lefts = startsOf(lengths, most, left);
        if (most === laneMin || lefts.every((start, lane) => start + lengths[lane] <= widest))
            return lefts;
    }
}
function startsOf(lengths, most, left) {
    let next = left;
    return lengths.map((length) => {
        const start = next;
        next += Math.min(length + 2, most);
        return start;
    });
}
function heading(actors, lefts, paint) {
    const line = new Line();
    actors.forEach((actor, lane) => {
        const room = (lefts[lane + 1] ?? Number.POSITIVE_INFINITY) - lefts[lane] - 1;
        line.put(lefts[lane], shortened(tame(actor), room), paint.actor);
    });
    return line.text;
}
/** Names are told apart by their ends. */
const shortened = (name, room) => name.length > room ? `${name.slice(0, room - 3)}…${name.slice(-2)}` : name;
function drawn(rows, lefts, timeWidth, paint) {
    const busyUntil = lefts.map(() => 0);
    return rows.map(({ op, lane, words, broken }) => {
        const line = new Line();
        const quiet = broken ? paint.broken : paint.quiet;
        line.put(0, broken ? '✗' : '', quiet);
        line.put(2, seconds(op.invoked).padStart(timeWidth), quiet);
        lefts.forEach((left, other) => {
            if (other === lane)
                line.put(left, words, broken ? paint.broken : asIs);
            else if (line.width < left)
                line.put(left, busyUntil[other] > op.invoked ? '┃' : '│', paint.quiet);
        });
        busyUntil[lane] = op.returned;
        return line.text;
    });
}
/** A line of the terminal; its colours take no room. */
class Line {
    text = '';
    width = 0;
    put(column, text, paint) {
        if (text === '')
            return;
        this.text += ' '.repeat(Math.max(0, column - this.width)) + paint(text);
        this.width = Math.max(column, this.width) + text.length;
    }
}
