import fc from 'fast-check';
import { arnOf, type Call, type CallName, callNames } from '../../src/core/calls.js';
import type { Choose } from '../../src/core/endpoint.js';

/**
 * Calls of the right shape with all kinds of values, in any order; `#7` stands for a handle that the queue has issued, `#7`
 * as a TaskHandle for one of the move tasks started so far.
 */
export interface AnyCall {
  /** Milliseconds since the call before it. */
  gap: number;
  call: CallName;
  input: Record<string, unknown>;
}

const mostly = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 15, arbitrary: usual }, { weight: 1, arbitrary: odd });
const maybe = (members: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<object> =>
  fc.record(members, { requiredKeys: [] });

const queue = mostly(fc.constantFrom('q', 'q', 'p', 'r', 'f.fifo', 'f.fifo', 'g.fifo'), fc.constant('nobody'));
const anyText = fc.string({ unit: 'binary', maxLength: 5 });
const text = mostly(fc.constantFrom('a', 'b', 'c'), fc.oneof(anyText, fc.constant('x'.repeat(1100))));
const seconds = mostly(fc.constantFrom(0, 1, 2, 30), fc.constantFrom(20, 900, 43_200, -1, 0.5, 1e9));
const handle = mostly(
  fc.nat({ max: 40 }).map((k) => `#${k}`),
  fc.oneof(text, fc.constantFrom('q/1/1', 'p/2/3')),
);

const redrive = fc
  .record({
    target: fc.constantFrom('q', 'p', 'r', 'f.fifo', 'g.fifo', 'nobody'),
    max: fc.constantFrom<unknown>(1, 1, 2, 2, '3', 0, null, {}),
  })
  .map(({ target, max }) => JSON.stringify({ deadLetterTargetArn: arnOf(target), maxReceiveCount: max }));
const allow = fc.constantFrom(
  '{"redrivePermission":"denyAll"}',
  '{"redrivePermission":"allowAll"}',
  `{"redrivePermission":"byQueue","sourceQueueArns":["${arnOf('q')}"]}`,
);
const anyJson = fc.oneof(fc.json({ maxDepth: 1 }), fc.constant(''));
const harmless = {
  DelaySeconds: seconds.map(String),
  ReceiveMessageWaitTimeSeconds: seconds.map(String),
  RedrivePolicy: fc.oneof({ weight: 4, arbitrary: redrive }, anyJson),
  VisibilityTimeout: seconds.map(String),
  ContentBasedDeduplication: fc.constantFrom('true', 'False'),
  FifoThroughputLimit: fc.constantFrom('perQueue', 'perMessageGroupId'),
  DeduplicationScope: fc.constantFrom('queue', 'messageGroup'),
};
const wild = {
  ...harmless,
  KmsDataKeyReusePeriodSeconds: seconds.map(String),
  KmsMasterKeyId: text,
  MaximumMessageSize: fc.constantFrom('1024', '1048576', '1'),
  MessageRetentionPeriod: fc.constantFrom('60', '61', '3600', '59'),
  RedriveAllowPolicy: fc.oneof(allow, anyJson),
  SqsManagedSseEnabled: fc.constantFrom('true', 'False', 'x'),
  Policy: anyJson,
  FifoQueue: fc.constantFrom('true', 'false'),
};
/** One of the attributes, or several. */
const attributesOf = (values: Record<string, fc.Arbitrary<string>>): fc.Arbitrary<object> =>
  mostly(fc.oneof(...Object.entries(values).map(([name, value]) => fc.record({ [name]: value }))), maybe(values));

const messageAttribute = fc.record(
  { DataType: fc.constantFrom('String', 'Number', 'Binary', 'String.x', 'X'), StringValue: text, BinaryValue: text },
  { requiredKeys: ['DataType'] },
);
const rightAttributes = fc.constant<object>({ a: { DataType: 'String', StringValue: 'x' } });
const group = fc.constantFrom('a', 'b', 'c');
const message = fc
  .tuple(
    fc.record({ MessageBody: text }),
    fc.option(fc.record({ DelaySeconds: seconds }), { nil: {} }),
    mostly<object>(maybe({ MessageGroupId: group, MessageDeduplicationId: group }), maybe({ MessageGroupId: text })),
    mostly(
      fc.constant({}),
      fc.record({
        MessageAttributes: fc.oneof(rightAttributes, fc.dictionary(text, messageAttribute, { maxKeys: 3 })),
      }),
    ),
  )
  .map((members) => Object.assign({}, ...members) as object);
const settled = fc.record({ ReceiptHandle: handle });
const changed = fc.record({ ReceiptHandle: handle, VisibilityTimeout: seconds });
const names = fc.array(mostly(fc.constantFrom('All', 'SentTimestamp', 'a', 'a.*', '.*'), text), { maxLength: 2 });

/** Up to 4 entries with Ids 1 to 4, or anything. */
const entries = (entry: fc.Arbitrary<object>): fc.Arbitrary<object> =>
  fc.record({
    Entries: mostly<object>(
      fc
        .array(entry, { minLength: 1, maxLength: 4 })
        .map((all) => all.map((each, k) => ({ Id: String(k + 1), ...each }))),
      fc.array(
        fc.tuple(text, entry).map(([Id, each]) => ({ Id, ...each })),
        { maxLength: 12 },
      ),
    ),
  });

const tags = fc.dictionary(text, text, { maxKeys: 3 });
const account = mostly(fc.constantFrom('111111111111', '222222222222'), text);
const arn = mostly(queue.map(arnOf), text);

/** Every call's input without its QueueUrl, and how often it is asked. */
const inputs = (attributes: fc.Arbitrary<object>): Record<CallName, [weight: number, input: fc.Arbitrary<object>]> => ({
  CreateQueue: [2, mostly(queue, text).map(creation)],
  DeleteQueue: [1, fc.constant({})],
  GetQueueUrl: [1, fc.record({ QueueName: queue })],
  ListQueues: [1, maybe({ QueueNamePrefix: text, MaxResults: fc.constantFrom(1, 2, 0, 1000), NextToken: text })],
  GetQueueAttributes: [1, maybe({ AttributeNames: names })],
  SetQueueAttributes: [4, fc.record({ Attributes: attributes })],
  SendMessage: [16, message],
  SendMessageBatch: [4, entries(message)],
  ReceiveMessage: [
    36,
    maybe({
      MaxNumberOfMessages: mostly(fc.constantFrom(1, 2, 10), fc.constantFrom(0, 11)),
      VisibilityTimeout: seconds,
      WaitTimeSeconds: mostly(fc.constantFrom(0, 0, 1, 20), fc.constant(21)),
      MessageSystemAttributeNames: names,
      MessageAttributeNames: names,
      ReceiveRequestAttemptId: mostly(fc.constantFrom('a', 'b'), text),
    }),
  ],
  DeleteMessage: [6, settled],
  DeleteMessageBatch: [2, entries(settled)],
  ChangeMessageVisibility: [8, changed],
  ChangeMessageVisibilityBatch: [3, entries(mostly<object>(changed, settled))],
  PurgeQueue: [1, fc.constant({})],
  TagQueue: [1, fc.record({ Tags: tags })],
  UntagQueue: [1, fc.record({ TagKeys: fc.array(text, { maxLength: 2 }) })],
  ListQueueTags: [1, fc.constant({})],
  AddPermission: [
    1,
    fc.record({ Label: text, AWSAccountIds: fc.array(account, { maxLength: 2 }), Actions: fc.array(text) }),
  ],
  RemovePermission: [1, fc.record({ Label: text })],
  ListDeadLetterSourceQueues: [1, maybe({ MaxResults: fc.constantFrom(1, 2, 0, 1000), NextToken: text })],
  StartMessageMoveTask: [
    2,
    fc.record(
      { SourceArn: arn, DestinationArn: arn, MaxNumberOfMessagesPerSecond: fc.constantFrom(1, 3, 500, 0, 501) },
      { requiredKeys: ['SourceArn'] },
    ),
  ],
  ListMessageMoveTasks: [
    1,
    fc.record({ SourceArn: arn, MaxResults: fc.constantFrom(1, 10, 0, 11) }, { requiredKeys: ['SourceArn'] }),
  ],
  CancelMessageMoveTask: [1, fc.record({ TaskHandle: handle })],
});

/** Whatever it asks for, a queue with such a name is mostly a FIFO queue. */
const creation = (QueueName: string): object =>
  QueueName.endsWith('.fifo') ? { QueueName, Attributes: { FifoQueue: 'true' } } : { QueueName };

const noQueue: readonly CallName[] = [
  'CreateQueue',
  'GetQueueUrl',
  'ListQueues',
  'StartMessageMoveTask',
  'ListMessageMoveTasks',
  'CancelMessageMoveTask',
];

function calls(attributes: fc.Arbitrary<object>, gaps: number[]): fc.Arbitrary<AnyCall[]> {
  const all = inputs(attributes);
  const anyCall = (call: CallName): fc.Arbitrary<AnyCall> => {
    const [, rest] = all[call];
    const input = noQueue.includes(call)
      ? rest
      : fc.tuple(queue, rest).map(([QueueUrl, members]) => ({ QueueUrl, ...members }));
    const gap = fc.constantFrom(...gaps);
    return fc.record({ gap, call: fc.constant(call), input: input as fc.Arbitrary<AnyCall['input']> });
  };
  const weighted = callNames.map((call) => ({ weight: all[call][0], arbitrary: anyCall(call) }));
  return fc.array(fc.oneof(...weighted), { maxLength: 80, size: 'max' });
}

/** Whatever can be asked. */
export const anyCalls = calls(attributesOf(wild), [0, 0, 1, 1, 999, 1000, 2000, 30_000, 60_000]);

/** Nothing that expires, and retention alike everywhere. */
export const lastingCalls = calls(attributesOf(harmless), [0, 0, 1, 1, 999, 1000, 2000, 30_000]);

/** The handles of move tasks, where those of queues are kept by their names. */
export const ofTasks = ' tasks';

/** The call with its handles filled in: those that were issued so far, counted back from the newest. */
export function filled({ call, input }: AnyCall, issued: Map<string, string[]>): Call {
  const handles = issued.get((input.QueueUrl as string) ?? ofTasks) ?? [];
  const fill = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fill(member)]));
    const back = typeof value === 'string' ? /^#(\d+)$/.exec(value)?.[1] : undefined;
    return back === undefined || handles.length === 0 ? value : handles.at(-1 - (Number(back) % handles.length));
  };
  return { call, input: fill(input) } as Call;
}

/** Answers every question from the list, in turn and round again. */
export function choosing(answers: number[]): Choose {
  let asked = 0;
  return (_, n) => (answers.length === 0 ? 0 : answers[asked++ % answers.length]! % n);
}
