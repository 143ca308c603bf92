import fc from 'fast-check';
import { arnOf, type Call, type CallName, callNames } from '../../src/core/calls.js';
import type { Choose } from '../../src/core/endpoint.js';

/** Calls of the right shape with all kinds of values, in any order; handles are drawn from those the service issued. */
export interface AnyCall {
  /** Milliseconds since the call before it. */
  gap: number;
  call: CallName;
  input: Record<string, unknown>;
}

const names = ['q', 'p', 'r'];
const queue = fc.constantFrom(...names, 'nobody');
const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('a', 'b', 'x'.repeat(1100)) },
  fc.string({ unit: 'binary', maxLength: 5 }),
);
const seconds = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(0, 1, 2, 30) },
  fc.constantFrom(20, 900, 43_200, -1, 0.5, 1e9),
);
const handle = fc.oneof({ weight: 8, arbitrary: fc.nat({ max: 40 }).map((k) => `#${k}`) }, text, fc.constant('q/1/1'));
const maybe = <T>(members: Record<string, fc.Arbitrary<T>>) => fc.record(members, { requiredKeys: [] });

const redrive = fc
  .record({ target: fc.constantFrom(...names), max: fc.constantFrom<unknown>(1, 2, '3', 0, null, {}) })
  .map(({ target, max }) => JSON.stringify({ deadLetterTargetArn: arnOf(target), maxReceiveCount: max }));
const allow = fc.constantFrom('denyAll', 'allowAll', 'byQueue').map((redrivePermission) =>
  JSON.stringify({
    redrivePermission,
    ...(redrivePermission === 'byQueue' && { sourceQueueArns: [arnOf('q')] }),
  }),
);
const numeric = seconds.map(String);
const harmless = {
  DelaySeconds: numeric,
  ReceiveMessageWaitTimeSeconds: numeric,
  RedrivePolicy: fc.oneof({ weight: 6, arbitrary: redrive }, fc.json({ maxDepth: 1 }), fc.constant('')),
  VisibilityTimeout: numeric,
};
const wild = {
  ...harmless,
  KmsDataKeyReusePeriodSeconds: numeric,
  KmsMasterKeyId: text,
  MaximumMessageSize: fc.constantFrom('1024', '1048576', '1'),
  MessageRetentionPeriod: fc.constantFrom('60', '61', '3600', '59'),
  RedriveAllowPolicy: fc.oneof(allow, fc.json({ maxDepth: 1 }), fc.constant('')),
  SqsManagedSseEnabled: fc.constantFrom('true', 'False', 'x'),
};

const messageAttribute = fc.record(
  { DataType: fc.constantFrom('String', 'Number', 'Binary', 'String.x', 'X'), StringValue: text, BinaryValue: text },
  { requiredKeys: ['DataType'] },
);
const message = {
  DelaySeconds: seconds,
  MessageAttributes: fc.dictionary(text, messageAttribute, { maxKeys: 3 }),
};
const entryId = fc.oneof({ weight: 8, arbitrary: fc.constantFrom('1', '2', '3', '4') }, text);
const entries = (entry: fc.Arbitrary<object>) =>
  fc.array(
    fc.tuple(entryId, entry).map(([Id, rest]) => ({ Id, ...rest })),
    { maxLength: 4 },
  );
const sent = fc.record({ MessageBody: text, ...message }, { requiredKeys: ['MessageBody'] });
const changed = fc.record({ ReceiptHandle: handle, VisibilityTimeout: seconds }, { requiredKeys: ['ReceiptHandle'] });
const nameList = fc.array(fc.oneof(fc.constantFrom('All', 'Policy', 'SentTimestamp', 'a', 'a.*', '.*'), text), {
  maxLength: 3,
});

/** A call's input without its QueueUrl. */
const inputs = (attributes: fc.Arbitrary<object>): Record<CallName, fc.Arbitrary<object>> => ({
  CreateQueue: fc.record(
    { QueueName: fc.oneof(fc.constantFrom(...names), text), Attributes: attributes },
    { requiredKeys: ['QueueName'] },
  ),
  DeleteQueue: fc.record({}),
  GetQueueUrl: fc.record({ QueueName: queue }),
  ListQueues: maybe<unknown>({ QueueNamePrefix: text, MaxResults: fc.constantFrom(1, 2, 0, 1000), NextToken: text }),
  GetQueueAttributes: maybe({ AttributeNames: nameList }),
  SetQueueAttributes: fc.record({ Attributes: attributes }),
  SendMessage: sent,
  SendMessageBatch: fc.record({ Entries: entries(sent) }),
  ReceiveMessage: maybe<unknown>({
    MaxNumberOfMessages: fc.constantFrom(1, 2, 10, 10, 0, 11),
    VisibilityTimeout: seconds,
    WaitTimeSeconds: fc.constantFrom(0, 0, 1, 20, 21),
    MessageSystemAttributeNames: nameList,
    MessageAttributeNames: nameList,
  }),
  DeleteMessage: fc.record({ ReceiptHandle: handle }),
  DeleteMessageBatch: fc.record({ Entries: entries(fc.record({ ReceiptHandle: handle })) }),
  ChangeMessageVisibility: fc.record({ ReceiptHandle: handle, VisibilityTimeout: seconds }),
  ChangeMessageVisibilityBatch: fc.record({ Entries: entries(changed) }),
  PurgeQueue: fc.record({}),
});

const weights: Partial<Record<CallName, number>> = {
  SendMessage: 8,
  ReceiveMessage: 14,
  ChangeMessageVisibility: 3,
  SetQueueAttributes: 3,
};
const noQueue: readonly CallName[] = ['CreateQueue', 'GetQueueUrl', 'ListQueues'];

function calls(attributes: fc.Arbitrary<object>, gaps: number[]): fc.Arbitrary<AnyCall[]> {
  const inputOf = inputs(attributes);
  const anyCall = (call: CallName): fc.Arbitrary<AnyCall> => {
    const input = noQueue.includes(call)
      ? inputOf[call]
      : fc.tuple(queue, inputOf[call]).map(([QueueUrl, rest]) => ({ QueueUrl, ...rest }));
    return fc.record({
      gap: fc.constantFrom(...gaps),
      call: fc.constant(call),
      input: input as fc.Arbitrary<AnyCall['input']>,
    });
  };
  const weighted = callNames.map((call) => ({ weight: weights[call] ?? 2, arbitrary: anyCall(call) }));
  return fc.array(fc.oneof(...weighted), { maxLength: 50, size: 'max' });
}

/** Whatever can be asked. */
export const anyCalls = calls(maybe<string>(wild), [0, 1, 999, 1000, 2000, 30_000, 60_000, 43_200_000]);

/** Nothing that expires, and retention alike everywhere. */
export const lastingCalls = calls(maybe<string>(harmless), [0, 1, 999, 1000, 2000, 30_000]);

/** The call with its handles filled in from those issued so far. */
export function filled({ call, input }: AnyCall, issued: string[]): Call {
  const fill = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fill(member)]));
    const place = typeof value === 'string' ? /^#(\d+)$/.exec(value)?.[1] : undefined;
    return place === undefined || issued.length === 0 ? value : issued[Number(place) % issued.length];
  };
  return { call, input: fill(input) } as Call;
}

/** Answers every question from the list, in turn and round again. */
export function choosing(answers: number[]): Choose {
  let asked = 0;
  return (_, n) => (answers.length === 0 ? 0 : answers[asked++ % answers.length]! % n);
}
