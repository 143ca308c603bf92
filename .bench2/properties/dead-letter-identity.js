import { valuesOf } from './reading/attributes.js';
import { asksSystem } from './reading/contents.js';
import { possiblyRedriven } from './reading/gone.js';
import { property } from './reading/judge.js';
import { nameOf, titleOf } from './reading/names.js';
import { deadLetterQueues, policyOf } from './reading/redrive.js';
export const deadLetterIdentity = property({
    name: 'dead-letter-identity',
    claim: 'A dead letter keeps its MessageId, names the queue that it came from, and goes on counting its receives.',
    judges: 'Every delivery of a message from another queue than it was sent to: its id is that of the send, DeadLetterQueueSourceArn names a queue whose policy led here; at the strict level its count is above every count seen before in other queues. On a FIFO queue its deduplication id is its MessageId. A message sent directly names no source.',
    forgives: 'Any source whose policy pointed here at some time since the send; a count that jumps; whatever a move task may have moved.',
    blind: 'Receives that do not ask for the attributes; a changed id where an unknown send may explain the body.',
    source: ['sqs:I12', 'sqs:X4', 'sqs:X8', 'sqs:D4', 'sqs:L4', 'sqs:RM5', 'sqs:X10'],
}, (facts, judgement) => {
    for (const delivery of facts.deliveries) {
        const { sent } = delivery.of;
        if (sent === undefined) {
            if (delivery.of.makers.length === 0)
                sameId(facts, judgement, delivery);
        }
        else if (possiblyRedriven(facts, delivery.of, delivery.e))
            continue;
        else if (sent.queue !== delivery.queue)
            moved(facts, judgement, sent, delivery);
        else if (delivery.deadLetteredFrom !== undefined)
            direct(facts, judgement, sent, delivery);
    }
});
/** No send was answered with this id: is the message a dead letter under another one? */
function sameId(facts, judgement, { op, queue, message }) {
    const behind = ({ queue: from }) => deadLetterQueues(facts, from).has(queue);
    const sent = facts.sends.find((other) => other.entry.MessageBody === message.Body && behind(other));
    if (sent?.result === undefined)
        return;
    judgement.judged++;
    const delivered = `${nameOf(op)} delivered ${message.Body} from ${queue} with MessageId ${message.MessageId}`;
    judgement.violated(`${delivered}, but ${nameOf(sent.op)} had sent it as ${sent.result.MessageId}`, [
        op.id,
        sent.op.id,
    ]);
}
function moved(facts, judgement, sent, delivery) {
    if (!deadLetterQueues(facts, sent.queue).has(delivery.queue))
        return;
    const { input } = delivery.receive.op;
    if (asksSystem(input, 'DeadLetterQueueSourceArn'))
        rightSource(facts, judgement, sent, delivery);
    if (sent.place.isFifo && asksSystem(input, 'MessageDeduplicationId'))
        dedupIdIsId(judgement, delivery);
    if (facts.strict && delivery.count !== undefined)
        countGoesOn(facts, judgement, delivery.count, delivery);
}
function rightSource(facts, judgement, sent, delivery) {
    judgement.judged++;
    const { op, of, queue, deadLetteredFrom } = delivery;
    if (deadLetteredFrom !== undefined && ledHere(facts, sent, delivery, deadLetteredFrom))
        return;
    const shown = deadLetteredFrom === undefined ? 'without' : `with ${deadLetteredFrom} in`;
    const says = `${nameOf(op)} delivered ${titleOf(of)} from ${queue} ${shown} DeadLetterQueueSourceArn`;
    judgement.violated(`${says}, but ${nameOf(sent.op)} had sent it to ${sent.queue}`, [op.id, sent.op.id]);
}
/** So that the dead-letter queue takes it for no duplicate. */
function dedupIdIsId(judgement, { op, of, queue, message }) {
    judgement.judged++;
    const shown = message.Attributes?.MessageDeduplicationId;
    if (shown === of.id)
        return;
    const says = `${nameOf(op)} delivered ${titleOf(of)} from ${queue} with MessageDeduplicationId ${shown ?? 'absent'}`;
    judgement.violated(`${says}; that of a dead letter is its MessageId ${of.id}`, [op.id]);
}
/** Can the message have been in `from`, and had that queue a policy for this one at some time since the send? */
function ledHere(facts, sent, { queue, e }, from) {
    if (from !== sent.queue && !deadLetterQueues(facts, sent.queue).has(from))
        return false;
    return valuesOf(facts, facts.queue(from), 'RedrivePolicy', sent.s, e).some((text) => policyOf(text)?.target === queue);
}
function countGoesOn(facts, judgement, count, delivery) {
    const { op, of, queue, s } = delivery;
    if (deadLetterQueues(facts, queue).has(queue))
        return;
    let highest;
    for (const other of of.deliveries)
        if (other.queue !== queue && other.e < s && (other.count ?? 0) > (highest?.count ?? 0))
            highest = other;
    if (highest === undefined)
        return;
    judgement.judged++;
    if (count > highest.count)
        return;
    const says = `${nameOf(op)} delivered ${titleOf(of)} from ${queue} with receive count ${count}`;
    const before = `${nameOf(highest.op)} had it from ${highest.queue} with ${highest.count} before`;
    judgement.violated(`${says}, but ${before}`, [op.id, highest.op.id]);
}
function direct(facts, judgement, sent, { op, of, queue, deadLetteredFrom }) {
    if (deadLetterQueues(facts, queue).has(queue))
        return;
    judgement.judged++;
    const says = `${nameOf(op)} delivered ${titleOf(of)} with ${deadLetteredFrom} in DeadLetterQueueSourceArn`;
    judgement.violated(`${says}, but ${nameOf(sent.op)} had sent it to ${queue} itself`, [op.id, sent.op.id]);
}
