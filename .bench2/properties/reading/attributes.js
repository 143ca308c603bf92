import { attributeDefaults, fifoDefaults } from '../../src/core/limits.js';
import { exactly, widen } from './lists.js';
/**
 * The values that a numeric attribute of the queue may have had at some instant of [from, to]. Under the documented
 * level a change may take 60 s (900 s for the retention period) to be seen everywhere (sqs:A30).
 */
export function attributeOf(facts, queue, name, from, to) {
    const lasting = lastingIn(queue, name);
    return lasting === 'written' ? writtenTo(facts, queue, name, from, to) : lasting.range;
}
/**
 * The texts that any attribute of the queue may have had at some instant of [from, to]; undefined where it is not set.
 * A write certainly in force ends what was certainly written before it, and nothing else.
 */
export function valuesOf(facts, queue, name, from, to) {
    const lasting = lastingIn(queue, name);
    if (lasting !== 'written')
        return lasting.texts;
    const since = inForce(facts, queue, name, from);
    const texts = since === Number.NEGATIVE_INFINITY ? [initially(queue, name)] : [];
    for (const { attributes, created, s, e } of queue.writes)
        if (s <= to && e >= since && (created || attributes[name] !== undefined))
            texts.push(attributes[name] ?? (created ? defaultOf(queue, name) : undefined));
    return texts.map((text) => text || undefined);
}
/** Did a call of the run write the attribute, or may one have? A creation writes all. */
export const isWritten = ({ writes }, name) => writes.length > 0 && writes.some(({ attributes, created }) => created || attributes[name] !== undefined);
/** All values that the attribute may ever have had; each until a later one is certainly in force. */
export function writesOf(facts, queue, name) {
    const lag = lagOf(facts, name);
    const writes = queue.writes.filter(({ created, attributes }) => created || attributes[name] !== undefined);
    const until = (after) => writes.reduce((to, { outcome, s, e }) => (outcome === 'ok' && s > after ? Math.min(to, e + lag) : to), Infinity);
    return [
        { value: initially(queue, name), from: Number.NEGATIVE_INFINITY, to: until(Number.NEGATIVE_INFINITY) },
        ...writes.map(({ attributes, s, e }) => ({
            value: attributes[name] ?? defaultOf(queue, name),
            from: s,
            to: until(e),
        })),
    ];
}
function lastingIn(queue, name) {
    let lasting = queue.lasting.get(name);
    if (lasting === undefined) {
        lasting = isWritten(queue, name) ? 'written' : lastingOf(queue, name);
        queue.lasting.set(name, lasting);
    }
    return lasting;
}
function lastingOf(queue, name) {
    const text = initially(queue, name);
    const value = Number(text);
    const range = Number.isNaN(value) && queue.writes.length > 0 ? anything : exactly(value);
    return { range, texts: [text || undefined] };
}
function writtenTo(facts, queue, name, from, to) {
    const since = inForce(facts, queue, name, from);
    const range = { lo: Number.POSITIVE_INFINITY, hi: Number.NEGATIVE_INFINITY };
    if (since === Number.NEGATIVE_INFINITY)
        widen(range, Number(initially(queue, name)));
    for (const { attributes, created, s, e } of queue.writes) {
        const text = attributes[name] ?? (created ? defaultOf(queue, name) : undefined);
        if (text !== undefined && s <= to && e >= since)
            widen(range, text === '' ? Number.NaN : Number(text));
    }
    return range;
}
/** When the latest write of the attribute that is certainly in force at `t` began; -Infinity if there is none. */
function inForce(facts, { writes }, name, t) {
    const lag = lagOf(facts, name);
    let since = Number.NEGATIVE_INFINITY;
    for (const { outcome, attributes, created, s, e } of writes)
        if (outcome === 'ok' && e + lag < t && s > since && (created || attributes[name] !== undefined))
            since = s;
    return since;
}
/** How long a change may take to be seen everywhere (sqs:A30). */
function lagOf({ strict }, name) {
    if (strict)
        return 0;
    return name === 'MessageRetentionPeriod' ? 900_000 : 60_000;
}
const initially = (queue, name) => queue.initial?.[name] ?? defaultOf(queue, name);
const defaultOf = ({ isFifo }, name) => attributeDefaults[name] ?? (isFifo ? fifoDefaults[name] : undefined);
const anything = { lo: 0, hi: Number.POSITIVE_INFINITY };
