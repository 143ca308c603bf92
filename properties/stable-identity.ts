import { sameValue } from './reading/contents.js';
import { mayBeSameKey } from './reading/dedup.js';
import type { Facts } from './reading/facts.js';
import { possiblyRedriven } from './reading/gone.js';
import { type Judgement, property } from './reading/judge.js';
import { nameOf, titleOf } from './reading/names.js';
import { comesRound } from './reading/redrive.js';
import type { Delivery, MessageFacts, Sent } from './reading/words.js';

export const stableIdentity = property(
  {
    name: 'stable-identity',
    claim: 'A MessageId stands for one message, the same at every delivery.',
    judges:
      'Every later delivery of a MessageId against its first: body, message attributes, SentTimestamp, SenderId and the other constant system attributes, wherever both show them; at the strict level also ApproximateFirstReceiveTimestamp within one queue. From a FIFO queue also deduplication id and sequence number, which like the SentTimestamp may change with a move to the dead-letter queue. And every accepted send: nobody else got its MessageId, on a FIFO queue nobody with another deduplication key.',
    forgives:
      'What a receive did not ask for, Numbers in other digits, another time of the first receive after a move to a dead-letter queue, and whatever a move task may have moved.',
    blind: 'A message that is delivered once.',
    source: [
      'sqs:I3',
      'sqs:D4',
      'sqs:N12',
      'sqs:V4',
      'sqs:X8',
      'sqs:X9',
      'sqs:X10',
      'sqs:U17',
      'sqs:RM5',
      'sqs:F21',
      'sqs:F22',
      'sqs:G5',
    ],
  },
  (facts, judgement) => {
    for (const sent of facts.sends) if (sent.message !== undefined) newId(facts, judgement, sent, sent.message);
    for (const message of facts.redelivered) {
      const { deliveries } = message;
      for (let later = 1; later < deliveries.length; later++) {
        if (possiblyRedriven(facts, message, deliveries[later]!.e)) break;
        judgement.judged++;
        sameMessage(judgement, deliveries[0]!, deliveries[later]!);
        if (deliveries[later]!.receive.place.isFifo) sameInQueue(facts, judgement, deliveries, later);
        if (facts.strict) sameFirstReceive(facts, judgement, deliveries, later);
      }
    }
  },
);

function newId(facts: Facts, judgement: Judgement, sent: Sent, { id, sent: first }: MessageFacts): void {
  judgement.judged++;
  const owner = first!;
  if (owner === sent || mayBeSameKey(facts, owner, sent)) return;
  const says = `${nameOf(sent.op)} was answered with MessageId ${id}, which ${nameOf(owner.op)} had got`;
  judgement.violated(says, [sent.op.id, owner.op.id]);
}

/** Never changes, dead-letter queue or not (sqs:RM5, sqs:X8, sqs:X9 for standard queues). */
const constants = ['SentTimestamp', 'SenderId', 'AWSTraceHeader', 'MessageGroupId'];
/** What a FIFO dead-letter queue may set anew (sqs:X9, sqs:X10). */
const constantsOfQueue = ['SentTimestamp', 'MessageDeduplicationId', 'SequenceNumber'];

function sameMessage(judgement: Judgement, first: Delivery, later: Delivery): void {
  if (first.message.Body !== later.message.Body)
    differs(judgement, first, later, 'Body', JSON.stringify(first.message.Body), JSON.stringify(later.message.Body));
  if (!sameConstants(first.message.Attributes, later.message.Attributes))
    for (const name of constants)
      if (name !== 'SentTimestamp' || !later.receive.place.isFifo) sameAttribute(judgement, first, later, name);
  const before = first.message.MessageAttributes;
  const after = later.message.MessageAttributes;
  if (before === undefined || after === undefined || before === after) return;
  for (const name of Object.keys(after)) {
    const value = before[name];
    if (value === undefined || sameValue(value, after[name]!)) continue;
    differs(judgement, first, later, name, JSON.stringify(value), JSON.stringify(after[name]));
  }
}

/** A cheap look at what usually shows. */
const sameConstants = (before: Shown, after: Shown): boolean =>
  before?.SentTimestamp === after?.SentTimestamp &&
  before?.SenderId === after?.SenderId &&
  before?.AWSTraceHeader === after?.AWSTraceHeader &&
  before?.MessageGroupId === after?.MessageGroupId;

type Shown = Record<string, string> | undefined;

function sameAttribute(judgement: Judgement, first: Delivery, later: Delivery, name: string): void {
  const before = first.message.Attributes?.[name];
  const after = later.message.Attributes?.[name];
  if (before === after || before === undefined || after === undefined) return;
  differs(judgement, first, later, name, before, after);
}

/** Compared with the first delivery from the same queue, if the message cannot have left that between. */
function sameInQueue(facts: Facts, judgement: Judgement, deliveries: Delivery[], later: number): void {
  const delivery = deliveries[later]!;
  const first = deliveries.find(({ queue }) => queue === delivery.queue)!;
  if (first === delivery || comesRound(facts, delivery.receive.place)) return;
  for (const name of constantsOfQueue) sameAttribute(judgement, first, delivery, name);
}

/** Compared with the delivery before it, if that came from the same queue and the message cannot have left it between. */
function sameFirstReceive(facts: Facts, judgement: Judgement, deliveries: Delivery[], later: number): void {
  const before = deliveries[later - 1]!;
  const delivery = deliveries[later]!;
  if (before.queue !== delivery.queue || comesRound(facts, delivery.receive.place)) return;
  sameAttribute(judgement, before, delivery, 'ApproximateFirstReceiveTimestamp');
}

function differs(
  judge: Judgement,
  first: Delivery,
  later: Delivery,
  what: string,
  before: string,
  after: string,
): void {
  const says = `${nameOf(later.op)} delivered ${titleOf(later.of)} with ${what} ${after}, but ${nameOf(first.op)} with ${before}`;
  judge.violated(says, [later.op.id, first.op.id]);
}
