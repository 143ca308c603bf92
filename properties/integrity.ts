import type { AttributeValue, MessageAttributes, SendResult } from '../src/core/calls.js';
import {
  asks,
  asksSystem,
  attributesDigest,
  bodyDigest,
  isDigestible,
  isEmpty,
  sameValue,
} from './reading/contents.js';
import type { Facts } from './reading/facts.js';
import { type Judgement, property } from './reading/judge.js';
import { nameOf, titleOf } from './reading/names.js';
import { comesRound } from './reading/redrive.js';
import type { Delivery, Sent } from './reading/words.js';

export const integrity = property(
  {
    name: 'integrity',
    claim: 'What was sent comes back unchanged, and every MD5 is that of what it stands beside.',
    judges:
      'Every accepted send: the MD5s of body, attributes and system attributes against the input. Every delivery: body, the message attributes that its receive asked for, no others, and both MD5s; group id, trace header and, from a FIFO queue that it was sent to, deduplication id.',
    forgives:
      'The MD5s of the original in the answer to a FIFO duplicate. A Number that comes back with the same value in other digits, and then the MD5 of either text. Any MD5 of attributes with a type that SQS should have refused. An absent attribute map stands for an empty one.',
    blind: 'A change to body and MD5 alike in a message that no send can be found for: no-invention sees that one.',
    source: [
      'sqs:I2',
      'sqs:D6',
      'sqs:M9',
      'sqs:M20',
      'sqs:M21',
      'sqs:M23',
      'sqs:M24',
      'sqs:RM4',
      'sqs:RM7',
      'sqs:RM8',
      'sqs:M22',
      'sqs:RM5',
      'sqs:RM6',
      'sqs:SM6',
      'sqs:F3',
      'sqs:G1',
      'sqs:U26',
    ],
  },
  (facts, judgement) => {
    const misdigested: Sent[] = [];
    for (const sent of facts.sends)
      if (sent.result !== undefined && !answered(judgement, sent, sent.result)) misdigested.push(sent);
    for (const delivery of facts.deliveries) returned(facts, judgement, delivery, misdigested);
  },
);

/** False if the MD5 of the body is wrong, and so no measure for those of deliveries. */
function answered(judgement: Judgement, sent: Sent, result: SendResult): boolean {
  judgement.judged++;
  const { MD5OfMessageBody, MD5OfMessageAttributes, MD5OfMessageSystemAttributes } = result;
  const { MessageBody, MessageAttributes, MessageSystemAttributes } = sent.entry;
  const body = bodyDigest(MessageBody);
  if (MD5OfMessageBody !== body) bodyAnswered(judgement, sent, MD5OfMessageBody, body);
  if (MD5OfMessageAttributes !== undefined || MessageAttributes !== undefined)
    attributesAnswered(judgement, sent, 'MessageAttributes', MD5OfMessageAttributes);
  if (MD5OfMessageSystemAttributes !== undefined || MessageSystemAttributes !== undefined)
    attributesAnswered(judgement, sent, 'MessageSystemAttributes', MD5OfMessageSystemAttributes);
  return MD5OfMessageBody === body;
}

function bodyAnswered(judgement: Judgement, sent: Sent, said: string, right: string): void {
  const original = originalOf(sent);
  if (original !== undefined && said === bodyDigest(original.entry.MessageBody)) return;
  misanswered(judgement, sent, digests('MD5OfMessageBody', said, right));
}

function attributesAnswered(
  judgement: Judgement,
  sent: Sent,
  member: 'MessageAttributes' | 'MessageSystemAttributes',
  said: string | undefined,
): void {
  const right = attributesDigest(sent.entry[member]);
  if (said === right || !isDigestible(sent.entry[member])) return;
  const original = originalOf(sent);
  if (original !== undefined && said === attributesDigest(original.entry[member])) return;
  misanswered(judgement, sent, digests(`MD5Of${member}`, said, right));
}

/** What a duplicate was answered with: nobody has recorded whose MD5s it gets (sqs:U26). */
const originalOf = (sent: Sent): Sent | undefined => (sent.message!.sent === sent ? undefined : sent.message!.sent);

function misanswered(judgement: Judgement, { op, entry }: Sent, wrong: string): void {
  judgement.violated(`${nameOf(op)} of ${shown(entry.MessageBody)} answered ${wrong}`, [op.id]);
}

function returned(facts: Facts, judgement: Judgement, delivery: Delivery, misdigested: readonly Sent[]): void {
  judgement.judged++;
  const { op, message, of } = delivery;
  const { Body, MD5OfBody, MessageAttributes, MD5OfMessageAttributes } = message;
  const sent = of.sent;
  const same = sent === undefined || Body === sent.entry.MessageBody;
  if (!same) changed(judgement, delivery, sent);
  if (sent !== undefined) systemShown(facts, judgement, delivery, sent);
  const known = same && sent?.result !== undefined && MD5OfBody === sent.result.MD5OfMessageBody;
  if (!(known && !misdigested.includes(sent)) && MD5OfBody !== bodyDigest(Body)) {
    const wrong = digests('MD5OfBody', MD5OfBody, bodyDigest(Body));
    judgement.violated(`${nameOf(op)} delivered ${shown(Body)} with ${wrong}`, [op.id]);
  }
  if (MessageAttributes === undefined && MD5OfMessageAttributes === undefined && !sent?.entry.MessageAttributes) return;
  const whole = sent !== undefined && sameAttributes(judgement, delivery, sent);
  if (whole && sent.result !== undefined && MD5OfMessageAttributes === sent.result.MD5OfMessageAttributes) return;
  digestOfReturned(judgement, delivery);
}

function changed(judgement: Judgement, { op, message }: Delivery, sent: Sent): void {
  const bodies = `body ${shown(message.Body)}, but ${nameOf(sent.op)} sent ${shown(sent.entry.MessageBody)}`;
  judgement.violated(`${nameOf(op)} delivered message ${message.MessageId} with ${bodies}`, [op.id, sent.op.id]);
}

function systemShown(facts: Facts, judgement: Judgement, delivery: Delivery, sent: Sent): void {
  const { Attributes } = delivery.message;
  const trace = sent.entry.MessageSystemAttributes?.AWSTraceHeader?.StringValue;
  if (sent.group !== undefined || (delivery.of.makers.length === 0 && Attributes?.MessageGroupId !== undefined))
    isShown(judgement, delivery, sent, 'MessageGroupId', sent.group);
  if (trace !== undefined && sent.op.call !== 'StartMessageMoveTask')
    isShown(judgement, delivery, sent, 'AWSTraceHeader', trace);
  if (!sent.place.isFifo ? Attributes?.MessageDeduplicationId !== undefined : knowsDedupId(facts, delivery, sent))
    isShown(judgement, delivery, sent, 'MessageDeduplicationId', sent.dedupId);
}

/** Of a dead letter it is another one (sqs:X10), and of what a move task moved it is not known (sqs:U23). */
const knowsDedupId = (facts: Facts, { receive }: Delivery, { dedupId, place }: Sent): boolean =>
  dedupId !== undefined && place === receive.place && !comesRound(facts, place);

function isShown(judgement: Judgement, delivery: Delivery, sent: Sent, name: string, right: string | undefined): void {
  const shown = delivery.message.Attributes?.[name];
  if (shown === right || (shown === undefined && !asksSystem(delivery.receive.op.input, name))) return;
  misdelivered(judgement, delivery, sent, `with ${name} ${quoted(shown)} instead of ${quoted(right)}`);
}

const quoted = (text: string | undefined): string => (text === undefined ? 'none' : text || '""');

/** True if all attributes of the send came back, and nothing else: then their MD5 is that of the send, judged there. */
function sameAttributes(judgement: Judgement, delivery: Delivery, sent: Sent): boolean {
  const back = delivery.message.MessageAttributes ?? {};
  const original = sent.entry.MessageAttributes ?? {};
  const names = delivery.receive.op.input.MessageAttributeNames;
  let whole = true;
  for (const name in back) {
    const wrong = wrongValue(back[name]!, original[name], names, name, sent);
    if (wrong !== undefined) misdelivered(judgement, delivery, sent, `with ${wrong}`);
    whole &&= wrong === undefined;
  }
  for (const name in original) {
    if (back[name] !== undefined) continue;
    whole = false;
    if (asks(names, name))
      misdelivered(judgement, delivery, sent, `without ${name}, which ${nameOf(sent.op)} sent and it had asked for`);
  }
  return whole;
}

function misdelivered(judgement: Judgement, { op, of }: Delivery, sent: Sent, how: string): void {
  judgement.violated(`${nameOf(op)} delivered ${titleOf(of)} ${how}`, [op.id, sent.op.id]);
}

/** What is wrong with an attribute that came back, given the value that was sent. */
function wrongValue(
  back: AttributeValue,
  value: AttributeValue | undefined,
  names: string[] | undefined,
  name: string,
  { op }: Sent,
): string | undefined {
  if (value === undefined) return `attribute ${name}, which ${nameOf(op)} did not send`;
  if (!asks(names, name)) return `attribute ${name}, for which it had not asked`;
  if (sameValue(back, value)) return undefined;
  return `${name} = ${JSON.stringify(back)}, but ${nameOf(op)} sent ${JSON.stringify(value)}`;
}

function digestOfReturned(judgement: Judgement, { op, message, of }: Delivery): void {
  const said = message.MD5OfMessageAttributes;
  const right = attributesDigest(message.MessageAttributes);
  if (said === right || said === attributesDigest(inOriginalDigits(message.MessageAttributes, of.sent))) return;
  if (!isDigestible(message.MessageAttributes)) return;
  const wrong = digests('MD5OfMessageAttributes', said, right);
  judgement.violated(`${nameOf(op)} delivered ${titleOf(of)} with ${wrong}`, [op.id]);
}

/** The attributes returned, but each Number as it was sent. */
function inOriginalDigits(back: MessageAttributes | undefined, sent: Sent | undefined): MessageAttributes | undefined {
  if (back === undefined || isEmpty(back)) return undefined;
  const original = sent?.entry.MessageAttributes ?? {};
  return Object.fromEntries(
    Object.entries(back).map(([name, value]) => [
      name,
      (value.DataType?.startsWith('Number') && original[name]) || value,
    ]),
  );
}

const digests = (what: string, said: string | undefined, right: string | undefined): string =>
  `${what} ${said ?? 'absent'}; it is ${right ?? 'absent, for there are no attributes'}`;

const shown = (text: string): string => JSON.stringify(text.length <= 40 ? text : `${text.slice(0, 40)}...`);
