import { property } from './reading/judge.js';
import { nameOf, titleOf } from './reading/names.js';
export const uniqueHandles = property({
    name: 'unique-handles',
    claim: 'Every delivery has a receipt handle of its own.',
    judges: 'The handles of all deliveries of the run, in all queues.',
    forgives: 'A FIFO receive that is repeated with its attempt id, and so brings the same message with the same handle.',
    blind: 'Handles of receives whose answer nobody saw.',
    source: ['sqs:I7', 'sqs:D5', 'sqs:V4', 'sqs:N12', 'sqs:F40'],
}, (facts, judgement) => {
    judgement.judged += facts.deliveries.length;
    if (facts.handles.size < facts.deliveries.length)
        report(facts, judgement);
});
function report(facts, judgement) {
    for (const delivery of facts.deliveries) {
        const { ReceiptHandle } = delivery.message;
        const first = facts.handles.get(ReceiptHandle);
        if (first === delivery || delivery.retryOf === first)
            continue;
        const again = `${nameOf(delivery.op)} delivered ${titleOf(delivery.of)} with receipt handle ${ReceiptHandle}`;
        const before = `under which ${nameOf(first.op)} had delivered ${titleOf(first.of)}`;
        judgement.violated(`${again}, ${before}`, [...new Set([delivery.op.id, first.op.id])]);
    }
}
