import { limits } from '../../src/core/limits.js';
import { expiresFrom } from '../reading/gone.js';
import type { Settling } from '../reading/words.js';
import { deliveryBefore, endOfWindow, isCurrent, isExpired, isFifo, isStale, type Scene, scene } from './reach.js';

/** No message is younger when it expires (sqs:RT1). Milliseconds. */
const shortestLife = limits.retentionMin * 1000;

const deliveries = scene(
  (facts) => facts.deliveries,
  [
    { name: 'redelivery after a window', seen: ({ count = 0 }) => count > 1 },
    {
      name: 'redelivery at the very end of a window',
      seen: (d) => {
        const before = deliveryBefore(d);
        return before !== undefined && before.receive.visibility.lo > 0 && d.s === endOfWindow(before);
      },
    },
    { name: 'receive with an empty window', seen: ({ receive }) => receive.visibility.hi === 0 },
    { name: 'several messages in one answer', seen: ({ index }) => index > 0 },
    { name: 'delivery of a delayed message', seen: ({ of }) => (of.sent?.delay.lo ?? 0) > 0 },
    {
      name: 'message expired in flight',
      seen: (d, facts) => {
        const { sent, deletes, deliveries } = d.of;
        const { drainedFrom = 0 } = facts.history;
        if (sent === undefined || deletes.length > 0 || endOfWindow(d) - sent.s < shortestLife) return false;
        const end = expiresFrom(facts, d.of);
        return d.e < end && end < endOfWindow(d) && end < drainedFrom && deliveries.at(-1) === d;
      },
    },
    { name: 'system attribute delivered', seen: ({ message }) => message.Attributes?.AWSTraceHeader !== undefined },
    {
      name: 'message of a group on a standard queue',
      on: 'standard',
      seen: (d) => d.of.sent?.group !== undefined && !isFifo(d),
    },
  ],
);

/** Was the message deleted before, with any handle? */
const isDeletedBefore = ({ delivery, s }: Settling): boolean => (delivery?.of.deletes[0]?.s ?? s) < s;

const deletes = scene(
  ({ settlings }) => settlings.filter(({ kind, outcome }) => kind === 'delete' && outcome === 'ok'),
  [
    { name: 'delete with the current handle', seen: isCurrent },
    { name: 'delete with an expired handle', on: 'standard', seen: isExpired },
    { name: 'delete with a stale handle', on: 'standard', seen: isStale },
    { name: 'second delete of a message', seen: isDeletedBefore },
    {
      name: 'delete and redelivery in one batch',
      seen: (c, { settlings }) =>
        c.op.call === 'DeleteMessageBatch' &&
        settlings.some((other) => other.op === c.op && isStale(other)) &&
        isCurrent(c),
    },
  ],
);

const changes = scene(
  ({ settlings }) => settlings.filter(({ kind, outcome }) => kind === 'change' && outcome === 'ok'),
  [
    { name: 'change to zero', seen: ({ seconds }) => seconds === 0 },
    { name: 'change with an expired handle', on: 'standard', seen: isExpired },
    { name: 'change with a stale handle', on: 'standard', seen: isStale },
  ],
);

const refused = scene(
  ({ settlings }) => settlings.filter(({ outcome, delivery }) => outcome === 'refused' && delivery !== undefined),
  [
    {
      name: 'FIFO delete with an expired handle',
      on: 'fifo',
      seen: (c) => c.kind === 'delete' && isFifo(c.delivery!) && isExpired(c),
    },
    {
      name: 'FIFO delete with a stale handle',
      on: 'fifo',
      seen: (c) => c.kind === 'delete' && isFifo(c.delivery!) && isStale(c),
    },
    {
      name: 'FIFO change with an expired handle',
      on: 'fifo',
      seen: (c) => c.kind === 'change' && isFifo(c.delivery!) && isExpired(c),
    },
    { name: 'change after a delete refused', seen: (c) => c.kind === 'change' && isDeletedBefore(c) },
    {
      name: 'extension past 12 h refused',
      seen: ({ kind, delivery, seconds = 0, s }) =>
        kind === 'change' &&
        delivery!.of.deletes.length === 0 &&
        seconds * 1000 + s - delivery!.s > limits.visibilityMax * 1000,
    },
    { name: 'handle of another queue', seen: (c) => c.delivery!.queue !== c.queue },
  ],
);

const messages = scene(
  (facts) => facts.messages,
  [
    {
      name: 'message expired before the drain',
      seen: (message, facts) => {
        const { drainedFrom = 0 } = facts.history;
        const { sent } = message;
        return sent !== undefined && drainedFrom - sent.s > shortestLife && expiresFrom(facts, message) < drainedFrom;
      },
    },
  ],
);

/** Windows, lives and handles. */
export const windows: readonly Scene[] = [deliveries, deletes, changes, refused, messages];
