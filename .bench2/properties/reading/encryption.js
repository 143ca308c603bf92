import { keyPeriod } from './attribute-table.js';
import { valuesOf } from './attributes.js';
import { possibleValues } from './register.js';
/** The two kinds of encryption of a queue, of which one turns the other off (sqs:A3, sqs:SA6). */
/** Has any call or the setup given the queue a KMS key? */
export const mayHaveKey = ({ initial, writes }) => Boolean(initial?.KmsMasterKeyId) || writes.some(({ attributes }) => Boolean(attributes.KmsMasterKeyId));
/** What becomes of a key when the other kind is asked for, is not written. */
export function isDisputed(queue) {
    if (!mayHaveKey(queue))
        return false;
    const all = [queue.initial, ...queue.writes.map(({ attributes }) => attributes)];
    return all.some((given) => given?.SqsManagedSseEnabled?.toLowerCase() === 'true');
}
/** SqsManagedSseEnabled during [from, to]: a key turns it off, and it stays off without the key. */
export function managedOf(facts, queue, from, to) {
    const writes = [];
    for (const { op, s, e, outcome, attributes, created } of queue.writes) {
        const value = written(attributes) ?? (created ? 'true' : undefined);
        if (value !== undefined)
            writes.push({ op, s, e, outcome, value });
    }
    return possibleValues(facts, written(queue.initial ?? {}) ?? 'true', writes, from, to);
}
const written = ({ KmsMasterKeyId, SqsManagedSseEnabled }) => KmsMasterKeyId ? 'false' : SqsManagedSseEnabled;
/** KmsDataKeyReusePeriodSeconds during [from, to]; undefined without a key. Whether a new key keeps the old one's is not written. */
export function keyPeriodOf(facts, queue, from, to) {
    const keys = valuesOf(facts, queue, 'KmsMasterKeyId', from, to);
    const absent = keys.includes(undefined) ? [undefined] : [];
    if (keys.every((key) => key === undefined))
        return absent;
    const periods = valuesOf(facts, queue, keyPeriod.name, isRenewed(queue) ? Number.NEGATIVE_INFINITY : from, to);
    const unset = isRenewed(queue) ? [keyPeriod.unset] : [];
    return [...absent, ...unset, ...periods.map((period) => period ?? keyPeriod.unset)];
}
const isRenewed = ({ writes }) => writes.some(({ attributes }) => attributes.KmsMasterKeyId === '');
