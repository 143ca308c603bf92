import { queueOfArn } from '../../src/core/calls.js';
import { attributeOf } from './attributes.js';
import { outputOf } from './calls.js';
import { exactly, joined, none, push } from './lists.js';
export function readReceive(facts, called, op) {
    const receive = called.outcome === 'refused' ? undefined : newReceive(facts, called, called.outcome, op);
    const attempt = op.input.ReceiveRequestAttemptId;
    if (attempt !== undefined)
        readAttempt(called, attempt, receive);
}
function readAttempt(called, attempt, receive) {
    called.place.attempts ??= new Map();
    push(called.place.attempts, attempt, { called, receive });
}
function newReceive(facts, { s, e, place }, outcome, op) {
    const { MaxNumberOfMessages, VisibilityTimeout, WaitTimeSeconds, ReceiveRequestAttemptId } = op.input;
    const receive = {
        op,
        s,
        e,
        queue: place.name,
        place,
        outcome,
        attempt: ReceiveRequestAttemptId,
        max: MaxNumberOfMessages ?? 1,
        wait: given(WaitTimeSeconds),
        visibility: given(VisibilityTimeout),
        deliveries: none,
    };
    facts.receives.push(receive);
    place.receives.push(receive);
    if (outcome === 'unknown') {
        place.blindReceives.push(receive);
        facts.isBlind = true;
    }
    else
        readDeliveries(facts, receive, outputOf(op).Messages);
    return receive;
}
function readDeliveries(facts, receive, messages) {
    if (!messages)
        return;
    const { op, s, e, queue } = receive;
    for (let index = 0; index < messages.length; index++) {
        const message = messages[index];
        const count = message.Attributes?.ApproximateReceiveCount;
        const source = message.Attributes?.DeadLetterQueueSourceArn;
        const of = facts.message(message.MessageId);
        const delivery = {
            op,
            s,
            e,
            receive,
            queue,
            message,
            index,
            of,
            count: count === undefined ? undefined : Number(count),
            deadLetteredFrom: source === undefined ? undefined : queueOfArn(source),
            retryOf: undefined,
        };
        receive.deliveries = joined(receive.deliveries, delivery);
        of.deliveries = joined(of.deliveries, delivery);
        facts.deliveries.push(delivery);
        keepHandle(facts, delivery, message.ReceiptHandle);
    }
}
/** Handles are new but for a breach, so it does not look before it writes. */
function keepHandle({ handles, deliveries }, delivery, handle) {
    const before = handles.size;
    handles.set(handle, delivery);
    if (handles.size > before)
        return;
    const first = deliveries.find(({ message }) => message.ReceiptHandle === handle);
    handles.set(handle, first);
    if (isRetry(first, delivery))
        delivery.retryOf = first;
}
/** The same message, queue and attempt id (sqs:F40). */
function isRetry(first, { of, receive }) {
    const { attempt, place } = first.receive;
    return attempt !== undefined && attempt === receive.attempt && place === receive.place && of === first.of;
}
/** The queue's values for what the call left out; known once all writes are, for one may fall into a long poll. */
export function bindReceive(facts, receive) {
    const { op, s, e, place, wait, visibility } = receive;
    if (wait === leftOut)
        receive.wait = attributeOf(facts, place, 'ReceiveMessageWaitTimeSeconds', s, op.returned);
    if (visibility === leftOut)
        receive.visibility = attributeOf(facts, place, 'VisibilityTimeout', s, e);
}
/** Stands in for the value of the queue until that is known. */
const leftOut = { lo: 0, hi: 0 };
const given = (value) => (value === undefined ? leftOut : exactly(value));
/** Had a receive without a known outcome begun on the queue by `t`? */
export function blindBy(facts, queue, t) {
    if (!facts.isBlind)
        return false;
    const first = facts.queue(queue).blindReceives[0];
    return first !== undefined && first.s <= t;
}
