import { property } from './reading/judge.js';
import { nameOf, titleOf } from './reading/names.js';
import { deadLetterQueues } from './reading/redrive.js';
import { redrivenTo } from './reading/tasks.js';
export const isolation = property({
    name: 'isolation',
    claim: 'A message comes only from the queue that it was sent to, or from dead-letter queues behind it.',
    judges: 'The queue of every delivery against the queue of its send and all redrive policies of the run.',
    forgives: 'A delivery from any dead-letter queue that a chain of policies, in force at any time, leads to, and from the legal destinations of move tasks.',
    blind: 'Whether the move was due, which is the matter of other properties; messages whose send is not known.',
    source: ['sqs:I27', 'sqs:I1', 'sqs:D7', 'sqs:X3', 'sqs:X13', 'sqs:MT4'],
}, (facts, judgement) => {
    for (const delivery of facts.deliveries) {
        const { sent } = delivery.of;
        if (sent === undefined)
            continue;
        judgement.judged++;
        if (delivery.queue === sent.queue || mayHaveCome(facts, sent, delivery))
            continue;
        const { op, of, queue } = delivery;
        const says = `${nameOf(op)} delivered ${titleOf(of)} from ${queue}, but ${nameOf(sent.op)} sent it to ${sent.queue}`;
        judgement.violated(`${says}, and no redrive policy leads from there to ${queue}`, [op.id, sent.op.id]);
    }
});
const mayHaveCome = (facts, sent, { queue, e }) => deadLetterQueues(facts, sent.queue).has(queue) || redrivenTo(facts, sent, queue, e);
