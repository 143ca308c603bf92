import type { Reply } from '../../src/core/calls.js';
import { arnOf, type Call, type Calls, type MessageAttributes, type ReceivedMessage } from '../../src/core/calls.js';
import type { Consumer, Producer, Speed } from './scenario.js';

/** What a program wants next: a call answered, or some seconds of sleep. */
export type Ask = { call: Call } | { sleep: number };

/** One of the lecture's programs; resumed with the reply to its call. */
export type Program = Generator<Ask, 'ended' | 'crashed', Reply | undefined>;

export const queueUrl = 'mynewq';
export const deadLetterUrl = 'mynewq-dead';

/** The first letter of the names that a producer's messages get: S0, F0. */
const initials: Record<Speed, string> = { slow: 'S', fast: 'F' };
const titles: Record<Speed, string> = { slow: 'Slow', fast: 'Fast' };

/** sns:LL2 */
export function* producer({ speed, delay, messages = Number.POSITIVE_INFINITY }: Producer): Program {
  for (let k = 0; k < messages; k++) {
    yield { call: send(`${initials[speed]}${k}`, delay, attributesOf(speed)) };
    yield { sleep: 1 };
  }
  return 'ended';
}

/** sns:LL3; an empty answer has no member Messages, and the program dies of its KeyError. */
export function* consumer({ visibility, sleep, handling }: Consumer): Program {
  for (let i = 0; i < 10_000; i++) {
    const message = messageIn(yield { call: receive(visibility) });
    if (message === undefined) return 'crashed';
    if (handling === 'process-first') yield { sleep };
    if (handling !== 'no-delete') yield { call: deletion(message) };
    if (handling !== 'process-first') yield { sleep };
  }
  return 'ended';
}

/** The queue of the lecture (sns:LL1), with a dead-letter queue where the scenario wants one. */
export function creations(maxReceives?: number): Call[] {
  const Attributes = { DelaySeconds: '5', MessageRetentionPeriod: '86400' };
  if (maxReceives === undefined) return [{ call: 'CreateQueue', input: { QueueName: queueUrl, Attributes } }];
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: arnOf(deadLetterUrl), maxReceiveCount: maxReceives });
  return [
    { call: 'CreateQueue', input: { QueueName: deadLetterUrl } },
    { call: 'CreateQueue', input: { QueueName: queueUrl, Attributes: { ...Attributes, RedrivePolicy } } },
  ];
}

/** What queue_status asks every second (sns:LL4). */
export const status = (QueueUrl: string): Call => ({
  call: 'GetQueueAttributes',
  input: {
    QueueUrl,
    AttributeNames: [
      'ApproximateNumberOfMessages',
      'ApproximateNumberOfMessagesNotVisible',
      'ApproximateNumberOfMessagesDelayed',
    ],
  },
});

/** The message in the answer to a receive; none in an empty one. */
export function messageIn(reply: Reply | undefined): ReceivedMessage | undefined {
  if (reply?.kind !== 'ok') return undefined;
  return (reply.output as Calls['ReceiveMessage']['output']).Messages?.[0];
}

/** The lecture's body is one record of a data file as JSON; ours says only which. */
export const nameIn = (body: string): string => (JSON.parse(body) as { donor: string }).donor;

function send(donor: string, delay: number | undefined, MessageAttributes: MessageAttributes): Call {
  const input = { QueueUrl: queueUrl, MessageBody: JSON.stringify({ donor }), MessageAttributes };
  return { call: 'SendMessage', input: delay === undefined ? input : { ...input, DelaySeconds: delay } };
}

const attributesOf = (speed: Speed): MessageAttributes => ({
  JobType: { DataType: 'String', StringValue: 'NewDonor' },
  Producer: { DataType: 'String', StringValue: titles[speed] },
});

const receive = (VisibilityTimeout: number): Call => ({
  call: 'ReceiveMessage',
  input: {
    QueueUrl: queueUrl,
    MessageAttributeNames: ['All'],
    MaxNumberOfMessages: 1,
    VisibilityTimeout,
    WaitTimeSeconds: 10,
  },
});

const deletion = ({ ReceiptHandle }: ReceivedMessage): Call => ({
  call: 'DeleteMessage',
  input: { QueueUrl: queueUrl, ReceiptHandle },
});
