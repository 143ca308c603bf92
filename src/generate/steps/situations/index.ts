import { type CallName, isFifo } from '../../../core/calls.js';
import type { Step } from '../../../core/schedule.js';
import type { Recipe } from '../recipe.js';
import { afterAttempt } from './attempts.js';
import { afterFifoSend } from './dedup.js';
import { afterFifoBatch, afterFifoReceive, gather, outlive, redelay } from './groups.js';
import type { Next } from './next.js';
import { afterReceive, afterSend, afterSettling } from './polls.js';
import { afterCreate, afterDrop, afterList, afterPermission, afterPurge, afterSet, afterTag } from './queues.js';
import { afterBatch, afterStart } from './tasks.js';

export type { Next } from './next.js';

/** Steps that make a situation of the one before them; none, mostly. */
type Situation = (last: Step, recipe: Recipe) => Next[];
type Table = Partial<Record<CallName, readonly Situation[]>>;

/** What may follow a call, in the order in which it is tried. */
const anywhere: Table = {
  DeleteMessage: [afterSettling],
  ChangeMessageVisibility: [afterSettling],
  ReceiveMessage: [afterReceive],
  SendMessage: [afterSend],
  SendMessageBatch: [afterBatch],
  CreateQueue: [afterCreate],
  DeleteQueue: [afterDrop],
  PurgeQueue: [afterPurge],
  ListQueues: [afterList],
  ListDeadLetterSourceQueues: [afterList],
  SetQueueAttributes: [afterSet],
  StartMessageMoveTask: [afterStart],
  TagQueue: [afterTag],
  UntagQueue: [afterTag],
  AddPermission: [afterPermission],
  RemovePermission: [afterPermission],
};
const onFifo: Table = {
  ...anywhere,
  ReceiveMessage: [afterAttempt, afterFifoReceive, afterReceive],
  SendMessage: [afterFifoSend, outlive, redelay, gather, afterSend],
  SendMessageBatch: [afterBatch, afterFifoBatch],
};

/** Now and then steps that make a situation of the last one, of a sort that single steps rarely make. */
export function drawSituation(last: Step, recipe: Recipe): Next[] {
  const table = isFifo(String(last.input.QueueUrl)) ? onFifo : anywhere;
  for (const situation of table[last.call] ?? []) {
    const next = situation(last, recipe);
    if (next.length > 0) return next;
  }
  return [];
}
