import { liberties } from '../../src/core/schedule.js';
const faults = ['lost-request', 'lost-reply', 'repeated', 'slow-reply', 'throttled', 'crash'];
const codes = [
    'QueueDoesNotExist',
    'MissingRequiredParameterException',
    'InvalidParameterValueException',
    'InvalidMessageContents',
    'InvalidAttributeName',
    'InvalidAttributeValue',
    'ReceiptHandleIsInvalid',
    'PurgeQueueInProgress',
    'QueueDeletedRecently',
    'QueueNameExists',
    'EmptyBatchRequest',
    'TooManyEntriesInBatchRequest',
    'InvalidBatchEntryId',
    'BatchEntryIdsNotDistinct',
    'BatchRequestTooLong',
    'ResourceNotFoundException',
    'OverLimit',
];
const nameOfFault = new Map(faults.map((name) => [name, `fault: ${name}`]));
const nameOfCode = new Map(codes.map((code) => [code, `refusal: ${code}`]));
/** Scenes of their own: a look for each name would be slow. */
const ops = {
    reaches: [...nameOfFault.values(), ...nameOfCode.values()].map((name) => ({ name })),
    look({ history }, found) {
        for (const { fault, reply } of history.ops) {
            const faulty = fault && nameOfFault.get(fault);
            if (faulty !== undefined)
                found.add(faulty);
            const refused = reply.kind === 'error' ? nameOfCode.get(reply.code) : undefined;
            if (refused !== undefined)
                found.add(refused);
        }
    },
};
/** A FIFO queue delivers exactly once, and says what it does not do (sqs:F38). */
const standardOnly = new Set(['stale-delete', 'expired-change', 'duplicate', 'zombie']);
const nameOfLiberty = new Map(Object.keys(liberties).map((label) => [label, `liberty: ${label}`]));
const taken = {
    reaches: [...nameOfLiberty].map(([label, name]) => (standardOnly.has(label) ? { name, on: 'standard' } : { name })),
    look({ history }, found) {
        for (const choices of Object.values(history.schedule.choices ?? {}))
            for (const label in choices)
                found.add(nameOfLiberty.get(label));
    },
};
/** Faults, liberties and refusals. */
export const freedom = [ops, taken];
