import type { ReceivedMessage, Reply } from './core/calls.js';
import type { History, Op } from './core/history.js';

/**
 * An answer that is not the model's, where the contract does not demand the model's: a text of a refusal (sqs:E60), or a
 * member of an answer that is there or not. A warning, never a verdict.
 */
export interface Difference {
  /** The same for all of one kind: "the text of MissingParameter of SendMessage". */
  what: string;
  says: string;
}

type Members = Record<string, unknown>;

/**
 * Compares two runs of one schedule call by call; `expected` is the model's. Calls with other outcomes are not compared, nor what
 * a queue shows after one of them.
 */
export function differences(actual: History, expected: History): Difference[] {
  const known = new Map(expected.ops.map((op) => [keyOf(op), op]));
  const apart = new Set<unknown>();
  return actual.ops.flatMap((op) => {
    const other = op.step === undefined ? undefined : known.get(keyOf(op));
    if (other === undefined) return [];
    if (op.reply.kind !== other.reply.kind) apart.add(queueOf(op));
    return between(op, other, apart.has(queueOf(op)));
  });
}

const queueOf = ({ input }: Op): unknown => ('QueueUrl' in input ? input.QueueUrl : undefined);

/** A repeated call has two ops of one step: they are not compared. */
const keyOf = ({ step, fault }: Op): string => `${step} ${fault === 'repeated'}`;

function between(op: Op, other: Op, isApart: boolean): Difference[] {
  const [theirs, ours] = [op.reply, other.reply];
  if (theirs.kind === 'error' && ours.kind === 'error') return textOf(op, theirs, ours);
  if (theirs.kind === 'ok' && ours.kind === 'ok' && !isApart)
    return shapeOf(op, theirs.output as Members, ours.output as Members);
  return [];
}

type Refused = Extract<Reply, { kind: 'error' }>;

/** Texts that nobody has recorded: sqs:E3, sqs:E4, sqs:E11, sqs:E18, sqs:E19, sqs:E23, sqs:E24, sqs:E25, sqs:E40, sqs:E46, sqs:E61. */
const unrecorded =
  /alphanumeric characters, hyphens, or underscores|^Invalid characters found|\(user\) attribute|^Number of message attributes|beyond the limit|not retryable|^Too many messages|RedrivePolicy|^You must use this format|attribute name/;

function textOf(op: Op, theirs: Refused, ours: Refused): Difference[] {
  const [text, expected] = [plain(theirs.message), plain(ours.message)];
  if (theirs.code !== ours.code || text === expected || unrecorded.test(expected)) return [];
  if (momentary.test(text) && momentary.test(expected)) return [];
  const says = `${op.call} #${op.id} was refused with ${JSON.stringify(text)}; recorded is ${JSON.stringify(expected)}`;
  return [{ what: `the text of ${theirs.code} of ${op.call}`, says }];
}

/** Without the handle, which is everybody's own; sqs:E23 is seen with a final period and without. */
const plain = (text: string): string =>
  text.replace(/(?<=^Value ).*(?= for parameter ReceiptHandle)|(?<=receipt handle ").*(?=")/, '…').replace(/\.$/, '');

/** Which of these a change deserves goes with the instant: sqs:E21, sqs:E22, sqs:E23. */
const momentary = /handle has expired$|is not available for visibility timeout change$|beyond the limit/;

function shapeOf(op: Op, theirs: Members, ours: Members): Difference[] {
  switch (op.call) {
    case 'ReceiveMessage':
      return messagesOf(theirs).flatMap((message) => {
        const expected = messagesOf(ours).find(({ Body }) => Body === message.Body);
        if (expected === undefined) return [];
        return [
          ...members(op, 'a message', message, expected),
          ...members(op, 'the attributes of a message', ownOf(message), ownOf(expected)),
        ];
      });
    case 'GetQueueAttributes':
      return members(op, 'the attributes', theirs.Attributes, ours.Attributes);
    case 'CreateQueue':
    case 'GetQueueUrl':
    case 'SendMessage':
      return members(op, 'the answer', theirs, ours);
    default:
      return [];
  }
}

/** Its attributes, but that of a dead letter: whether it is one goes with the instant, and a property speaks of it. */
function ownOf({ Attributes = {} }: ReceivedMessage): Members {
  const { DeadLetterQueueSourceArn: _, ...own } = Attributes;
  return own;
}

const messagesOf = ({ Messages }: Members): ReceivedMessage[] => (Messages ?? []) as ReceivedMessage[];

function members(op: Op, whose: string, theirs: unknown, ours: unknown): Difference[] {
  const [shown, expected] = [keysOf(theirs), keysOf(ours)];
  const lacking = expected.filter((name) => !shown.includes(name));
  const more = shown.filter((name) => !expected.includes(name));
  if (lacking.length + more.length === 0) return [];
  const told = [...listed('without', lacking), ...listed('with', more)].join(' and ');
  return [{ what: `the members of ${whose} of ${op.call}`, says: `${op.call} #${op.id} showed ${whose} ${told}` }];
}

const listed = (how: string, names: readonly string[]): string[] =>
  names.length === 0 ? [] : [`${how} ${names.join(', ')}`];

const keysOf = (value: unknown): string[] => Object.keys((value ?? {}) as Members);
