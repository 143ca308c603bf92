import type { Millis } from '../../src/core/clock.js';
import type { Facts } from './facts.js';
import { possiblyRedriven } from './gone.js';
import type { Delivery, MessageFacts } from './words.js';

/**
 * Finds out how early each delivery can have been taken. A long poll may have waited: what it brought was taken neither
 * before its send, nor before the time that the server shows for the first receive.
 */
export function bindSince(facts: Facts): void {
  const clock = clockOf(facts);
  for (const message of facts.messages)
    for (const delivery of message.deliveries)
      if (delivery.s < delivery.e) delivery.since = Math.min(delivery.e, sinceOf(facts, message, delivery, clock));
}

function sinceOf(facts: Facts, message: MessageFacts, delivery: Delivery, clock: ServerClock): Millis {
  let since = delivery.s;
  const { sent } = message;
  if (sent === undefined || possiblyRedriven(facts, message, delivery.e)) return since;
  since = Math.max(since, sent.s);
  const first = delivery.message.Attributes?.ApproximateFirstReceiveTimestamp;
  if (delivery.count !== 1 || delivery.retryOf !== undefined || first === undefined) return since;
  const at = Number(first) - clock.hi - facts.early;
  // a clock that contradicts itself, or a text that is no number, says nothing
  return clock.lo <= clock.hi && at > since ? at : since;
}

/** Between which epoch times the server's clock stood at time 0, in milliseconds; in no order if it contradicts itself. */
interface ServerClock {
  lo: number;
  hi: number;
}

/** Every send brackets it: the SentTimestamp lies between its begin and its end (sqs:RM5). */
function clockOf(facts: Facts): ServerClock {
  const { epoch } = facts.history.endpoint;
  const { epochError: error } = facts;
  const clock = { lo: epoch - error, hi: epoch + error };
  if (error === 0) return clock;
  for (const message of facts.messages) {
    const at = Number(sentTimestamp(facts, message));
    if (Number.isNaN(at)) continue;
    // both clocks count whole milliseconds
    clock.lo = Math.max(clock.lo, at - message.sent!.e - 1);
    clock.hi = Math.min(clock.hi, at - message.sent!.s + 1);
  }
  return clock;
}

/** The SentTimestamp of a message, if its send certainly set it: not a move, which begins a new age (sqs:X9, sqs:X22). */
function sentTimestamp(facts: Facts, message: MessageFacts): string | undefined {
  const { sent, deliveries } = message;
  if (sent?.result === undefined || possiblyRedriven(facts, message)) return undefined;
  return deliveries.find(({ receive }) => receive.place === sent.place)?.message.Attributes?.SentTimestamp;
}
