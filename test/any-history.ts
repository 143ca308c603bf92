import fc from 'fast-check';
import { type CallName, callNames } from '../src/core/calls.js';
import { deadlines } from '../src/core/deadline.js';
import type { History, Op } from '../src/core/history.js';
import { type FaultName, type Liberty, liberties, type Schedule, type Step, type When } from '../src/core/schedule.js';

/** Histories that have the right form and need not make sense: texts of all kinds, absent members, large times. */

type Some<T> = fc.Arbitrary<T>;

const text = fc.string({ unit: 'binary', maxLength: 12 });
const name = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  fc.constantFrom('q', 'q.fifo', 'dead', 'dead.fifo'),
);
const time = fc.oneof(fc.nat({ max: 90_000 }), fc.maxSafeNat());
const small = fc.integer();

const table = <T>(value: Some<T>): Some<Record<string, T>> =>
  fc
    .dictionary(text, value, { maxKeys: 3, noNullPrototype: true })
    .filter((members) => !Object.hasOwn(members, '__proto__'));

/** An object whose members may be absent but for those whose names are given. */
const open = (members: Record<string, Some<unknown>>, ...needed: string[]): Some<object> =>
  fc.record(members, { requiredKeys: needed, noNullPrototype: true });

const messageAttributes = table(
  open({ DataType: text, StringValue: text, BinaryValue: fc.base64String({ maxLength: 8 }) }),
);
const policy = fc.constantFrom(
  '',
  '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:q","maxReceiveCount":3}',
);
const withPolicy = (texts: Some<string>) =>
  fc.tuple(table(text), texts).map(([some, RedrivePolicy]) => ({ ...some, RedrivePolicy }));
/** Of a queue of the setup, and as somebody may have asked for them. */
const settings = withPolicy(policy);
const attributes = withPolicy(fc.oneof(policy, fc.constantFrom('no policy', '5', '[]', '{}', 'null')));

const texts = fc.array(text, { maxLength: 3 });
const page = { MaxResults: small, NextToken: text };
const queue = { QueueUrl: name };
const handle = { ReceiptHandle: text };
const body = {
  MessageBody: text,
  DelaySeconds: small,
  MessageAttributes: messageAttributes,
  MessageSystemAttributes: messageAttributes,
  MessageDeduplicationId: text,
  MessageGroupId: text,
};
const changed = { ...handle, VisibilityTimeout: small };
const entries = (members: Record<string, Some<unknown>>, ...needed: string[]) =>
  open({ ...queue, Entries: fc.array(open({ Id: text, ...members }, 'Id', ...needed), { maxLength: 3 }) }, 'QueueUrl');

const inputs: Record<CallName, Some<object>> = {
  CreateQueue: open({ QueueName: name, Attributes: attributes, tags: table(text) }, 'QueueName'),
  DeleteQueue: open(queue, 'QueueUrl'),
  GetQueueUrl: open({ QueueName: name, QueueOwnerAWSAccountId: text }, 'QueueName'),
  ListQueues: open({ QueueNamePrefix: text, ...page }),
  GetQueueAttributes: open({ ...queue, AttributeNames: texts }, 'QueueUrl'),
  SetQueueAttributes: open({ ...queue, Attributes: attributes }, 'QueueUrl', 'Attributes'),
  SendMessage: open({ ...queue, ...body, Unheard: fc.constant([{ of: null }]) }, 'QueueUrl', 'MessageBody'),
  SendMessageBatch: entries(body, 'MessageBody'),
  ReceiveMessage: open(
    {
      ...queue,
      MaxNumberOfMessages: small,
      VisibilityTimeout: small,
      WaitTimeSeconds: small,
      AttributeNames: texts,
      MessageSystemAttributeNames: texts,
      MessageAttributeNames: texts,
      ReceiveRequestAttemptId: text,
    },
    'QueueUrl',
  ),
  DeleteMessage: open({ ...queue, ...handle }, 'QueueUrl', 'ReceiptHandle'),
  DeleteMessageBatch: entries(handle, 'ReceiptHandle'),
  ChangeMessageVisibility: open({ ...queue, ...changed }, 'QueueUrl', 'ReceiptHandle', 'VisibilityTimeout'),
  ChangeMessageVisibilityBatch: entries(changed, 'ReceiptHandle'),
  PurgeQueue: open(queue, 'QueueUrl'),
  TagQueue: open({ ...queue, Tags: table(text) }, 'QueueUrl'),
  UntagQueue: open({ ...queue, TagKeys: texts }, 'QueueUrl'),
  ListQueueTags: open(queue, 'QueueUrl'),
  AddPermission: open({ ...queue, Label: text, AWSAccountIds: texts, Actions: texts }, 'QueueUrl'),
  RemovePermission: open({ ...queue, Label: text }, 'QueueUrl'),
  ListDeadLetterSourceQueues: open({ ...queue, ...page }, 'QueueUrl'),
  StartMessageMoveTask: open({ SourceArn: text, DestinationArn: text, MaxNumberOfMessagesPerSecond: small }),
  ListMessageMoveTasks: open({ SourceArn: text, MaxResults: small }),
  CancelMessageMoveTask: open({ TaskHandle: text }, 'TaskHandle'),
};

const sent = {
  MessageId: text,
  MD5OfMessageBody: text,
  MD5OfMessageAttributes: text,
  MD5OfMessageSystemAttributes: text,
  SequenceNumber: text,
};
const failed = open({ Id: text, Code: text, SenderFault: fc.boolean(), Message: text }, 'Id', 'Code', 'SenderFault');
const batch = (members: Record<string, Some<unknown>>, ...needed: string[]) =>
  open({
    Successful: fc.array(open({ Id: text, ...members }, 'Id', ...needed), { maxLength: 3 }),
    Failed: fc.array(failed, { maxLength: 2 }),
  });
const message = open(
  {
    MessageId: text,
    ReceiptHandle: text,
    MD5OfBody: text,
    Body: text,
    Attributes: table(text),
    MessageAttributes: messageAttributes,
    MD5OfMessageAttributes: text,
  },
  'MessageId',
  'ReceiptHandle',
  'MD5OfBody',
  'Body',
);
const nothing = open({ Unheard: text });
const task = open(
  {
    Status: text,
    SourceArn: text,
    DestinationArn: text,
    MaxNumberOfMessagesPerSecond: fc.nat(),
    ApproximateNumberOfMessagesMoved: fc.nat(),
    ApproximateNumberOfMessagesToMove: fc.nat(),
    StartedTimestamp: fc.nat(),
    FailureReason: text,
    TaskHandle: text,
  },
  'Status',
  'SourceArn',
  'ApproximateNumberOfMessagesMoved',
  'StartedTimestamp',
);

const outputs: Record<CallName, Some<object>> = {
  CreateQueue: open({ QueueUrl: text }),
  DeleteQueue: nothing,
  GetQueueUrl: open({ QueueUrl: text }),
  ListQueues: open({ QueueUrls: texts, NextToken: text }),
  GetQueueAttributes: open({ Attributes: table(text) }),
  SetQueueAttributes: nothing,
  SendMessage: open(sent, 'MessageId', 'MD5OfMessageBody'),
  SendMessageBatch: batch(sent, 'MessageId', 'MD5OfMessageBody'),
  ReceiveMessage: open({ Messages: fc.array(message, { maxLength: 3 }) }),
  DeleteMessage: nothing,
  DeleteMessageBatch: batch({}),
  ChangeMessageVisibility: nothing,
  ChangeMessageVisibilityBatch: batch({}),
  PurgeQueue: nothing,
  TagQueue: nothing,
  UntagQueue: nothing,
  ListQueueTags: open({ Tags: table(text) }),
  AddPermission: nothing,
  RemovePermission: nothing,
  ListDeadLetterSourceQueues: open({ queueUrls: texts, NextToken: text }),
  StartMessageMoveTask: open({ TaskHandle: text }),
  ListMessageMoveTasks: open({ Results: fc.array(task, { maxLength: 3 }) }),
  CancelMessageMoveTask: open({ ApproximateNumberOfMessagesMoved: fc.nat() }),
};

const replyTo = (call: CallName) =>
  fc.oneof(
    { arbitrary: open({ kind: fc.constant('ok'), output: outputs[call] }, 'kind', 'output'), weight: 3 },
    open(
      { kind: fc.constant('error'), code: text, status: fc.nat(), message: text, legacy: text },
      'kind',
      'code',
      'status',
      'message',
    ),
    open({ kind: fc.constant('unknown'), why: text }, 'kind', 'why'),
  );

const faultName = fc.constantFrom<FaultName>(
  'lost-request',
  'lost-reply',
  'repeated',
  'slow-reply',
  'throttled',
  'crash',
);
const liberty = fc.constantFrom(...(Object.keys(liberties) as Liberty[]));

/** `after` counts back from the step's own place; `steps` turns it into an id. */
const when = fc.oneof(
  open({ wait: fc.nat() }, 'wait'),
  open(
    {
      after: fc.nat({ max: 9 }),
      deadline: fc.constantFrom(...deadlines),
      tick: fc.constantFrom(-1, 0, 1),
      ends: fc.constant(true),
    },
    'after',
    'deadline',
    'tick',
  ),
) as Some<When>;

const step = fc.constantFrom(...callNames).chain((call) =>
  open(
    {
      id: fc.nat(),
      actor: name,
      at: when,
      call: fc.constant(call),
      input: inputs[call],
      receipts: fc.array(fc.nat(), { maxLength: 3 }),
      body: fc.nat(),
      from: text,
      holder: name,
      fault: open({ name: faultName, ms: fc.nat() }, 'name'),
    },
    'id',
    'actor',
    'call',
    'input',
  ),
) as Some<Step>;

const steps = fc.uniqueArray(step, { maxLength: 5, selector: ({ id }) => id }).map((all) =>
  all.map((own, place): Step => {
    if (own.at === undefined || 'wait' in own.at) return own;
    const { at, ...rest } = own;
    return place === 0 ? rest : { ...rest, at: { ...at, after: all[at.after % place]!.id } };
  }),
);

const schedule = fc.record(
  {
    seed: text,
    level: fc.constantFrom('strict' as const, 'documented' as const),
    setup: fc
      .uniqueArray(fc.tuple(name, settings), { maxLength: 2, selector: ([own]) => own })
      .map((all) => ({ queues: all.map(([own, given]) => ({ name: own, attributes: given })) })),
    liberties: fc.array(liberty, { maxLength: 3 }),
    steps,
    choices: table(fc.dictionary(liberty, fc.array(fc.nat(), { maxLength: 2 }), { noNullPrototype: true })),
  },
  { requiredKeys: ['seed', 'level', 'setup', 'liberties', 'steps'], noNullPrototype: true },
) as Some<Schedule>;

/** `step` is a place among the steps, and the times are in any order; `ops` puts both right. */
const anyOp = fc.constantFrom(...callNames).chain((call) =>
  open(
    {
      step: fc.nat(),
      actor: name,
      fault: faultName,
      invoked: time,
      returned: time,
      call: fc.constant(call),
      input: inputs[call],
      reply: replyTo(call),
    },
    'actor',
    'invoked',
    'returned',
    'call',
    'input',
    'reply',
  ),
) as Some<Op>;

function inOrder(all: Op[], planned: Step[]): Op[] {
  const times = all.map(({ invoked }) => invoked).sort((a, b) => a - b);
  return all.map((own, id): Op => {
    const { step: place, ...rest } = own;
    const op = { ...rest, id, invoked: times[id]!, returned: Math.max(times[id]!, own.returned) } as Op;
    if (place !== undefined && planned.length > 0) op.step = planned[place % planned.length]!.id;
    return op;
  });
}

const endpoint = fc.record(
  { name: text, early: time, late: time, epoch: time, epochError: time },
  { noNullPrototype: true },
);

export const histories: Some<History> = fc
  .tuple(
    schedule,
    endpoint,
    fc.array(anyOp, { maxLength: 6 }),
    fc.option(time, { nil: undefined }),
    fc.option(name, { nil: undefined }),
    fc.boolean(),
  )
  .map(([plan, by, all, drainedFrom, mutant, drained]) => {
    const history: History = { schedule: plan, endpoint: by, ops: inOrder(all, plan.steps), drained: false };
    if (mutant !== undefined) history.mutant = mutant;
    if (drainedFrom !== undefined) Object.assign(history, { drainedFrom, drained });
    return history;
  });
