import { limits } from '../../src/core/limits.js';
import { emptyBatch, idsNotDistinct, invalidBatchEntryId, tooManyEntries } from './errors.js';
/** Faults of the envelope fail the whole call (sqs:SB1, sqs:DB1, sqs:CB1). */
export function faultOfEnvelope(rules, entries, entryName) {
    if (entries.length === 0)
        return emptyBatch(entryName);
    if (entries.length > limits.batchEntriesMax)
        return tooManyEntries(entries.length);
    if (entries.some(({ Id }) => !rules.allowsEntryId(Id)))
        return invalidBatchEntryId();
    const seen = new Set();
    for (const { Id } of entries) {
        if (seen.has(Id))
            return idsNotDistinct(Id);
        seen.add(Id);
    }
    return undefined;
}
/** Entries succeed or fail one by one; an empty list is left out of the answer (sqs:OP7, sqs:SB9). */
export function eachEntry(rules, call, entries, act) {
    const output = {};
    for (const entry of entries) {
        const result = act(entry);
        if (isRefusal(result)) {
            const fate = rules.failedEntry(call, result);
            if (fate === 'fail-all')
                return result;
            if (fate === 'omit')
                continue;
            const { legacy, message } = rules.reportedAs(call, result);
            // failed entries carry the legacy code (sqs:SB5)
            output.Failed ??= [];
            output.Failed.push({ Id: entry.Id, Code: legacy, SenderFault: true, Message: message });
        }
        else {
            output.Successful ??= [];
            output.Successful.push({ Id: entry.Id, ...result });
        }
    }
    return output;
}
export const isRefusal = (result) => 'kind' in result && result.kind === 'error';
