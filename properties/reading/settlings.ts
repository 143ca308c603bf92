import { limits } from '../../src/core/limits.js';
import { answerTo } from './entries.js';
import type { Facts } from './facts.js';
import { joined, none } from './lists.js';
import { blindBy } from './receives.js';
import { deadLetterQueues } from './redrive.js';
import type { Called, Delivery, OpOf, Settling, Timed } from './words.js';

/** `code` is that of a refusal, of the call or of the entry alone. */
export function readSettling(
  facts: Facts,
  { op, s, e, place, outcome }: Called,
  kind: Settling['kind'],
  entry: { ReceiptHandle: string; VisibilityTimeout?: number },
  code: string | undefined,
): void {
  facts.settlings.push({
    op,
    s,
    e,
    kind,
    queue: place.name,
    handle: entry.ReceiptHandle,
    outcome: code !== undefined ? 'refused' : isLegal(entry.VisibilityTimeout) ? outcome : 'unknown',
    code,
    seconds: entry.VisibilityTimeout,
    delivery: undefined,
    acts: undefined,
  });
}

/** What an accepted change to another timeout does nobody knows (sqs:CV2). */
const isLegal = (seconds = 0): boolean => seconds >= 0 && seconds <= limits.visibilityMax;

export function readSettlingBatch(
  facts: Facts,
  called: Called,
  op: OpOf<'DeleteMessageBatch' | 'ChangeMessageVisibilityBatch'>,
): void {
  const kind = op.call === 'DeleteMessageBatch' ? 'delete' : 'change';
  if (called.outcome === 'ok') facts.batches.push(op);
  const { Entries = none } = op.input;
  for (const entry of Entries) {
    const { called: own, failure } = answerTo(called, Entries, entry);
    readSettling(facts, own, kind, entry, failure === undefined ? called.refusal?.code : failure.Code);
  }
}

/** Ties it to its message by the handle; a client may have settled before the reading knew the handle. */
export function bindSettling(facts: Facts, settling: Settling): void {
  settling.delivery = facts.handles.get(settling.handle);
  const message = settling.delivery?.of;
  if (message === undefined) return;
  if (settling.kind === 'delete') message.deletes = joined(message.deletes, settling);
  else message.changes = joined(message.changes, settling);
}

/** Do both carry one handle, so that the one is the other or repeats it (sqs:F40)? */
export const isSameReceipt = (a: Delivery, b: Delivery): boolean => a === b || (a.retryOf ?? a) === (b.retryOf ?? b);

/** Is there no delivery, seen by a client and with another handle, that may lie between `delivery` and `settling`? */
export function isLatestSeen(delivery: Delivery, settling: Timed): boolean {
  for (const other of delivery.of.deliveries)
    if (other.e >= delivery.s && other.s <= settling.e && !isSameReceipt(other, delivery)) return false;
  return true;
}

/** Is the handle of `delivery` certainly the message's newest at `settling`: nobody can have received it in between? */
export function certainlyLatest(facts: Facts, delivery: Delivery, settling: Timed): boolean {
  if (!isLatestSeen(delivery, settling)) return false;
  if (blindBy(facts, delivery.queue, settling.e)) return false;
  for (const queue of deadLetterQueues(facts, delivery.queue)) if (blindBy(facts, queue, settling.e)) return false;
  return true;
}
