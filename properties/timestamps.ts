import type { Facts } from './reading/facts.js';
import { possiblyRedriven } from './reading/gone.js';
import { type Judgement, property } from './reading/judge.js';
import { nameOf, titleOf } from './reading/names.js';
import { comesRound, deadLetterQueues } from './reading/redrive.js';
import type { Delivery, MessageFacts, Timed } from './reading/words.js';

export const timestamps = property(
  {
    name: 'timestamps',
    claim: 'SentTimestamp is the time of the send, ApproximateFirstReceiveTimestamp that of the first receive.',
    judges:
      'Every delivery that shows them: decimal digits; the one within the send, the other not before it, not before the first receive that can have been and not after this one. A move to a dead-letter queue changes neither limit, but on FIFO queues it makes the SentTimestamp that of the move.',
    forgives: 'The error of the server clock that the endpoint states, at least 30 s under the documented level.',
    blind:
      'An error smaller than that, what a move task may have moved, the SentTimestamp of a FIFO dead letter under the documented level, and whether the first receive time stays the same (see stable-identity).',
    source: ['sqs:I19', 'sqs:RM5', 'sqs:X9', 'sqs:RT4', 'sqs:RT5', 'sqs:B7'],
  },
  (facts, judgement) => {
    const clock = clockOf(facts);
    for (const message of facts.messages)
      for (const delivery of message.deliveries) {
        const shown = delivery.message.Attributes;
        if (shown && !possiblyRedriven(facts, message, delivery.e)) judge(facts, judgement, clock, delivery, shown);
      }
  },
);

/** Epoch time of time 0, and by how much the server's clock may differ from it. Milliseconds. */
interface ServerClock {
  epoch: number;
  error: number;
}

const clockOf = ({ history, epochError }: Facts): ServerClock => ({ epoch: history.endpoint.epoch, error: epochError });

function judge(
  facts: Facts,
  judgement: Judgement,
  clock: ServerClock,
  delivery: Delivery,
  { SentTimestamp: sent, ApproximateFirstReceiveTimestamp: first }: Record<string, string>,
): void {
  const sentAt = sent === undefined ? undefined : fromDigits(sent);
  const since = sendOf(facts, delivery);
  if (sentAt !== undefined && since && !sentTime(judgement, clock, delivery, sent!, sentAt, since)) return;
  const before = since === delivery.of.sent ? sentAt : undefined;
  if (first !== undefined) firstReceiveTime(facts, judgement, clock, delivery, first, before);
}

/** What set the SentTimestamp: the send, but of a FIFO dead letter its move, after the last receive before (sqs:X9). */
function sendOf(facts: Facts, { of, receive }: Delivery): Timed | undefined {
  const { sent, deliveries } = of;
  if (!sent?.place.isFifo) return sent;
  if (comesRound(facts, receive.place)) return undefined;
  if (sent.place === receive.place) return sent;
  if (!facts.strict) return undefined;
  const there = deliveries.filter((other) => other.receive.place === receive.place);
  const e = Math.min(...there.map((other) => other.e));
  const before = deliveries.findLast(({ queue }) => deadLetterQueues(facts, queue).has(receive.queue)) ?? sent;
  return { op: before.op, s: before.s, e };
}

/** False if it is wrong, and so no measure for the other. */
function sentTime(
  judgement: Judgement,
  { epoch, error }: ServerClock,
  delivery: Delivery,
  text: string,
  shown: number,
  sent: Timed,
): boolean {
  judgement.judged++;
  const at = shown - epoch;
  if (at >= sent.s - error && at <= Math.min(sent.e, delivery.e) + error) return true;
  const span = `${sent.s + epoch}${until(sent.s, Math.min(sent.e, delivery.e), epoch)}`;
  const isSend = sent.op === delivery.of.sent?.op;
  const real = isSend ? `${nameOf(sent.op)} was at ${span}` : `it is that of the move (sqs:X9), which was at ${span}`;
  wrong(judgement, 'SentTimestamp', text, delivery, real, [delivery.op.id, sent.op.id]);
  return false;
}

function firstReceiveTime(
  facts: Facts,
  judgement: Judgement,
  { epoch, error }: ServerClock,
  delivery: Delivery,
  text: string,
  sentAt: number | undefined,
): void {
  judgement.judged++;
  const at = fromDigits(text) - epoch;
  const first = delivery.of.deliveries[0]!;
  const possible = at >= first.s - error || at >= earliestReceive(facts, delivery.of) - error;
  const name = 'ApproximateFirstReceiveTimestamp';
  if (possible && at <= delivery.e + error) {
    if (sentAt === undefined || sentAt <= at + epoch + error) return;
    const sent = delivery.message.Attributes?.SentTimestamp;
    wrong(judgement, name, text, delivery, `with SentTimestamp ${sent}`, [delivery.op.id]);
    return;
  }
  const real = `${nameOf(delivery.op)} was at ${delivery.s + epoch}${until(delivery.s, delivery.e, epoch)}`;
  const since = first === delivery ? '' : ` and ${nameOf(first.op)} not before ${first.s + epoch}`;
  wrong(judgement, name, text, delivery, real + since, [delivery.op.id, first.op.id]);
}

/** The earliest instant at which anybody can have received the message. */
function earliestReceive(facts: Facts, { sent, deliveries }: MessageFacts): number {
  if (sent === undefined) return Number.NEGATIVE_INFINITY;
  let earliest = deliveries[0]!.s;
  for (const queue of [sent.queue, ...deadLetterQueues(facts, sent.queue)])
    earliest = Math.min(earliest, facts.queue(queue).blindReceives[0]?.s ?? earliest);
  return Math.max(earliest, sent.s);
}

/** The number that a text of one to sixteen decimal digits stands for; NaN for any other text. */
function fromDigits(text: string): number {
  if (text.length === 0 || text.length > 16) return Number.NaN;
  let value = 0;
  for (let index = 0; index < text.length; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

const until = (s: number, e: number, epoch: number): string => (s === e ? '' : ` to ${e + epoch}`);

function wrong(
  judgement: Judgement,
  name: string,
  text: string,
  { op, of }: Delivery,
  real: string,
  ops: number[],
): void {
  const says = `${nameOf(op)} delivered ${titleOf(of)} with ${name} ${text}, but ${real}`;
  judgement.violated(says, [...new Set(ops)]);
}
