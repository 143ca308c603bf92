import { possiblyRedriven } from './reading/gone.js';
import { property } from './reading/judge.js';
import { nameOf, titleOf } from './reading/names.js';
import { deadLetterQueues } from './reading/redrive.js';
export const onePlace = property({
    name: 'one-place',
    claim: 'A dead letter is no longer in the queue that it came from.',
    judges: 'Every message that was delivered from two FIFO queues, at the strict level from any two: after a delivery from the dead-letter queue no receive that begins later brings it from the source.',
    forgives: 'Receives that overlap, queues whose policies lead in a circle, and what a move task may have moved.',
    blind: 'Messages that nobody received from the dead-letter queue.',
    source: ['sqs:I13', 'sqs:X3', 'sqs:X8', 'sqs:D7'],
}, (facts, judgement) => {
    for (const message of facts.redelivered)
        if (inTwoQueues(message) && isJudged(facts, message))
            staysMoved(facts, judgement, message);
});
const isJudged = (facts, message) => (facts.strict || message.deliveries[0].receive.place.isFifo) && !possiblyRedriven(facts, message);
const inTwoQueues = ({ deliveries }) => deliveries.some(({ receive }) => receive.place !== deliveries[0].receive.place);
function staysMoved(facts, judgement, { deliveries }) {
    judgement.judged++;
    for (const back of deliveries) {
        const moved = deliveries.find((other) => other.e < back.s && leadsOneWay(facts, back.queue, other.queue));
        if (moved === undefined)
            continue;
        isBack(judgement, moved, back);
        return;
    }
}
function leadsOneWay(facts, source, target) {
    if (source === target)
        return false;
    return deadLetterQueues(facts, source).has(target) && !deadLetterQueues(facts, target).has(source);
}
function isBack(judgement, moved, back) {
    const says = `${nameOf(back.op)} delivered ${titleOf(back.of)} from ${back.queue}`;
    const before = `${nameOf(moved.op)} had delivered it from its dead-letter queue ${moved.queue} before`;
    judgement.violated(`${says}, but ${before}`, [back.op.id, moved.op.id]);
}
