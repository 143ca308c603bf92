import { arnOf, isFifo } from '../core/calls.js';
import { put } from './members.js';
import { pick } from './pick.js';
/** One to four queues; with dead letters, some of them pass their poison on to a later one of their type. */
export function drawSetup(draw, features, values, kind) {
    const deadLetters = features.has('dead-letters');
    const count = deadLetters ? pick(draw, [2, 2, 3, 3, 4]) : pick(draw, [1, 1, 1, 2, 2, 3, 4]);
    const queues = Array.from({ length: count }, (_, k) => ({
        name: drawName(draw, k, kind),
        attributes: drawAttributes(draw, features, values),
    }));
    for (const { name, attributes } of queues)
        if (isFifo(name))
            drawFifo(draw, attributes);
    if (deadLetters)
        for (const [k, { name, attributes }] of queues.entries()) {
            const later = queues.slice(k + 1).filter((other) => isFifo(other.name) === isFifo(name));
            // mostly the next one, which makes chains (sqs:X13)
            if (later.length > 0 && (k === 0 || draw(3) > 0))
                attributes.RedrivePolicy = drawPolicy(draw, later[draw(4) === 0 ? draw(later.length) : 0].name);
        }
    return { queues };
}
function drawName(draw, k, kind) {
    const fifo = kind === 'mixed' ? draw(2) === 0 : kind === 'fifo';
    return fifo ? `q${k + 1}.fifo` : `q${k + 1}`;
}
/** Absent, the default and the other value are three different things. */
const contentBased = [undefined, undefined, 'false', 'true', 'true'];
const modes = [
    {},
    {},
    { DeduplicationScope: 'queue', FifoThroughputLimit: 'perQueue' },
    { DeduplicationScope: 'messageGroup' },
    { DeduplicationScope: 'messageGroup', FifoThroughputLimit: 'perMessageGroupId' },
];
function drawFifo(draw, attributes) {
    attributes.FifoQueue = 'true';
    put(attributes, 'ContentBasedDeduplication', pick(draw, contentBased));
    Object.assign(attributes, pick(draw, modes));
}
/** A limit of 1 to 3, mostly low; as text now and then, which is as good as a number (sqs:A7). */
export function drawPolicy(draw, target) {
    const limit = pick(draw, [1, 1, 1, 2, 2, 3]);
    return JSON.stringify({ deadLetterTargetArn: arnOf(target), maxReceiveCount: draw(3) === 0 ? String(limit) : limit });
}
function drawAttributes(draw, features, values) {
    const attributes = {};
    put(attributes, 'VisibilityTimeout', pick(draw, values.queueVisibility));
    if (features.has('delays'))
        put(attributes, 'DelaySeconds', pick(draw, values.queueDelay));
    if (features.has('long-polls'))
        put(attributes, 'ReceiveMessageWaitTimeSeconds', pick(draw, values.queueWait));
    if (features.has('far-times'))
        put(attributes, 'MessageRetentionPeriod', pick(draw, values.queueRetention));
    // what is too long need not be long
    if ((features.has('refusals') || features.has('many-refusals')) && draw(8) > 0)
        attributes.MaximumMessageSize = '1024';
    return attributes;
}
