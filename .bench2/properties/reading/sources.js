import { valuesOf } from './attributes.js';
import { existence, isDeletion } from './existence.js';
import { policyOf } from './redrive.js';
/** Has the queue a redrive policy to `target` during the whole call (sqs:LD1)? A target that was deleted may have lost it. */
export function isSource(facts, queue, target, call) {
    const there = existence(facts, queue.name, call);
    if (there === 'no')
        return 'no';
    const leads = valuesOf(facts, queue, 'RedrivePolicy', call.s, call.e).map((text) => policyOf(text)?.target === target);
    if (!leads.includes(true))
        return 'no';
    const wasDeleted = facts.queue(target).wipes.some((wipe) => isDeletion(wipe) && wipe.s <= call.e);
    return there === 'yes' && !leads.includes(false) && !wasDeleted ? 'yes' : 'maybe';
}
/** Is the queue the dead-letter queue of any other during the whole call (sqs:MT2)? */
export function isDeadLetterQueue(facts, target, call) {
    let answer = 'no';
    for (const queue of facts.queues.values()) {
        const source = isSource(facts, queue, target, call);
        if (source === 'yes')
            return 'yes';
        if (source === 'maybe')
            answer = 'maybe';
    }
    return answer;
}
