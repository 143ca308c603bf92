import type { MessageAttributes, ReceivedMessage } from '../../src/core/calls.js';
import type { Rules } from '../rules.js';
import { md5OfAttributes, md5OfBody } from './digest.js';
import { issueHandle } from './handle.js';
import { hasAttributes, type Message } from './message.js';
import type { Queue } from './queue.js';
import type { ReceiveInput } from './receive.js';
import type { Sqs } from './service.js';

/** A message as a receive shows it, under the handle of its newest receipt (sqs:RM4). */
export function shown(sqs: Sqs, queue: Queue, message: Message, input: ReceiveInput): ReceivedMessage {
  const { rules } = sqs;
  const received: ReceivedMessage = {
    MessageId: rules.idShown(message),
    ReceiptHandle: issueHandle(rules, queue.name, message),
    MD5OfBody: md5OfBody(message.body, rules),
    Body: message.body,
  };
  const systemNames = rules.namesShown('system', systemNamesOf(input));
  if (systemNames !== undefined) addSystemAttributes(sqs, queue, received, message, systemNames);
  const names = rules.namesShown('message', input.MessageAttributeNames);
  if (hasAttributes(message)) addAttributes(rules, received, message, names ?? []);
  else if (rules.digestsNothing()) received.MD5OfMessageAttributes = md5OfAttributes({}, rules);
  return received;
}

/** The two members mean the same (sqs:RM6). */
const systemNamesOf = ({ AttributeNames: old, MessageSystemAttributeNames: now }: ReceiveInput) =>
  old === undefined || now === undefined ? (now ?? old) : [...old, ...now];

/** The system attributes asked for that have a value (sqs:RM4, sqs:RM5). */
function addSystemAttributes(
  sqs: Sqs,
  queue: Queue,
  received: ReceivedMessage,
  message: Message,
  names: string[],
): void {
  const all = systemAttributes(sqs, queue, message);
  const wanted = names.includes('All') ? undefined : names.filter((name) => Object.hasOwn(all, name));
  if (wanted === undefined) received.Attributes = all;
  else if (wanted.length > 0) received.Attributes = Object.fromEntries(wanted.map((name) => [name, all[name]!]));
}

function systemAttributes({ rules, epoch }: Sqs, queue: Queue, message: Message): Record<string, string> {
  const all: Record<string, string> = {
    ApproximateFirstReceiveTimestamp: String(epoch + message.firstReceivedAt!),
    ApproximateReceiveCount: String(message.receives),
    SenderId: 'redrive',
    SentTimestamp: String(epoch + message.sentAt),
  };
  const { trace, groupId, dedupId, deadLetterSource } = message;
  const isFifo = queue.fifo !== undefined;
  if (isFifo) all.SequenceNumber = rules.sequenceOf(rules.sequenceShown(message));
  if (dedupId !== undefined) all.MessageDeduplicationId = dedupId;
  if (groupId !== undefined && rules.showsGroup(isFifo)) all.MessageGroupId = groupId;
  if (trace !== undefined) all.AWSTraceHeader = trace;
  if (deadLetterSource !== undefined) all.DeadLetterQueueSourceArn = deadLetterSource;
  return all;
}

/** The message attributes asked for, and a digest over just those (sqs:RM7, sqs:RM8). */
function addAttributes(rules: Rules, received: ReceivedMessage, message: Message, names: string[]): void {
  const stored = message.attributes!;
  const wanted = wantedOf(stored, names);
  if (wanted === undefined) return;
  received.MessageAttributes = wanted;
  received.MD5OfMessageAttributes = md5OfAttributes(received.MessageAttributes, rules);
  message.attributes = rules.attributesLeft(stored, received.MessageAttributes);
}

/** The attributes whose names match; undefined when none does, the very same object when all do. */
function wantedOf(stored: MessageAttributes, names: string[]): MessageAttributes | undefined {
  if (names.includes('All')) return stored;
  const wanted = Object.keys(stored).filter((name) => names.some((pattern) => matches(pattern, name)));
  return wanted.length === 0 ? undefined : Object.fromEntries(wanted.map((name) => [name, stored[name]!]));
}

const matches = (pattern: string, name: string): boolean =>
  pattern === '*' || pattern === name || (pattern.endsWith('.*') && name.startsWith(pattern.slice(0, -2)));
