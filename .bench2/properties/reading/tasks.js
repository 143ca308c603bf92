import { queueOfArn } from '../../src/core/calls.js';
import { attributeOf } from './attributes.js';
import { outputOf } from './calls.js';
import { mayTake } from './gone.js';
import { push } from './lists.js';
import { deadLetterQueues, leadsTo } from './redrive.js';
export function readTask(facts, { op, s, e, outcome }, start) {
    const { SourceArn, DestinationArn, MaxNumberOfMessagesPerSecond: rate } = start.input;
    if (outcome === 'refused' || typeof SourceArn !== 'string')
        return;
    facts.tasks.push({
        op,
        s,
        e,
        outcome,
        source: queueOfArn(SourceArn),
        destination: DestinationArn === undefined ? undefined : queueOfArn(DestinationArn),
        rate,
        handle: outcome === 'ok' ? outputOf(start).TaskHandle : undefined,
    });
}
/**
 * What a task may move comes to its destination as a new message (sqs:X22), like a send of which nobody knows whether and
 * when it arrived. So that is how it is read: for each task one unknown send of every message to every legal destination.
 */
export function bindTasks(facts) {
    for (const origin of facts.sends) {
        const copies = [origin];
        for (const task of facts.tasks) {
            const taken = copies.filter((copy) => mayTake(facts, task, copy));
            const places = new Set(taken.flatMap((copy) => destinationsOf(facts, task, copy)));
            for (const place of places)
                copies.push(copyOf(facts, task, origin, place));
        }
        for (const copy of copies)
            if (copy !== origin)
                keep(facts, copy);
    }
}
function keep({ unknownSends }, copy) {
    copy.place.sends.push(copy);
    push(unknownSends, copy.entry.MessageBody, copy);
}
const copyOf = (facts, { op, s }, origin, place) => ({
    op,
    s: Math.max(s, origin.s),
    e: Number.POSITIVE_INFINITY,
    queue: place.name,
    place,
    index: 0,
    group: origin.group,
    dedupId: undefined,
    entry: origin.entry,
    delay: { lo: 0, hi: attributeOf(facts, place, 'DelaySeconds', s, Number.POSITIVE_INFINITY).hi },
    result: undefined,
    message: undefined,
});
/** The given one, else every queue from which the message may have come to the source (sqs:MT4). */
function destinationsOf(facts, { source, destination }, origin) {
    if (destination !== undefined)
        return [facts.queue(destination)];
    const ways = [origin.queue, ...deadLetterQueues(facts, origin.queue)];
    return ways.map((name) => facts.queue(name)).filter((queue) => leadsTo(queue, source));
}
/** Can a move task that had begun by `t` have brought the message of the send to `queue`, under its old id (sqs:X24)? */
export const redrivenTo = (facts, sent, queue, t) => facts.tasks.some((task) => task.s <= t && mayTake(facts, task, sent) && destinationsOf(facts, task, sent).some(({ name }) => name === queue));
