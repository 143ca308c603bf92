import type { History } from '../src/core/history.js';
import { type Delivery, type Facts, factsOf, type Settling } from './facts.js';

/**
 * What a campaign must have met at least once, else it has judged less than it seems. Each is told from the history
 * alone, like a property.
 */
export interface Reach {
  name: string;
  seen(facts: Facts): boolean;
}

const deliveries = (test: (delivery: Delivery, facts: Facts) => boolean) => (facts: Facts) =>
  facts.deliveries.some((delivery) => test(delivery, facts));
const settlings = (test: (settling: Settling, facts: Facts) => boolean) => (facts: Facts) =>
  facts.settlings.some((settling) => test(settling, facts));
const fault = (name: string) => (facts: Facts) => facts.history.ops.some((op) => op.fault === name);
const refusal = (code: string) => (facts: Facts) =>
  facts.history.ops.some(({ reply }) => reply.kind === 'error' && reply.code === code);
const liberty = (label: string) => (facts: Facts) =>
  Object.values(facts.history.schedule.choices ?? {}).some((taken) => taken[label] !== undefined);

/** Was the handle's message received again, certainly before the settling? */
const isStale = ({ delivery, s }: Settling): boolean => {
  if (delivery === undefined) return false;
  return delivery.of.deliveries.some((other) => other.s > delivery.e && other.e < s);
};

/** Is the handle the newest known one, its own window over, and the message not touched since? */
const isExpired = (settling: Settling): boolean => {
  const { delivery, s } = settling;
  if (delivery === undefined || isStale(settling)) return false;
  const { changes, deletes } = delivery.of;
  if (s < delivery.e + delivery.receive.visibility.hi * 1000) return false;
  return ![...changes, ...deletes].some((other) => other !== settling && other.s <= s);
};

/** Did the poll wait and then answer with something? */
const isWoken = ({ receive }: Delivery): boolean => receive.wait.lo > 0 && receive.e > receive.s;

/** Was the message redelivered exactly at the end of its last window? */
function isAtBoundary({ of, receive, s }: Delivery): boolean {
  const before = of.deliveries[of.deliveries.findIndex((other) => other.receive === receive) - 1];
  return (
    before !== undefined && s === before.e + before.receive.visibility.lo * 1000 && before.receive.visibility.lo > 0
  );
}

export const reaches: readonly Reach[] = [
  { name: 'redelivery after a window', seen: deliveries(({ count }) => (count ?? 0) > 1) },
  { name: 'redelivery at the very end of a window', seen: deliveries(isAtBoundary) },
  { name: 'receive with an empty window', seen: deliveries(({ receive }) => receive.visibility.hi === 0) },
  { name: 'several messages in one answer', seen: deliveries(({ index }) => index > 0) },
  {
    name: 'delete with the current handle',
    seen: settlings(
      (c) => c.kind === 'delete' && c.outcome === 'ok' && !isStale(c) && !isExpired(c) && c.delivery !== undefined,
    ),
  },
  {
    name: 'delete with an expired handle',
    seen: settlings((c) => c.kind === 'delete' && c.outcome === 'ok' && isExpired(c)),
  },
  {
    name: 'delete with a stale handle',
    seen: settlings((c) => c.kind === 'delete' && c.outcome === 'ok' && isStale(c)),
  },
  {
    name: 'second delete of a message',
    seen: settlings((c) => c.kind === 'delete' && c.outcome === 'ok' && (c.delivery?.of.deletes[0]?.s ?? c.s) < c.s),
  },
  {
    name: 'change with an expired handle',
    seen: settlings((c) => c.kind === 'change' && c.outcome === 'ok' && isExpired(c)),
  },
  {
    name: 'change with a stale handle',
    seen: settlings((c) => c.kind === 'change' && c.outcome === 'ok' && isStale(c)),
  },
  { name: 'change to zero', seen: settlings((c) => c.kind === 'change' && c.outcome === 'ok' && c.seconds === 0) },
  {
    name: 'change after a delete refused',
    seen: settlings(
      (c) => c.kind === 'change' && c.outcome === 'refused' && (c.delivery?.of.deletes[0]?.s ?? c.s) < c.s,
    ),
  },
  {
    name: 'extension past 12 h refused',
    seen: settlings(
      (c) =>
        c.kind === 'change' &&
        c.outcome === 'refused' &&
        c.delivery !== undefined &&
        c.delivery.of.deletes.length === 0 &&
        (c.seconds ?? 0) * 1000 + c.s - c.delivery.s > 43_200_000,
    ),
  },
  { name: 'handle of another queue', seen: settlings((c) => c.delivery !== undefined && c.delivery.queue !== c.queue) },
  { name: 'delivery of a delayed message', seen: deliveries(({ of }) => (of.sent?.entry.DelaySeconds ?? 0) > 0) },
  { name: 'dead letter delivered', seen: deliveries(({ deadLetteredFrom }) => deadLetteredFrom !== undefined) },
  {
    name: 'dead letter of a dead letter',
    seen: deliveries(
      ({ of, deadLetteredFrom }) =>
        deadLetteredFrom !== undefined && of.sent !== undefined && deadLetteredFrom !== of.sent.queue,
    ),
  },
  {
    name: 'poll woken by a send',
    seen: deliveries((d) => isWoken(d) && d.of.deliveries[0] === d && d.of.sent?.s === d.e),
  },
  {
    name: 'poll woken by the end of a delay',
    seen: deliveries((d) => isWoken(d) && d.of.deliveries[0] === d && (d.of.sent?.s ?? d.e) < d.s),
  },
  {
    name: 'poll woken by the end of a window',
    seen: deliveries((d) => isWoken(d) && d.of.deliveries[0] !== d && !d.of.changes.some(({ s }) => s === d.e)),
  },
  { name: 'poll woken by a change', seen: deliveries((d) => isWoken(d) && d.of.changes.some(({ s }) => s === d.e)) },
  {
    name: 'long poll that stays empty',
    seen: (facts) =>
      facts.receives.some(
        (r) => r.outcome === 'ok' && r.wait.lo > 0 && r.deliveries.length === 0 && r.op.step !== undefined,
      ),
  },
  {
    name: 'two polls on one queue',
    seen: (facts) =>
      facts.receives.some(
        (r, k) =>
          r.e > r.s &&
          facts.receives.some((other, j) => j > k && other.queue === r.queue && other.s < r.e && other.e > other.s),
      ),
  },
  {
    name: 'message expired before the drain',
    seen: (facts) =>
      facts.sends.some(
        (sent) => sent.result !== undefined && sent.s + facts.shortestLife(sent) < (facts.history.drainedFrom ?? 0),
      ),
  },
  {
    name: 'purge of a queue with messages',
    seen: (facts) =>
      facts.queues.size > 0 &&
      [...facts.queues.values()].some(({ wipes, sends }) =>
        wipes.some((w) => w.kind === 'purge' && sends.some(({ s }) => s < w.s)),
      ),
  },
  {
    name: 'queue created again',
    seen: (facts) =>
      [...facts.queues.values()].some(({ wipes, writes }) =>
        wipes.some((w) => w.kind === 'delete-queue' && writes.some((c) => c.created && c.s > w.s)),
      ),
  },
  {
    name: 'batch partly refused',
    seen: (facts) =>
      facts.history.ops.some(
        ({ reply }) => reply.kind === 'ok' && 'Failed' in reply.output && 'Successful' in reply.output,
      ),
  },
  {
    name: 'counters read with messages in flight',
    seen: (facts) =>
      facts.history.ops.some(
        (op) =>
          op.call === 'GetQueueAttributes' &&
          op.reply.kind === 'ok' &&
          Number(
            (op.reply.output as { Attributes?: Record<string, string> }).Attributes
              ?.ApproximateNumberOfMessagesNotVisible ?? 0,
          ) > 0,
      ),
  },
  ...['lost-request', 'lost-reply', 'repeated', 'slow-reply', 'throttled', 'crash'].map((name) => ({
    name: `fault: ${name}`,
    seen: fault(name),
  })),
  ...['order', 'short', 'empty', 'waiter', 'stale-delete', 'expired-change', 'duplicate', 'zombie', 'long-empty'].map(
    (label) => ({ name: `liberty: ${label}`, seen: liberty(label) }),
  ),
  ...[
    'QueueDoesNotExist',
    'MissingRequiredParameterException',
    'InvalidParameterValueException',
    'InvalidMessageContents',
    'InvalidAttributeName',
    'InvalidAttributeValue',
    'ReceiptHandleIsInvalid',
    'PurgeQueueInProgress',
    'QueueDeletedRecently',
    'QueueNameExists',
    'EmptyBatchRequest',
    'TooManyEntriesInBatchRequest',
    'InvalidBatchEntryId',
    'BatchEntryIdsNotDistinct',
  ].map((code) => ({ name: `refusal: ${code}`, seen: refusal(code) })),
];

/** Names of everything the history reached. */
export function* reachedBy(history: History): Generator<string> {
  const facts = factsOf(history);
  for (const { name, seen } of reaches) if (seen(facts)) yield name;
}
