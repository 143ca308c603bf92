import { arnOf } from '../../src/core/calls.js';
import { copyOf } from './message.js';
/** Moves an available message of the source to its dead-letter queue, which exists (sqs:X8). */
export function moveToDeadLetters(sqs, source, message, at) {
    const { rules } = sqs;
    const target = sqs.queues.get(source.deadLetter.target);
    source.remove(message, 'move');
    if (rules.leavesCopy())
        source.add(secondOf(sqs, message), 'available');
    const moved = deadLetterOf(sqs, source, target, message, at);
    // its age may already be past what the dead-letter queue keeps (sqs:RT4)
    if (rules.expiresAt(moved, target.retention) <= at && rules.ageRemoves('available'))
        return;
    target.add(moved, 'available');
    sqs.woken(target, 'move', at);
}
/** The message as its dead-letter queue holds it, available at once (sqs:X8, sqs:X9, sqs:X10, sqs:X14). */
function deadLetterOf({ rules }, source, target, message, at) {
    const { fifo } = target;
    const isFifo = fifo !== undefined;
    return copyOf(message, {
        trace: rules.traceAfterMove(message),
        groupId: rules.groupAfterMove(message),
        dedupId: isFifo ? rules.dedupIdAfterMove(message) : undefined,
        sequence: isFifo ? rules.sequenceAfterMove(message, fifo.nextSequence()) : 0,
        sentAt: rules.sentAtAfterMove(message, at, isFifo),
        bornAt: rules.bornAtAfterMove(message, at, isFifo),
        visibleAt: at,
        firstReceivedAt: rules.firstReceivedAfterMove(message, at),
        receiptsElsewhere: message.receivedAt.length,
        deadLetterSource: rules.deadLetterSource(arnOf(source.name), arnOf(target.name)),
    });
}
/** A second message of the same MessageId, whose receipts so far count as received elsewhere. */
export const secondOf = (sqs, message) => copyOf(message, { number: ++sqs.messages, receiptsElsewhere: message.receivedAt.length });
