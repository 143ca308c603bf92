import { simplerMembers } from './members.js';
import { withMembers } from './replace.js';
const singleOf = {
    SendMessageBatch: 'SendMessage',
    DeleteMessageBatch: 'DeleteMessage',
    ChangeMessageVisibilityBatch: 'ChangeMessageVisibility',
};
/** A batch as a single call with one of its entries, and with fewer or simpler entries. */
export function* simplerBatches(step) {
    const entries = step.input.Entries;
    const call = singleOf[step.call];
    if (!Array.isArray(entries) || call === undefined)
        return;
    for (const k of entries.keys())
        yield single(step, call, entries, k);
    for (let k = entries.length - 1; k >= 0; k--) {
        yield withoutEntry(step, entries, k);
        for (const entry of simplerMembers(entries[k], ['Id']))
            yield withMembers(step, { Entries: entries.with(k, entry) });
    }
}
/** A single call with the members of entry `k`, and with its receipt. */
function single(step, call, entries, k) {
    const { Entries: _, ...others } = step.input;
    const { Id: __, ...members } = entries[k];
    const receipt = step.receipts?.[k];
    const receipts = receipt === undefined ? {} : { receipts: [receipt] };
    return { ...step, ...receipts, call, input: { ...others, ...members } };
}
function withoutEntry(step, entries, k) {
    const fewer = withMembers(step, { Entries: entries.toSpliced(k, 1) });
    return step.receipts === undefined ? fewer : { ...fewer, receipts: step.receipts.toSpliced(k, 1) };
}
