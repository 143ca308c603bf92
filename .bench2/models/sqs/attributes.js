import { arnOf, isFifo } from '../../src/core/calls.js';
import { canonical } from '../../src/core/canonical.js';
import { attributeDefaults, fifoDefaults, limits } from '../../src/core/limits.js';
import { invalidAttributeName, invalidAttributeValue } from './errors.js';
import { parseObject } from './json.js';
import { faultOfPolicy } from './permissions.js';
import { faultOfAllowPolicy, faultOfRedrivePolicy, readPolicy } from './redrive-policy.js';
const rightIf = (isRight) => {
    // sqs:SA5, sqs:A6, sqs:E9
    return (attribute, value) => (isRight(value) ? undefined : invalidAttributeValue(attribute));
};
const whole = (lo, hi) => ({
    fault: rightIf((value) => /^\d{1,8}$/.test(value) && Number(value) >= lo && Number(value) <= hi),
    stored: (value) => String(Number(value)),
});
/** In any case, shown in lower case (sqs:CQ9, sqs:A2). */
const flag = {
    fault: rightIf((value) => /^(true|false)$/i.test(value)),
    stored: (value) => value.toLowerCase(),
};
const oneOf = (...values) => ({ fault: rightIf((value) => values.includes(value)) });
const anyText = { fault: () => undefined };
/** Kept as it was written, compared by what it says (sqs:A7). */
const document = (fault, meaning = (value) => canonical(parseObject(value))) => ({
    fault,
    meaning,
});
const policy = document((_, value) => faultOfPolicy(value));
const redrivePolicy = document((_, value, sqs, queue) => faultOfRedrivePolicy(value, sqs, queue), meaningOfRedrive);
const allowPolicy = document((_, value) => faultOfAllowPolicy(value));
const unknownAttribute = (attribute) => `Unknown Attribute ${attribute}.`;
const needsFifo = (attribute) => `You can specify the ${attribute} only when FifoQueue is set to true.`;
const table = new Map([
    ['DelaySeconds', { kind: whole(0, limits.delayMax) }],
    ['MaximumMessageSize', { kind: whole(limits.messageSizeMin, limits.payloadMax) }],
    ['MessageRetentionPeriod', { kind: whole(limits.retentionMin, limits.retentionMax) }],
    ['ReceiveMessageWaitTimeSeconds', { kind: whole(0, limits.waitMax) }],
    ['VisibilityTimeout', { kind: whole(0, limits.visibilityMax) }],
    ['SqsManagedSseEnabled', { kind: flag }],
    ['KmsMasterKeyId', { kind: anyText, clearable: true }],
    ['KmsDataKeyReusePeriodSeconds', { kind: whole(60, 86_400), unset: '300' }],
    ['Policy', { kind: policy, clearable: true }],
    ['RedrivePolicy', { kind: redrivePolicy, clearable: true }],
    ['RedriveAllowPolicy', { kind: allowPolicy, clearable: true, unset: '{"redrivePermission":"allowAll"}' }],
    ['FifoQueue', { kind: flag, fifoOnly: unknownAttribute }],
    ['ContentBasedDeduplication', { kind: flag, fifoOnly: unknownAttribute }],
    ['DeduplicationScope', { kind: oneOf('queue', 'messageGroup'), fifoOnly: needsFifo }],
    ['FifoThroughputLimit', { kind: oneOf('perQueue', 'perMessageGroupId'), fifoOnly: needsFifo }],
]);
/**
 * Checks what CreateQueue or SetQueueAttributes gives to the queue of this name, one by one and then together with what
 * it has already (`current`, nothing for a new queue).
 */
export function faultOfAttributes(sqs, queue, given, current) {
    for (const [attribute, value] of Object.entries(sqs.rules.attributesChecked(given))) {
        const fault = faultOfAttribute(sqs, queue, attribute, value, current === undefined);
        if (fault !== undefined)
            return fault;
    }
    // sqs:SA6
    if (given.KmsMasterKeyId && given.SqsManagedSseEnabled?.toLowerCase() === 'true')
        return invalidAttributeName('You can use one type of server-side encryption (SSE) at one time. You can either enable KMS SSE or SQS SSE.');
    const { DeduplicationScope = 'queue', FifoThroughputLimit = 'perQueue' } = { ...current, ...given };
    // sqs:U14
    if (!sqs.rules.allowsThroughput(FifoThroughputLimit, DeduplicationScope))
        return invalidAttributeValue('FifoThroughputLimit');
    return undefined;
}
function faultOfAttribute(sqs, queue, attribute, value, isNew) {
    const row = table.get(attribute);
    // sqs:SA4, sqs:E8
    if (row === undefined)
        return invalidAttributeName(unknownAttribute(attribute));
    if (row.fifoOnly !== undefined && !isFifo(queue))
        return invalidAttributeName(row.fifoOnly(attribute));
    if (value === '' && row.clearable)
        return undefined;
    // sqs:SA3
    if (attribute === 'FifoQueue' && !isNew && value.toLowerCase() === 'false')
        return invalidAttributeValue(attribute, 'Modifying queue type is not supported.');
    return row.kind.fault(attribute, value, sqs, queue);
}
/** Numbers and numbers in text mean the same (sqs:A7). */
function meaningOfRedrive(value) {
    const { target, max } = readPolicy(value);
    return `${max} ${target}`;
}
/** The attributes of a new queue: defaults and what was given (sqs:CQ9). */
export const newAttributes = (queue, given, rules) => stored(rules.mergeAttributes(defaultsOf(queue), given));
export const defaultsOf = (queue) => isFifo(queue) ? { ...attributeDefaults, ...fifoDefaults } : { ...attributeDefaults };
/** As a queue keeps them: cleared ones gone (sqs:SA2), the two kinds of encryption apart (sqs:A3). */
export function stored(attributes) {
    const kept = {};
    for (const [attribute, value] of Object.entries(attributes))
        if (value !== '')
            kept[attribute] = table.get(attribute)?.kind.stored?.(value) ?? value;
    if (kept.KmsMasterKeyId !== undefined) {
        kept.SqsManagedSseEnabled = 'false';
        kept.KmsDataKeyReusePeriodSeconds ??= table.get('KmsDataKeyReusePeriodSeconds').unset;
    }
    return kept;
}
/** The first attribute whose given value differs from the queue's (sqs:CQ5); unset ones compare as defaults (sqs:CQ7). */
export const differingAttribute = (has, given) => Object.keys(given).find((attribute) => meaning(attribute, given[attribute]) !== meaning(attribute, has[attribute]));
function meaning(attribute, given) {
    const { kind, unset = '' } = table.get(attribute) ?? { kind: anyText };
    const value = given || unset;
    return value === '' ? value : ((kind.meaning ?? kind.stored)?.(value) ?? value);
}
const counters = [
    'ApproximateNumberOfMessages',
    'ApproximateNumberOfMessagesDelayed',
    'ApproximateNumberOfMessagesNotVisible',
];
const readable = new Set([
    ...['All', 'CreatedTimestamp', 'LastModifiedTimestamp', 'QueueArn'],
    ...counters,
    ...table.keys(),
]);
/** GetQueueAttributes: those asked for that have a value (sqs:GA1, sqs:GA2, sqs:GA3). */
export function readAttributes(queue, names, rules, epoch) {
    const unknown = names.find((name) => !readable.has(name));
    if (unknown !== undefined)
        return invalidAttributeName(unknownAttribute(unknown));
    const all = { ...shownAttributes(queue), ...readOnlyAttributes(queue, rules, epoch) };
    if (names.includes('All'))
        return all;
    const wanted = names.filter((name) => Object.hasOwn(all, name));
    return wanted.length === 0 ? undefined : Object.fromEntries(wanted.map((name) => [name, all[name]]));
}
/** The key's reuse period is shown with the key only (sqs:A3). */
function shownAttributes({ attributes }) {
    if (attributes.KmsMasterKeyId !== undefined)
        return attributes;
    const { KmsDataKeyReusePeriodSeconds: _, ...shown } = attributes;
    return shown;
}
function readOnlyAttributes(queue, rules, epoch) {
    const { available, hidden, delayed } = rules.counters(queue.counters, queue);
    return {
        ApproximateNumberOfMessages: String(available),
        ApproximateNumberOfMessagesDelayed: String(delayed),
        ApproximateNumberOfMessagesNotVisible: String(hidden),
        CreatedTimestamp: epochSeconds(epoch + queue.createdAt),
        LastModifiedTimestamp: epochSeconds(epoch + queue.modifiedAt),
        QueueArn: arnOf(queue.name),
    };
}
const epochSeconds = (ms) => String(Math.floor(ms / 1000));
