import { isFifo } from '../../../core/calls.js';
import { afterAttempt } from './attempts.js';
import { afterFifoSend } from './dedup.js';
import { afterFifoBatch, afterFifoReceive, outlive } from './groups.js';
import { afterReceive, afterSend, afterSettling } from './polls.js';
import { afterCreate, afterDrop, afterLabel, afterSet } from './queues.js';
import { afterBatch, afterStart } from './tasks.js';
/** What may follow a call, in the order in which it is tried. */
const anywhere = {
    DeleteMessage: [afterSettling],
    ChangeMessageVisibility: [afterSettling],
    ReceiveMessage: [afterReceive],
    SendMessage: [afterSend],
    SendMessageBatch: [afterBatch],
    CreateQueue: [afterCreate],
    DeleteQueue: [afterDrop],
    SetQueueAttributes: [afterSet],
    StartMessageMoveTask: [afterStart],
    TagQueue: [afterLabel],
    UntagQueue: [afterLabel],
    AddPermission: [afterLabel],
    RemovePermission: [afterLabel],
};
const onFifo = {
    ...anywhere,
    ReceiveMessage: [afterAttempt, afterFifoReceive, afterReceive],
    SendMessage: [afterFifoSend, outlive, afterSend],
    SendMessageBatch: [afterBatch, afterFifoBatch],
};
/** Now and then steps that make a situation of the last one, of a sort that single steps rarely make. */
export function drawSituation(last, recipe) {
    const table = isFifo(String(last.input.QueueUrl)) ? onFifo : anywhere;
    for (const situation of table[last.call] ?? []) {
        const next = situation(last, recipe);
        if (next.length > 0)
            return next;
    }
    return [];
}
