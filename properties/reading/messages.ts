import type { Millis } from '../../src/core/clock.js';
import { asksSystem, sameAttributes } from './contents.js';
import { mayBeSameKey } from './dedup.js';
import type { Facts } from './facts.js';
import { none, push } from './lists.js';
import { comesRound, deadLetterQueues } from './redrive.js';
import { bindSend } from './sends.js';
import type { Delivery, MessageFacts, Sent } from './words.js';

export const newMessage = (id: string): MessageFacts => ({
  id,
  sent: undefined,
  makers: none,
  deliveries: none,
  deletes: none,
  changes: none,
  expires: undefined,
  spurious: undefined,
});

/** Finds out which send made each message, where the answers do not say it plainly. */
export function bindMessages(facts: Facts): void {
  const lost = lostByKey(facts);
  if (facts.shared || lost.size > 0)
    for (const message of facts.messages) if (message.sent !== undefined) bindAnswered(facts, message, lost);
  if (facts.unknownSends.size > 0)
    for (const message of facts.messages) if (message.sent === undefined) bindUnknown(facts, message);
}

const keyOf = ({ queue, dedupId }: Sent): string => `${queue} ${dedupId}`;

/** Sends to FIFO queues without a known outcome, by queue and deduplication id. */
function lostByKey({ unknownSends }: Facts): Map<string, Sent[]> {
  const lost = new Map<string, Sent[]>();
  for (const sends of unknownSends.values())
    for (const sent of sends) if (sent.dedupId !== undefined) push(lost, keyOf(sent), sent);
  return lost;
}

/**
 * A duplicate is answered with the id of the message that was there before (sqs:F21), and that may have come from a send
 * whose answer was lost. Whatever made the message did so before the first of its answers was over.
 */
function bindAnswered(facts: Facts, message: MessageFacts, lost: Map<string, Sent[]>): void {
  const first = message.sent!;
  const answered = [first, ...message.makers];
  message.makers = none;
  if (!first.place.isFifo) return;
  const by = Math.min(...answered.map(({ e }) => e));
  const unseen = (lost.get(keyOf(first)) ?? none).filter((sent) => mayBeSameKey(facts, sent, first));
  const makers = [...answered, ...unseen.filter((sent) => mayHaveMade(facts, sent, message))].filter(
    ({ s }) => s <= by,
  );
  made(facts, message, makers, by);
  message.sent!.result ??= first.result;
  message.sent!.message = message;
}

/** Of the sends without a known outcome that carried its body, those that fit with all that its deliveries show. */
function bindUnknown(facts: Facts, message: MessageFacts): void {
  const [first] = message.deliveries;
  const sends = first && facts.unknownSends.get(first.message.Body);
  if (sends === undefined) return;
  let makers = sends;
  for (const test of [begunBefore, leadsThere, mayHaveMade])
    makers = unlessEmpty(
      makers.filter((sent) => test(facts, sent, message)),
      makers,
    );
  made(facts, message, makers, Number.POSITIVE_INFINITY);
}

const unlessEmpty = <T>(list: T[], otherwise: T[]): T[] => (list.length > 0 ? list : otherwise);

const begunBefore = (_: Facts, { s }: Sent, { deliveries }: MessageFacts): boolean =>
  deliveries.every(({ e }) => s <= e);

const leadsThere = (facts: Facts, { queue: from }: Sent, { deliveries }: MessageFacts): boolean =>
  deliveries.every(({ queue }) => queue === from || deadLetterQueues(facts, from).has(queue));

/** Does the message show nothing else than the send carried? */
const mayHaveMade = (facts: Facts, sent: Sent, { deliveries }: MessageFacts): boolean =>
  deliveries.every((delivery) => fits(facts, sent, delivery));

function fits(facts: Facts, { entry, place, group, dedupId }: Sent, { message, receive }: Delivery): boolean {
  const { input } = receive.op;
  if (message.Body !== entry.MessageBody || !sameAttributes(entry.MessageAttributes, message, input)) return false;
  const isDeadLetter = place !== receive.place || comesRound(facts, place);
  const shows = (name: string, value: string | undefined): boolean =>
    message.Attributes?.[name] === value || (message.Attributes?.[name] === undefined && !asksSystem(input, name));
  return (
    shows('MessageGroupId', group) &&
    shows('AWSTraceHeader', entry.MessageSystemAttributes?.AWSTraceHeader?.StringValue) &&
    (dedupId === undefined || isDeadLetter || shows('MessageDeduplicationId', dedupId))
  );
}

/** `by` is when the message was there at the latest. */
function made(facts: Facts, message: MessageFacts, makers: Sent[], by: Millis): void {
  const [first] = makers;
  if (makers.length === 1) message.sent = first;
  else {
    message.makers = makers;
    message.sent = makers.every(({ place }) => place === first!.place) ? anyOf(facts, message, makers, by) : undefined;
  }
}

/** One that stands for all: it has the content of one that fits, and times that enclose all of theirs. */
function anyOf(facts: Facts, message: MessageFacts, makers: Sent[], by: Millis): Sent {
  const likely = makers.find((sent) => mayHaveMade(facts, sent, message)) ?? makers[0]!;
  const same = <T>(of: (sent: Sent) => T): T | undefined =>
    makers.every((sent) => of(sent) === of(likely)) ? of(likely) : undefined;
  const sent: Sent = {
    ...likely,
    s: Math.min(...makers.map(({ s }) => s)),
    e: by,
    group: same(({ group }) => group),
    dedupId: same(({ dedupId }) => dedupId),
    delay: {
      lo: Math.min(...makers.map(({ delay }) => delay.lo)),
      hi: Math.max(...makers.map(({ delay }) => delay.hi)),
    },
    result: undefined,
  };
  if (by < Number.POSITIVE_INFINITY) bindSend(facts, sent);
  return sent;
}
