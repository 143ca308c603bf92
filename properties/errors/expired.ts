import type { OpId } from '../../src/core/history.js';
import { expiresFrom, possiblyMoved, possiblyRedriven, possiblyWiped } from '../reading/gone.js';
import { blindBy } from '../reading/receives.js';
import { certainlyLatest } from '../reading/settlings.js';
import { certainlyHidden, windowOf } from '../reading/window.js';
import type { Delivery } from '../reading/words.js';
import { type Ask, type Check, doubt, type Part, type Wrong } from './check.js';
import { issue, receipt } from './handles.js';
import { type Row, rows } from './rows.js';

type Deletion = { ReceiptHandle?: string };

/** A FIFO queue refuses to delete with a handle whose window is over (sqs:RH9), a single call and an entry in words of their own. */
const expiredChecks = (rule: string, row: Row): readonly Check<Deletion>[] => [
  { rule, fault: 'the handle has expired', row, wrong: expired, because: issue },
  { rule: 'sqs:U4', fault: 'the message was received again since', row, wrong: stale, because: receipts },
];

/** sqs:E21 */
export const expiredHandle: Part<Deletion> = {
  isPlain: isCurrent,
  checks: expiredChecks('sqs:RH9', rows.invalidParameter),
};

/** sqs:RH12 */
export const expiredHandleOfEntry: Part<Deletion> = {
  isPlain: isCurrent,
  checks: expiredChecks('sqs:RH12', rows.expiredEntry),
};

/** Was it accepted, by a standard queue or in the one window that the message has had so far? */
function isCurrent(deletion: Deletion, ask: Ask): boolean {
  if (!ask.place.isFifo) return true;
  if (ask.refusal !== undefined) return false;
  const delivery = receipt(deletion, ask);
  if (delivery === undefined) return true;
  const { deliveries, changes } = delivery.of;
  return deliveries.length === 1 && changes.length === 0 && isInOwnWindow(delivery, ask);
}

const isInOwnWindow = ({ s, receive }: Delivery, { e, facts }: Ask): boolean =>
  e < s + receive.visibility.lo * 1000 - facts.early;

function expired(deletion: Deletion, ask: Ask): Wrong {
  const delivery = receipt(deletion, ask);
  if (delivery === undefined || isStale(delivery, ask)) return false;
  const { facts, s, e } = ask;
  if (mayBeRemoved(delivery, ask)) return 'free';
  const { hi } = windowOf(facts, delivery.of, delivery.queue, ask);
  if (hi + facts.late > s) return !isCertainlyIn(delivery, ask) && doubt(ask);
  if (mayBeMoved(delivery, ask)) return 'free';
  return blindBy(facts, delivery.queue, e) ? doubt(ask) : true;
}

/** A receive without a known outcome may have made the handle stale, once its own window was over. */
function isCertainlyIn(delivery: Delivery, ask: Ask): boolean {
  const { facts } = ask;
  if (!mayBeChanged(delivery) && isInOwnWindow(delivery, ask)) return true;
  return certainlyHidden(facts, delivery.of, delivery.queue, ask) && certainlyLatest(facts, delivery, ask);
}

/** May anybody have changed its window since, or begun it anew with the attempt id (sqs:F40)? */
const mayBeChanged = (delivery: Delivery): boolean =>
  delivery.of.changes.some(({ outcome, e }) => outcome !== 'refused' && e >= delivery.s) ||
  delivery.of.deliveries.some(({ retryOf }) => retryOf === delivery);

/** What a delete with a stale handle is answered is expected to be the same, but nobody has recorded it (sqs:U4). */
function stale(deletion: Deletion, ask: Ask): Wrong {
  const delivery = receipt(deletion, ask);
  if (delivery === undefined || !isStale(delivery, ask)) return false;
  return ask.facts.strict && !mayBeRemoved(delivery, ask) && !mayBeMoved(delivery, ask) ? true : 'free';
}

/** Was the message certainly received again, under another handle? */
function isStale({ of, queue, e, message }: Delivery, ask: Ask): boolean {
  return of.deliveries.some(
    (other) =>
      other.queue === queue && other.s > e && other.e < ask.s && other.message.ReceiptHandle !== message.ReceiptHandle,
  );
}

/** What the handle of a message that is gone is answered is free (sqs:U5). */
function mayBeRemoved({ of, receive }: Delivery, { facts, op, e }: Ask): boolean {
  const { sent, deletes } = of;
  if (sent === undefined || deletes.some((other) => other.op !== op && other.outcome !== 'refused' && other.s <= e))
    return true;
  if (deletes.filter((other) => other.op === op).length > 1 || e >= expiresFrom(facts, of) - facts.early) return true;
  return possiblyWiped(facts, receive.place, sent.s, e);
}

/** Only messages out of flight move (sqs:X7, sqs:X21). */
const mayBeMoved = ({ of, receive }: Delivery, { facts, e }: Ask): boolean =>
  possiblyMoved(facts, of, receive.place, e) || possiblyRedriven(facts, of, e);

/** The receive that issued the handle, and the last one. */
function receipts(deletion: Deletion, ask: Ask): OpId[] {
  const last = receipt(deletion, ask)!.of.deliveries.findLast(({ e }) => e < ask.s)!;
  return [...new Set([...issue(deletion, ask), last.op.id])];
}
