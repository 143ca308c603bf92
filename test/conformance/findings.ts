import { arnOf, type CallName } from '../../src/core/calls.js';
import type { Schedule, Setup, Step } from '../../src/core/schedule.js';

/** One thing that fauxqs 1.9.2 is known to do otherwise than the contract says. */
export interface Finding {
  property: string;
  /** The sentences of the property that it explains, and no others. */
  says: RegExp;
  /** The rule that is broken. */
  rule: string;
  /** What fauxqs does instead, and where its code shows it. */
  reason: string;
  /** The smallest schedule that shows it. */
  schedule: Schedule;
}

type Input = Record<string, unknown>;
/** A step of actor `a`, unless it says otherwise. */
type Plan = Omit<Step, 'id' | 'actor'> & Partial<Step>;

const one: Setup = { queues: [{ name: 'q1', attributes: {} }] };
const two: Setup = { queues: [...one.queues, { name: 'q2', attributes: {} }] };
const policy = (target: string, more: Input): string => JSON.stringify({ deadLetterTargetArn: arnOf(target), ...more });
const poisoned: Setup = {
  queues: [{ name: 'q1', attributes: { RedrivePolicy: policy('q2', { maxReceiveCount: 1 }) } }, two.queues[1]!],
};

/** FIFO queues q1 and q2, the first with these attributes besides. */
const fifo = (attributes: Setup['queues'][number]['attributes'] = {}): Setup => ({
  queues: [
    { name: 'q1.fifo', attributes: { FifoQueue: 'true', ...attributes } },
    { name: 'q2.fifo', attributes: { FifoQueue: 'true' } },
  ],
});
const poisonedFifo = fifo({ RedrivePolicy: policy('q2.fifo', { maxReceiveCount: 1 }) });

const schedule = (setup: Setup, plans: Plan[]): Schedule => ({
  seed: 'by hand',
  level: 'strict',
  setup,
  liberties: [],
  steps: plans.map((plan, k) => ({ id: k + 1, actor: 'a', ...plan })),
});

const received = { MessageAttributeNames: ['All'], MessageSystemAttributeNames: ['All'] };

const onQ1 =
  (call: CallName) =>
  (input: Input = {}, more: Partial<Step> = {}): Plan => ({ call, input: { QueueUrl: 'q1', ...input }, ...more });
const send = onQ1('SendMessage');
const sendBatch = onQ1('SendMessageBatch');
const receive = onQ1('ReceiveMessage');
const del = onQ1('DeleteMessage');
const delBatch = onQ1('DeleteMessageBatch');
const change = onQ1('ChangeMessageVisibility');
const changeBatch = onQ1('ChangeMessageVisibilityBatch');
const set = onQ1('SetQueueAttributes');
const read = onQ1('GetQueueAttributes');
const purge = onQ1('PurgeQueue');
const dropQueue = onQ1('DeleteQueue');
const tag = onQ1('TagQueue');
const listTags = onQ1('ListQueueTags');
/** To a group of q1.fifo. */
const sendTo = (MessageGroupId: string, dedup: string, more: Input = {}): Plan => ({
  call: 'SendMessage',
  input: { QueueUrl: 'q1.fifo', MessageGroupId, MessageDeduplicationId: dedup, ...more },
});
const receiveFifo = (input: Input = {}, more: Partial<Step> = {}): Plan => ({
  call: 'ReceiveMessage',
  input: { QueueUrl: 'q1.fifo', ...received, ...input },
  ...more,
});
const create = (input: Input): Plan => ({ call: 'CreateQueue', input });
const list = (input: Input = {}): Plan => ({ call: 'ListQueues', input });
/** A call of no effect. The calls before and after it cannot touch in time. */
const apart = list();

/** A send with a system attribute. */
const traced = send({ MessageSystemAttributes: { AWSTraceHeader: { DataType: 'String', StringValue: 'Root=1' } } });

/** A send with one message attribute `x`, or as the attributes say. */
const sendWith = (
  attribute: Input,
  attributes: Input = { x: { DataType: 'String', StringValue: 'x', ...attribute } },
) => send({ MessageAttributes: attributes });
const helloKenobi = {
  General: { DataType: 'String', StringValue: 'Kenobi' },
  Hello: { DataType: 'String', StringValue: 'There' },
};

/** A call, named by its words in a sentence, is not refused although the rule asks for it. */
const accepted = (call: string, rule: string, reason: string, ...plans: Plan[]): Finding => ({
  property: 'errors',
  says: new RegExp(`^${call} #\\d+(, entry \\w+,)? succeeded at \\S+ s, but .+: ${rule} asks for `),
  rule,
  reason,
  schedule: schedule(two, plans),
});

/** A call is refused in another way than the rule asks for, or without reason. */
const misrefused = (says: RegExp, rule: string, reason: string, ...plans: Plan[]): Finding => ({
  property: 'errors',
  says,
  rule,
  reason,
  schedule: schedule(two, plans),
});

const wrongAnswers: Finding[] = [
  misrefused(
    /was refused with (\w+) \(\d+, AWS\.SimpleQueueService\.\1\) .* asks for \1 \(\d+\)/,
    'sqs:W12',
    'common/errors.js puts AWS.SimpleQueueService. before every code in x-amzn-query-error; most legacy codes have no prefix.',
    set({ Attributes: { VisibilityTimeout: '43201' } }),
  ),
  misrefused(
    /was refused with QueueNameExists \(400, \S+\.QueueNameExists\) .* asks for QueueNameExists \(400, QueueAlreadyExists\)/,
    'sqs:E5',
    'common/errors.js has the JSON name as legacy code too; it is QueueAlreadyExists.',
    create({ QueueName: 'q1', Attributes: { DelaySeconds: '1' } }),
  ),
  misrefused(
    /was refused with InvalidParameterValue \(400, \S+\) .* asks for InvalidParameterValueException \(400, InvalidParameterValue\)/,
    'sqs:E14',
    'The actions throw the legacy code InvalidParameterValue as JSON name; it is InvalidParameterValueException.',
    receive({ MaxNumberOfMessages: 11 }),
  ),
  misrefused(
    /was refused with MissingParameter \(400, \S+\) .* asks for MissingRequiredParameterException \(400, MissingParameter\)/,
    'sqs:E2',
    'The actions throw the legacy code MissingParameter as JSON name; it is MissingRequiredParameterException.',
    send({ MessageBody: '' }),
  ),
  misrefused(
    /^send #\d+ was refused with InvalidMessageContents .* but nothing is wrong with it$/,
    'sqs:SM4',
    'INVALID_MESSAGE_BODY_CHAR in sqsTypes.js sees surrogates instead of characters, so everything from #x10000 on is refused.',
    send({ MessageBody: '\u{1F600}' }),
  ),
  misrefused(
    /^send batch #\d+, entry \w+, was refused with InvalidMessageContents .* but nothing is wrong with it$/,
    'sqs:SM4',
    'The same in an entry of sendMessageBatch.js.',
    sendBatch({ Entries: [{ Id: '1', MessageBody: '\u{1F600}' }] }),
  ),
  misrefused(
    /^set attributes #\d+ was refused with InvalidAttributeName .* but nothing is wrong with it$/,
    'sqs:A1',
    'SETTABLE_ATTRIBUTES in sqsTypes.js lacks SqsManagedSseEnabled.',
    set({ Attributes: { SqsManagedSseEnabled: 'false' } }),
  ),
  misrefused(
    /^change #\d+ was refused with MessageNotInflight .* sqs:RH1 asks for ReceiptHandleIsInvalid \(404\)/,
    'sqs:RH1',
    'changeMessageVisibility.js answers MessageNotInflight for every handle that hides nothing now, also for one never issued.',
    change({ ReceiptHandle: 'garbage', VisibilityTimeout: 1 }),
  ),
  misrefused(
    /^change #\d+ was refused with MessageNotInflight .* sqs:RH8 asks for InvalidParameterValue/,
    'sqs:RH8',
    'The same for the handle of a message that is gone, where AWS says InvalidParameterValue.',
    send(),
    receive(),
    del(),
    change({ VisibilityTimeout: 1 }),
  ),
  misrefused(
    /^change #\d+ was refused with MessageNotInflight .* but nothing is wrong with it$/,
    'sqs:RH6',
    'A stale handle is forgotten as soon as its window is over (processTimers in sqsStore.js); it must act on the message.',
    send(),
    receive({ VisibilityTimeout: 0 }),
    apart,
    receive(),
    apart,
    change({ VisibilityTimeout: 1 }, { receipts: [1] }),
  ),
  misrefused(
    /^change batch #\d+, entry \w+, was refused with ReceiptHandleIsInvalid .* sqs:RH8 asks for InvalidParameterValue\b/,
    'sqs:RH8',
    'changeMessageVisibilityBatch.js answers ReceiptHandleIsInvalid for every handle that hides nothing now, here of a message that is gone.',
    send(),
    receive(),
    del(),
    changeBatch({ Entries: [{ Id: '1', VisibilityTimeout: 1 }] }),
  ),
  misrefused(
    /^change batch #\d+, entry \w+, was refused with ReceiptHandleIsInvalid .* may be wrong is that the message is not in flight: sqs:RH7 would allow \S+\.MessageNotInflight/,
    'sqs:RH7',
    'The same for an expired handle, which SQS has issued and takes.',
    send(),
    receive(),
    change({ VisibilityTimeout: 0 }),
    changeBatch({ Entries: [{ Id: '1', VisibilityTimeout: 1 }] }),
  ),
  misrefused(
    /^change batch #\d+, entry \w+, was refused with ReceiptHandleIsInvalid .* but nothing is wrong with it$/,
    'sqs:RH6',
    'The same for a stale handle, which must act on the message.',
    send(),
    receive({ VisibilityTimeout: 0 }),
    apart,
    receive(),
    apart,
    changeBatch({ Entries: [{ Id: '1', VisibilityTimeout: 1 }] }, { receipts: [1] }),
  ),
  misrefused(
    /^create queue #\d+ was refused with QueueNameExists .* but (nothing is wrong with it$|all that may be wrong is that the name was deleted)/,
    'sqs:CQ4',
    'createQueue.js compares ContentBasedDeduplication also where it was not given.',
    create({ QueueName: 'q3.fifo', Attributes: { FifoQueue: 'true', ContentBasedDeduplication: 'true' } }),
    apart,
    create({ QueueName: 'q3.fifo', Attributes: { FifoQueue: 'true' } }),
  ),
  misrefused(
    /^create queue #\d+ was refused with QueueNameExists .* all that may be wrong is that a name with \.fifo needs FifoQueue true: sqs:CQ2 would allow /,
    'sqs:CQ2',
    'createQueue.js makes a FIFO queue of every name with .fifo, and compares it with the queue that is there.',
    create({ QueueName: 'q3.fifo', Attributes: { FifoQueue: 'true', ContentBasedDeduplication: 'true' } }),
    apart,
    create({ QueueName: 'q3.fifo' }),
  ),
  misrefused(
    /was refused with InvalidAction \(400\) /,
    'sqs:LD1',
    'sqsRouter.js knows no permissions, no move tasks, and no list of the sources of a dead-letter queue.',
    { call: 'ListDeadLetterSourceQueues', input: { QueueUrl: 'q1' } },
  ),
  misrefused(
    /was refused with InvalidAttributeName .* an attribute value is out of range: sqs:SA5 asks for InvalidAttributeValue /,
    'sqs:SA5',
    'SETTABLE_ATTRIBUTES in sqsTypes.js lacks DeduplicationScope and FifoThroughputLimit.',
    create({ QueueName: 'q1.fifo', Attributes: { FifoQueue: 'true' } }),
    apart,
    set({ QueueUrl: 'q1.fifo', Attributes: { DeduplicationScope: 'world' } }),
  ),
  misrefused(
    /^set attributes #\d+ was refused with InvalidAttributeValue .* sqs:CQ3 asks for InvalidAttributeName /,
    'sqs:SA3',
    'setQueueAttributes.js takes FifoQueue for an attribute of standard queues too.',
    set({ Attributes: { FifoQueue: 'true' } }),
  ),
];

const missingRefusals: Finding[] = [
  accepted('delete', 'sqs:RH1', 'deleteMessage.js takes any text for a handle.', del({ ReceiptHandle: 'garbage' })),
  accepted(
    'delete batch',
    'sqs:RH1',
    'deleteMessageBatch.js lists every entry as successful, whatever its handle.',
    delBatch({ Entries: [{ Id: '1', ReceiptHandle: 'garbage' }] }),
  ),
  accepted(
    'change',
    'sqs:V8',
    'Nothing in fauxqs counts the 12 hours of a receipt; a change to 43,200 s must fail once any time has passed.',
    send(),
    receive(),
    change({ VisibilityTimeout: 43_200 }, { at: { wait: 1000 } }),
  ),
  accepted(
    'change',
    'sqs:RH8',
    'Once delivered again, a message that was deleted with an expired handle (sqs:RH2) is changed like any other.',
    send(),
    receive(),
    change({ VisibilityTimeout: 0 }),
    del(),
    apart,
    receive(),
    change({ VisibilityTimeout: 1 }),
  ),
  accepted(
    'change batch',
    'sqs:RH8',
    'The same in an entry of changeMessageVisibilityBatch.js.',
    send(),
    receive(),
    change({ VisibilityTimeout: 0 }),
    del(),
    apart,
    receive(),
    changeBatch({ Entries: [{ Id: '1', VisibilityTimeout: 1 }] }),
  ),
  accepted('send', 'sqs:SM5', 'sendMessage.js takes any DelaySeconds.', send({ DelaySeconds: 901 })),
  accepted(
    'send batch',
    'sqs:SM5',
    'sendMessageBatch.js takes any DelaySeconds.',
    sendBatch({ Entries: [{ Id: '1', DelaySeconds: 901 }] }),
  ),
  accepted(
    'send',
    'sqs:E17',
    'Nothing in fauxqs looks at message attributes: not at empty values.',
    sendWith({ StringValue: '' }),
  ),
  accepted('send', 'sqs:E18', 'The same: not at types.', sendWith({ DataType: 'Text' })),
  accepted(
    'send',
    'sqs:E19',
    'The same: not at how many there are.',
    sendWith({}, Object.fromEntries(Array.from({ length: 11 }, (_, k) => [`a${k}`, helloKenobi.Hello]))),
  ),
  accepted('send', 'sqs:E61', 'The same: not at names.', sendWith({}, { 'AWS.x': helloKenobi.Hello })),
  accepted('send', 'sqs:M6', 'The same: not at Number values.', sendWith({ DataType: 'Number' })),
  accepted('send', 'sqs:M7', 'The same: not at the characters of String values.', sendWith({ StringValue: '\u0001' })),
  accepted(
    'get attributes',
    'sqs:GA3',
    'getQueueAttributes.js leaves out names that no queue has.',
    read({ AttributeNames: ['Colour'] }),
  ),
  accepted('create queue', 'sqs:CQ1', 'createQueue.js takes any name.', create({ QueueName: 'with space' })),
  accepted(
    'create queue',
    'sqs:CQ2',
    'createQueue.js makes a FIFO queue of every name with .fifo.',
    create({ QueueName: 'q3.fifo' }),
  ),
  accepted(
    'create queue',
    'sqs:CQ3',
    'createQueue.js stores FifoQueue=false.',
    create({ QueueName: 'q3', Attributes: { FifoQueue: 'false' } }),
  ),
  accepted(
    'create queue',
    'sqs:CQ8',
    'There is no guard of 60 s after the deletion of a queue; an emulator may leave it out (sqs:A32).',
    dropQueue(),
    apart,
    create({ QueueName: 'q1' }),
  ),
  accepted(
    'purge',
    'sqs:PQ1',
    'There is no guard of 60 s between purges; an emulator may leave it out (sqs:A32).',
    purge(),
    apart,
    purge(),
  ),
  accepted(
    'set attributes',
    'sqs:X1',
    'setQueueAttributes.js does not look into a RedrivePolicy: not whether it has a maxReceiveCount.',
    set({ Attributes: { RedrivePolicy: policy('q2', {}) } }),
  ),
  accepted(
    'set attributes',
    'sqs:X2',
    'The same: not whether its target exists.',
    set({ Attributes: { RedrivePolicy: policy('nowhere', { maxReceiveCount: 1 }) } }),
  ),
  accepted(
    'set attributes',
    'sqs:Q19',
    'The same: not whether its maxReceiveCount is in range.',
    set({ Attributes: { RedrivePolicy: policy('q2', { maxReceiveCount: 1001 }) } }),
  ),
  accepted(
    'send',
    'sqs:SM8',
    'sendMessage.js does not look at group and deduplication ids.',
    send({ MessageGroupId: 'a b' }),
  ),
  accepted(
    'send batch',
    'sqs:SM8',
    'Nor does sendMessageBatch.js.',
    sendBatch({ Entries: [{ Id: '1', MessageGroupId: 'a b' }] }),
  ),
  accepted(
    'send',
    'sqs:SM7',
    'sendMessage.js takes a MessageDeduplicationId on standard queues.',
    send({ MessageDeduplicationId: 'd' }),
  ),
  accepted(
    'send batch',
    'sqs:E32',
    'sendMessageBatch.js takes an Id of any length.',
    sendBatch({ Entries: [{ Id: 'a'.repeat(81) }] }),
  ),
  accepted(
    'send batch',
    'sqs:E17',
    'Nor does sendMessageBatch.js look at message attributes.',
    sendBatch({ Entries: [{ Id: '1', MessageAttributes: { x: { DataType: 'String', StringValue: '' } } }] }),
  ),
  accepted(
    'receive',
    'sqs:U34',
    'Nothing in fauxqs looks at a ReceiveRequestAttemptId.',
    receive({ ReceiveRequestAttemptId: 'r' }),
  ),
  {
    ...accepted('receive', 'sqs:Q15', 'The same.'),
    schedule: schedule(fifo(), [receiveFifo({ ReceiveRequestAttemptId: 'a b' })]),
  },
  accepted('send', 'sqs:SM6', 'Nor at system attributes.', send({ MessageSystemAttributes: { x: helloKenobi.Hello } })),
  {
    ...accepted('send batch', 'sqs:U7', 'sendMessageBatch.js fails only the entry that lacks an id (sqs:U7).'),
    schedule: schedule(fifo(), [{ call: 'SendMessageBatch', input: { QueueUrl: 'q1.fifo', Entries: [{ Id: '1' }] } }]),
  },
  {
    ...accepted('create queue', 'sqs:SA5', 'validateQueueAttributes in sqsTypes.js looks only at numbers.'),
    schedule: schedule(one, [
      create({ QueueName: 'q1.fifo', Attributes: { FifoQueue: 'true', ContentBasedDeduplication: 'maybe' } }),
    ]),
  },
  {
    ...accepted('set attributes', 'sqs:SA5', 'The same.'),
    schedule: schedule(fifo(), [set({ QueueUrl: 'q1.fifo', Attributes: { ContentBasedDeduplication: 'maybe' } })]),
  },
  accepted(
    'create queue',
    'sqs:SA4',
    'createQueue.js takes attributes that nobody can set.',
    create({ QueueName: 'q3', Attributes: { ApproximateNumberOfMessages: '0' } }),
  ),
  accepted(
    'create queue',
    'sqs:X1',
    'Nor does createQueue.js look into a RedrivePolicy.',
    create({ QueueName: 'q3', Attributes: { RedrivePolicy: 'no policy' } }),
  ),
  accepted('list queues', 'sqs:LQ1', 'listQueues.js takes any MaxResults.', list({ MaxResults: 0 })),
  accepted('tag', 'sqs:TG3', 'tagQueue.js takes any tags.', tag({ Tags: {} })),
  accepted('untag', 'sqs:TG3', 'untagQueue.js takes any keys.', {
    call: 'UntagQueue',
    input: { QueueUrl: 'q1', TagKeys: [] },
  }),
];

const wrongBehaviour: Finding[] = [
  {
    property: 'no-delivery-after-delete',
    says: /^receive #\d+ delivered \S+ at \S+ s, but delete (batch )?#\d+ had deleted it by /,
    rule: 'sqs:RH2',
    reason:
      'deleteMessage in sqsStore.js knows a handle only while it hides its message; an expired one must delete too.',
    schedule: schedule(one, [send(), receive(), change({ VisibilityTimeout: 0 }), del(), apart, receive()]),
  },
  {
    property: 'counters',
    says: /^get attributes #\d+ counted \d+ messages? in all on /,
    rule: 'sqs:RH2',
    reason: 'What a delete with an expired handle has left there is also counted.',
    schedule: schedule(one, [
      send(),
      receive(),
      change({ VisibilityTimeout: 0 }),
      del(),
      apart,
      read({ AttributeNames: ['All'] }),
    ]),
  },
  {
    property: 'counters',
    says: /^get attributes #\d+ counted \d+ messages? (available|delayed|not visible) on /,
    rule: 'sqs:C4',
    reason:
      'processTimers in sqsStore.js runs only when somebody receives, so the counters stay where they were before.',
    schedule: schedule(one, [send({ DelaySeconds: 1 }), read({ AttributeNames: ['All'] }, { at: { wait: 2500 } })]),
  },
  {
    property: 'receive-count-upper',
    says: /^receive #\d+ delivered \S+ with receive count \d+, but only /,
    rule: 'sqs:X4',
    reason: 'dequeue in sqsStore.js counts the attempt that moves a message to the dead-letter queue.',
    schedule: schedule(poisoned, [
      send(),
      receive({ VisibilityTimeout: 0 }),
      receive(),
      receive({ QueueUrl: 'q2', ...received }),
    ]),
  },
  {
    property: 'dead-letter-identity',
    says: /^receive #\d+ delivered \S+ from \S+ without DeadLetterQueueSourceArn, /,
    rule: 'sqs:X8',
    reason: 'Messages in sqsStore.js do not remember the queue that they were moved from.',
    schedule: schedule(poisoned, [
      send(),
      receive({ VisibilityTimeout: 0 }),
      receive(),
      receive({ QueueUrl: 'q2', ...received }),
    ]),
  },
  {
    property: 'long-poll-timing',
    says: /^receive #\d+ was answered empty at \S+ s, but it waits from \S+ s for \S+ s; \S+ s are missing$/,
    rule: 'sqs:P9',
    reason:
      'notifyWaiters in sqsStore.js wakes every poll, and those that find nothing left answer empty before their wait is over.',
    schedule: schedule(one, [
      receive({ WaitTimeSeconds: 3 }),
      receive({ WaitTimeSeconds: 3 }, { actor: 'b' }),
      send({}, { actor: 'c', at: { wait: 1000 } }),
    ]),
  },
  {
    property: 'integrity',
    says: /^receive #\d+ delivered \S+ with attribute .+, for which it had not asked$/,
    rule: 'sqs:RM7',
    reason: 'receiveMessage.js takes absent MessageAttributeNames for All; they stand for none.',
    schedule: schedule(one, [sendWith({}), receive()]),
  },
  {
    property: 'integrity',
    says: /^receive #\d+ delivered \S+ without Hello, which send (batch )?#\d+ sent and it had asked for$/,
    rule: 'sqs:RM7',
    reason: 'receiveMessage.js takes Hel.* for names that begin with "Hel.", the period included.',
    schedule: schedule(one, [sendWith({}, helloKenobi), receive({ MessageAttributeNames: ['Hel.*'] })]),
  },
  {
    property: 'integrity',
    says: /^receive #\d+ delivered \S+ with MD5OfMessageAttributes \w{32}; it is \w{32}$/,
    rule: 'sqs:RM8',
    reason: 'receiveMessage.js leaves the MD5 that of all attributes when it returns only some.',
    schedule: schedule(one, [sendWith({}, helloKenobi), receive({ MessageAttributeNames: ['General'] })]),
  },
  {
    property: 'attributes-read-back',
    says: /^get attributes #\d+ left out SqsManagedSseEnabled, /,
    rule: 'sqs:A1',
    reason: 'DEFAULT_QUEUE_ATTRIBUTES in sqsTypes.js lacks SqsManagedSseEnabled.',
    schedule: schedule(one, [read({ AttributeNames: ['All'] })]),
  },
  {
    property: 'attributes-read-back',
    says: /^get attributes #\d+ showed \w+, but was not asked for it /,
    rule: 'sqs:GA1',
    reason: 'getQueueAttributes.js takes absent AttributeNames for All; they stand for none.',
    schedule: schedule(one, [read()]),
  },
  {
    property: 'attributes-read-back',
    says: /^get attributes #\d+ showed RedrivePolicy , but /,
    rule: 'sqs:SA2',
    reason: 'setQueueAttributes.js stores an empty RedrivePolicy instead of taking the policy away.',
    schedule: schedule(poisoned, [set({ Attributes: { RedrivePolicy: '' } }), read({ AttributeNames: ['All'] })]),
  },
  {
    property: 'queue-names',
    says: /^list queues #\d+ ended a listing without \S+, but that queue exists$/,
    rule: 'sqs:LQ2',
    reason: 'listQueues.js cuts the list at MaxResults and gives no NextToken.',
    schedule: schedule(two, [list({ MaxResults: 1 })]),
  },
  {
    property: 'integrity',
    says: /^send (batch )?#\d+ of ".*" answered MD5OfMessageSystemAttributes absent; it is \w{32}$/,
    rule: 'sqs:M22',
    reason: 'sendMessage.js forgets MessageSystemAttributes.',
    schedule: schedule(one, [traced]),
  },
  {
    property: 'integrity',
    says: /^receive #\d+ delivered \S+ with AWSTraceHeader none instead of /,
    rule: 'sqs:RM5',
    reason: 'The same.',
    schedule: schedule(one, [traced, receive(received)]),
  },
  {
    property: 'integrity',
    says: /^receive #\d+ delivered \S+ with MessageGroupId none instead of /,
    rule: 'sqs:G1',
    reason: 'sendMessage.js forgets the MessageGroupId on standard queues.',
    schedule: schedule(one, [send({ MessageGroupId: 'g' }), receive(received)]),
  },
  {
    property: 'tags',
    says: /^list tags #\d+ answered an empty list, but without tags there is none /,
    rule: 'sqs:TG1',
    reason: 'listQueueTags.js answers an empty object instead of nothing.',
    schedule: schedule(one, [listTags()]),
  },
  {
    property: 'stable-identity',
    says: /^send (batch )?#\d+ was answered with MessageId \S+, which send (batch )?#\d+ had got$/,
    rule: 'sqs:F22',
    reason: 'checkDeduplication in sqsStore.js knows one scope, the queue.',
    schedule: schedule(fifo({ DeduplicationScope: 'messageGroup' }), [sendTo('g1', 'd'), apart, sendTo('g2', 'd')]),
  },
  {
    property: 'deduplication',
    says: /^send (batch )?#\d+ at \S+ s was answered with \S+ of send (batch )?#\d+, but purge #\d+ at \S+ s had made the queue forget its deduplication id$/,
    rule: 'sqs:PQ4',
    reason: 'purge in sqsStore.js keeps the deduplication ids.',
    schedule: schedule(fifo(), [
      sendTo('g', 'd'),
      apart,
      { call: 'PurgeQueue', input: { QueueUrl: 'q1.fifo' } },
      apart,
      sendTo('g', 'd'),
    ]),
  },
  {
    property: 'receive-attempts',
    says: /^receive #\d+ at \S+ s repeated the attempt of receive #\d+, whose messages nobody had touched, and did not bring \S+ with the handle of then$/,
    rule: 'sqs:F40',
    reason: 'Nothing in fauxqs looks at a ReceiveRequestAttemptId.',
    schedule: schedule(fifo(), [
      sendTo('g', 'd'),
      receiveFifo({ ReceiveRequestAttemptId: 'r' }),
      apart,
      receiveFifo({ ReceiveRequestAttemptId: 'r' }),
    ]),
  },
  {
    property: 'dead-letter-identity',
    says: /^receive #\d+ delivered \S+ from \S+ with MessageDeduplicationId .*; that of a dead letter is its MessageId \S+$/,
    rule: 'sqs:X10',
    reason: 'dequeueFifo in sqsStore.js moves a message with the deduplication id that it had.',
    schedule: schedule(poisonedFifo, [
      sendTo('g', 'd'),
      receiveFifo({ VisibilityTimeout: 0 }),
      receiveFifo(),
      receiveFifo({ QueueUrl: 'q2.fifo' }),
    ]),
  },
  {
    property: 'timestamps',
    says: /^receive #\d+ delivered \S+ with SentTimestamp \d+, but it is that of the move \(sqs:X9\), which was at \d+ to \d+$/,
    rule: 'sqs:X9',
    reason: 'dequeueFifo in sqsStore.js moves a message with the time at which it was sent.',
    schedule: schedule(poisonedFifo, [
      sendTo('g', 'd'),
      receiveFifo({ VisibilityTimeout: 0 }, { at: { wait: 5500 } }),
      receiveFifo(),
      receiveFifo({ QueueUrl: 'q2.fifo' }),
    ]),
  },
  {
    property: 'no-early-delivery',
    says: /^receive #\d+ delivered \S+ at \S+ s, but it is delayed from \S+ s for \S+ s; \S+ s are missing$/,
    rule: 'sqs:DY4',
    reason: 'setQueueAttributes.js leaves the messages of a FIFO queue delayed as they are.',
    schedule: schedule(fifo({ DelaySeconds: '1' }), [
      sendTo('g', 'd'),
      set({ QueueUrl: 'q1.fifo', Attributes: { DelaySeconds: '2' } }),
      receiveFifo({ WaitTimeSeconds: 2 }),
    ]),
  },
  {
    property: 'group-order',
    says: /^receive #\d+ delivered \S+ of group \S+ at \S+ s without \S+, whose sequence number from send (batch )?#\d+ is lower$/,
    rule: 'sqs:X10',
    reason: 'dequeueFifo in sqsStore.js moves a message with the number that it had in another queue.',
    schedule: schedule(poisonedFifo, [
      sendTo('g', 'd1'),
      sendTo('g', 'd2'),
      receiveFifo({ VisibilityTimeout: 0 }),
      receiveFifo({ VisibilityTimeout: 0 }),
      receiveFifo(),
      apart,
      sendTo('g', 'd3', { QueueUrl: 'q2.fifo' }),
    ]),
  },
];

/** Everything known, sorted by how it shows. */
export const findings: readonly Finding[] = [...wrongAnswers, ...missingRefusals, ...wrongBehaviour];
