import { asksSystem, sameAttributes } from './contents.js';
import { mayBeSameKey } from './dedup.js';
import { none, push } from './lists.js';
import { deadLetterQueues } from './redrive.js';
import { bindSend } from './sends.js';
export const newMessage = (id) => ({
    id,
    sent: undefined,
    makers: none,
    deliveries: none,
    deletes: none,
    changes: none,
    expires: undefined,
});
/** Finds out which send made each message, where the answers do not say it plainly. */
export function bindMessages(facts) {
    const lost = lostByKey(facts);
    if (facts.shared || lost.size > 0)
        for (const message of facts.messages)
            if (message.sent !== undefined)
                bindAnswered(facts, message, lost);
    if (facts.unknownSends.size > 0)
        for (const message of facts.messages)
            if (message.sent === undefined)
                bindUnknown(facts, message);
}
const keyOf = ({ queue, dedupId }) => `${queue} ${dedupId}`;
/** Sends to FIFO queues without a known outcome, by queue and deduplication id. */
function lostByKey({ unknownSends }) {
    const lost = new Map();
    for (const sends of unknownSends.values())
        for (const sent of sends)
            if (sent.dedupId !== undefined)
                push(lost, keyOf(sent), sent);
    return lost;
}
/**
 * A duplicate is answered with the id of the message that was there before (sqs:F21), and that may have come from a send
 * whose answer was lost. Whatever made the message did so before the first of its answers was over.
 */
function bindAnswered(facts, message, lost) {
    const first = message.sent;
    const answered = [first, ...message.makers];
    message.makers = none;
    if (!first.place.isFifo)
        return;
    const by = Math.min(...answered.map(({ e }) => e));
    const unseen = (lost.get(keyOf(first)) ?? none).filter((sent) => mayBeSameKey(facts, sent, first));
    const makers = [...answered, ...unseen.filter((sent) => mayHaveMade(sent, message))].filter(({ s }) => s <= by);
    made(facts, message, makers, by);
    message.sent.result ??= first.result;
    message.sent.message = message;
}
/** Of the sends without a known outcome that carried its body, those that fit with all that its deliveries show. */
function bindUnknown(facts, message) {
    const [first] = message.deliveries;
    const sends = first && facts.unknownSends.get(first.message.Body);
    if (sends === undefined)
        return;
    let makers = sends;
    for (const test of [begunBefore, leadsThere(facts), mayHaveMade])
        makers = unlessEmpty(makers.filter((sent) => test(sent, message)), makers);
    made(facts, message, makers, Number.POSITIVE_INFINITY);
}
const unlessEmpty = (list, otherwise) => (list.length > 0 ? list : otherwise);
const begunBefore = ({ s }, { deliveries }) => deliveries.every(({ e }) => s <= e);
const leadsThere = (facts) => ({ queue: from }, { deliveries }) => deliveries.every(({ queue }) => queue === from || deadLetterQueues(facts, from).has(queue));
/** Does the message show nothing else than the send carried? */
const mayHaveMade = (sent, { deliveries }) => deliveries.every((delivery) => fits(sent, delivery));
function fits({ entry, queue, group, dedupId }, { message, receive }) {
    const { input } = receive.op;
    if (message.Body !== entry.MessageBody || !sameAttributes(entry.MessageAttributes, message, input))
        return false;
    const shows = (name, value) => message.Attributes?.[name] === value || (message.Attributes?.[name] === undefined && !asksSystem(input, name));
    return (shows('MessageGroupId', group) &&
        shows('AWSTraceHeader', entry.MessageSystemAttributes?.AWSTraceHeader?.StringValue) &&
        (dedupId === undefined || queue !== receive.queue || shows('MessageDeduplicationId', dedupId)));
}
/** `by` is when the message was there at the latest. */
function made(facts, message, makers, by) {
    const [first] = makers;
    if (makers.length === 1)
        message.sent = first;
    else {
        message.makers = makers;
        message.sent = makers.every(({ place }) => place === first.place) ? anyOf(facts, message, makers, by) : undefined;
    }
}
/** One that stands for all: it has the content of one that fits, and times that enclose all of theirs. */
function anyOf(facts, message, makers, by) {
    const likely = makers.find((sent) => mayHaveMade(sent, message)) ?? makers[0];
    const same = (of) => makers.every((sent) => of(sent) === of(likely)) ? of(likely) : undefined;
    const sent = {
        ...likely,
        s: Math.min(...makers.map(({ s }) => s)),
        e: by,
        group: same(({ group }) => group),
        dedupId: same(({ dedupId }) => dedupId),
        delay: {
            lo: Math.min(...makers.map(({ delay }) => delay.lo)),
            hi: Math.max(...makers.map(({ delay }) => delay.hi)),
        },
        result: undefined,
    };
    if (by < Number.POSITIVE_INFINITY)
        bindSend(facts, sent);
    return sent;
}
