import { arnOf, type CallName, isFifo } from '../../core/calls.js';
import type { Step } from '../../core/schedule.js';
import type { Members } from '../members.js';
import { pick } from '../pick.js';
import type { Past } from './past.js';
import { drawActor, drawQueue, isContentBased, otherQueue, type Recipe } from './recipe.js';

/** Where a refusal is tried: a queue, and another one, its dead-letter queue and a queue of the other type where there are such. */
interface Place {
  queue: string;
  other: string;
  deadLetters: string;
  stranger: string;
}

/** What has to be true of the place. `explicit` is a FIFO queue whose messages need a deduplication id. */
type Where = 'standard' | 'fifo' | 'explicit' | 'dead-letters' | 'foreign' | 'mixed';

/**
 * One thing wrong: the row of the error catalogue or the rule, the call, its input. The queue, and what a FIFO queue wants of
 * a message, are filled in where they are not given; an undefined member is left out.
 */
export type Refusal = readonly [
  rule: string,
  call: CallName,
  input?: Members | ((at: Place) => Members),
  where?: Where,
];

const nowhere = 'nowhere';
/** A handle that nobody issued. */
export const garbage = 'garbage';

const text = { DataType: 'String', StringValue: 'x' };
const attribute = (value: Members, name = 'x'): Members => ({ MessageAttributes: { [name]: { ...text, ...value } } });
const eleven = Array.from({ length: 11 }, (_, k) => `a${k}`);
const each = <T>(names: readonly string[], value: T): Record<string, T> =>
  Object.fromEntries(names.map((name) => [name, value]));
const numbered = (count: number): string[] => Array.from({ length: count }, (_, k) => `t${k}`);
const set = (name: string, value: string): Members => ({ Attributes: { [name]: value } });
const policy = (target: string, maxReceiveCount?: unknown): Members =>
  set('RedrivePolicy', JSON.stringify({ deadLetterTargetArn: arnOf(target), maxReceiveCount }));
const allow = (policy: object): Members => set('RedriveAllowPolicy', JSON.stringify(policy));
const task = (source: string): string => btoa(JSON.stringify({ taskId: 'no-task', sourceArn: arnOf(source) }));
const accounts = ['111111111111'];
const eightActions = [
  'SendMessage',
  'ReceiveMessage',
  'DeleteMessage',
  'ChangeMessageVisibility',
  'GetQueueUrl',
  'GetQueueAttributes',
  'PurgeQueue',
  'ListDeadLetterSourceQueues',
];
const permission = { Label: 'one', AWSAccountIds: accounts, Actions: ['SendMessage'] };

/** The queue is what is wrong. */
const queues: readonly Refusal[] = [
  ['E1', 'SendMessage', { QueueUrl: nowhere }],
  ['E1', 'SendMessageBatch', { QueueUrl: nowhere, Entries: [{ Id: 'a' }] }],
  ['E1', 'ReceiveMessage', { QueueUrl: nowhere }],
  ['E1', 'DeleteMessage', { QueueUrl: nowhere }, 'foreign'],
  ['E1', 'ChangeMessageVisibility', { QueueUrl: nowhere, VisibilityTimeout: 0 }, 'foreign'],
  ['E1', 'GetQueueUrl', { QueueName: nowhere }],
  ['E1', 'PurgeQueue', { QueueUrl: nowhere }],
  ['E1', 'DeleteQueue', { QueueUrl: nowhere }],
  ['E1', 'GetQueueAttributes', { QueueUrl: nowhere, AttributeNames: ['All'] }],
  ['E1', 'SetQueueAttributes', { QueueUrl: nowhere, Attributes: { VisibilityTimeout: '1' } }],
  ['E1', 'TagQueue', { QueueUrl: nowhere, Tags: { stage: 'x' } }],
  ['E1', 'UntagQueue', { QueueUrl: nowhere, TagKeys: ['stage'] }],
  ['E1', 'ListQueueTags', { QueueUrl: nowhere }],
  ['E1', 'AddPermission', { QueueUrl: nowhere, ...permission }],
  ['E1', 'RemovePermission', { QueueUrl: nowhere, Label: 'one' }],
  ['E1', 'ListDeadLetterSourceQueues', { QueueUrl: nowhere }],
  ['E3', 'CreateQueue', { QueueName: 'with space' }],
  ['E3', 'CreateQueue', { QueueName: 'q'.repeat(81) }],
  ['E4', 'CreateQueue', { QueueName: 'with space.fifo', Attributes: { FifoQueue: 'true' } }],
  ['E4', 'CreateQueue', { QueueName: `${'q'.repeat(76)}.fifo`, Attributes: { FifoQueue: 'true' } }],
  ['CQ2', 'CreateQueue', { QueueName: 'plain.fifo' }],
  ['LQ1', 'ListQueues', { MaxResults: 0 }],
  ['LQ1', 'ListQueues', { MaxResults: 1001 }],
  ['LD1', 'ListDeadLetterSourceQueues', { MaxResults: 1001 }],
];

/** A message is sent, or would be. */
const sends: readonly Refusal[] = [
  ['E2', 'SendMessage', { MessageBody: '' }],
  ['E2', 'SendMessage', { MessageGroupId: undefined }, 'fifo'],
  ['E10', 'SendMessage', { MessageBody: 'x'.repeat(1024) }],
  ['E11', 'SendMessage', { MessageBody: '\u0000' }],
  ['SM5', 'SendMessage', { DelaySeconds: -1 }],
  ['SM5', 'SendMessage', { DelaySeconds: 901 }, 'standard'],
  ['E12', 'SendMessage', { DelaySeconds: 1 }, 'fifo'],
  ['E13', 'SendMessage', { MessageGroupId: '' }],
  ['E13', 'SendMessage', { MessageGroupId: 'a b' }],
  ['E13', 'SendMessage', { MessageGroupId: 'g'.repeat(129) }],
  ['E13', 'SendMessage', { MessageDeduplicationId: '' }, 'fifo'],
  ['E13', 'SendMessage', { MessageDeduplicationId: 'a b' }, 'fifo'],
  ['E13', 'SendMessage', { MessageDeduplicationId: 'd'.repeat(129) }, 'fifo'],
  ['SM7', 'SendMessage', { MessageDeduplicationId: 'd' }, 'standard'],
  ['E16', 'SendMessage', { MessageDeduplicationId: undefined }, 'explicit'],
  ['E17', 'SendMessage', attribute({ StringValue: '' })],
  ['E18', 'SendMessage', attribute({ DataType: 'Text' })],
  ['E19', 'SendMessage', { MessageAttributes: each(eleven, text) }],
  ['M6', 'SendMessage', attribute({ DataType: 'Number' })],
  ['M7', 'SendMessage', attribute({ StringValue: '\u0000' })],
  ['E61', 'SendMessage', attribute({}, 'AWS.x')],
  ['E61', 'SendMessage', attribute({}, 'amazon.x')],
  ['E61', 'SendMessage', attribute({}, '.x')],
  ['E61', 'SendMessage', attribute({}, 'x.')],
  ['E61', 'SendMessage', attribute({}, 'x y')],
  ['E61', 'SendMessage', attribute({}, 'x'.repeat(257))],
  ['SM6', 'SendMessage', { MessageSystemAttributes: { Colour: text } }],
  ['E30', 'SendMessageBatch', { Entries: [] }],
  ['E31', 'SendMessageBatch', { Entries: eleven.map((Id) => ({ Id })) }],
  ['E32', 'SendMessageBatch', { Entries: [{ Id: 'a b' }] }],
  ['E32', 'SendMessageBatch', { Entries: [{ Id: 'a'.repeat(81) }] }],
  ['E33', 'SendMessageBatch', { Entries: [{ Id: 'a' }, { Id: 'a' }] }],
  ['SB6', 'SendMessageBatch', { Entries: [{ Id: 'a' }, { Id: 'b', MessageGroupId: undefined }] }, 'fifo'],
  ['SB6', 'SendMessageBatch', { Entries: [{ Id: 'a' }, { Id: 'b', MessageDeduplicationId: undefined }] }, 'explicit'],
];

/** A good entry and a bad one, whose rule this is; the good one is sent (sqs:OP7). */
const entries: readonly Refusal[] = [
  ['SB3', 'SendMessageBatch', { Entries: [{ Id: 'a' }, { Id: 'b', MessageBody: 'x'.repeat(1024) }] }],
  ['SB4', 'SendMessageBatch', { Entries: [{ Id: 'a' }, { Id: 'b', MessageBody: '\u0001' }] }],
  ['SM5', 'SendMessageBatch', { Entries: [{ Id: 'a' }, { Id: 'b', DelaySeconds: 901 }] }],
  ['E13', 'SendMessageBatch', { Entries: [{ Id: 'a' }, { Id: 'b', MessageGroupId: 'a b' }] }],
  ['E13', 'SendMessageBatch', { Entries: [{ Id: 'a', MessageDeduplicationId: 'a b' }, { Id: 'b' }] }, 'fifo'],
  ['E17', 'SendMessageBatch', { Entries: [{ Id: 'a', ...attribute({ StringValue: '' }) }, { Id: 'b' }] }],
  ['DB2', 'DeleteMessageBatch', { Entries: [{ Id: 'a', ReceiptHandle: garbage }, { Id: 'b' }] }],
  [
    'DB2',
    'ChangeMessageVisibilityBatch',
    {
      Entries: [
        { Id: 'a', ReceiptHandle: garbage, VisibilityTimeout: 0 },
        { Id: 'b', VisibilityTimeout: 0 },
      ],
    },
  ],
];

/** Messages are received and settled. */
const receives: readonly Refusal[] = [
  ['E14', 'ReceiveMessage', { MaxNumberOfMessages: 0 }],
  ['E14', 'ReceiveMessage', { MaxNumberOfMessages: 11 }],
  ['E15', 'ReceiveMessage', { WaitTimeSeconds: -1 }],
  ['E15', 'ReceiveMessage', { WaitTimeSeconds: 21 }],
  ['RM3', 'ReceiveMessage', { VisibilityTimeout: -1 }],
  ['RM3', 'ReceiveMessage', { VisibilityTimeout: 43_201 }],
  ['RM10', 'ReceiveMessage', { ReceiveRequestAttemptId: 'r' }, 'standard'],
  ['Q15', 'ReceiveMessage', { ReceiveRequestAttemptId: 'r'.repeat(129) }, 'fifo'],
  ['E20', 'DeleteMessage', { ReceiptHandle: garbage }],
  ['E20', 'ChangeMessageVisibility', { ReceiptHandle: garbage, VisibilityTimeout: 1 }],
  ['E20', 'DeleteMessage', ({ other }) => ({ QueueUrl: other }), 'foreign'],
  ['E20', 'ChangeMessageVisibility', ({ other }) => ({ QueueUrl: other, VisibilityTimeout: 0 }), 'foreign'],
  ['E2', 'ChangeMessageVisibility'],
  ['CV2', 'ChangeMessageVisibility', { VisibilityTimeout: 43_201 }],
  ['CV2', 'ChangeMessageVisibility', { VisibilityTimeout: -1 }],
  ['E30', 'DeleteMessageBatch', { Entries: [] }],
  ['E31', 'DeleteMessageBatch', { Entries: eleven.map((Id) => ({ Id })) }],
  ['E32', 'DeleteMessageBatch', { Entries: [{ Id: '' }] }],
  ['E33', 'DeleteMessageBatch', { Entries: [{ Id: 'a' }, { Id: 'a' }] }],
  ['E30', 'ChangeMessageVisibilityBatch', { Entries: [] }],
];

/** Attributes are read and written. */
const attributes: readonly Refusal[] = [
  ['E8', 'GetQueueAttributes', { AttributeNames: ['Colour'] }],
  ['E8', 'GetQueueAttributes', { AttributeNames: [''] }],
  ['E8', 'SetQueueAttributes', ({ queue }) => set('QueueArn', arnOf(queue))],
  ['E8', 'SetQueueAttributes', set('ApproximateNumberOfMessages', '0')],
  ['E8', 'SetQueueAttributes', set('FifoQueue', 'true'), 'standard'],
  ['E8', 'SetQueueAttributes', { Attributes: { KmsMasterKeyId: 'k', SqsManagedSseEnabled: 'true' } }],
  ['E8', 'CreateQueue', { QueueName: 'plain', ...set('FifoQueue', 'false') }],
  ['E8', 'CreateQueue', { QueueName: 'plain', ...set('ContentBasedDeduplication', 'true') }],
  ['E8', 'CreateQueue', { QueueName: 'plain', ...set('DeduplicationScope', 'queue') }],
  ['E9', 'SetQueueAttributes', set('FifoQueue', 'false'), 'fifo'],
  ['E9', 'SetQueueAttributes', set('ContentBasedDeduplication', 'maybe'), 'fifo'],
  ['E9', 'SetQueueAttributes', set('DeduplicationScope', 'world'), 'fifo'],
  [
    'E9',
    'SetQueueAttributes',
    { Attributes: { DeduplicationScope: 'queue', FifoThroughputLimit: 'perMessageGroupId' } },
    'fifo',
  ],
  ['E9', 'SetQueueAttributes', set('VisibilityTimeout', '43201')],
  ['E9', 'SetQueueAttributes', set('VisibilityTimeout', '')],
  ['E9', 'SetQueueAttributes', set('DelaySeconds', '-1')],
  ['E9', 'SetQueueAttributes', set('DelaySeconds', '901')],
  ['E9', 'SetQueueAttributes', set('MessageRetentionPeriod', '59')],
  ['E9', 'SetQueueAttributes', set('MaximumMessageSize', '1023')],
  ['E9', 'SetQueueAttributes', set('ReceiveMessageWaitTimeSeconds', '21')],
  ['E9', 'SetQueueAttributes', set('SqsManagedSseEnabled', 'maybe')],
  ['E9', 'CreateQueue', { QueueName: 'plain', ...set('VisibilityTimeout', 'x') }],
  ['E40', 'SetQueueAttributes', ({ deadLetters }) => policy(deadLetters), 'dead-letters'],
  ['E40', 'SetQueueAttributes', ({ deadLetters }) => policy(deadLetters, 0), 'dead-letters'],
  ['E40', 'SetQueueAttributes', ({ deadLetters }) => policy(deadLetters, 1001), 'dead-letters'],
  ['E40', 'SetQueueAttributes', ({ queue }) => policy(isFifo(queue) ? `${nowhere}.fifo` : nowhere, 2)],
  ['E40', 'SetQueueAttributes', ({ stranger }) => policy(stranger, 2), 'mixed'],
  ['E40', 'SetQueueAttributes', set('RedrivePolicy', 'no policy')],
  ['E40', 'SetQueueAttributes', set('RedrivePolicy', '{"maxReceiveCount":1}')],
  ['X12', 'SetQueueAttributes', allow({ redrivePermission: 'some' })],
  ['X12', 'SetQueueAttributes', allow({ redrivePermission: 'byQueue' })],
];

/** Dead letters are moved. */
const moves: readonly Refusal[] = [
  ['E2', 'StartMessageMoveTask', {}],
  ['E41', 'StartMessageMoveTask', ({ queue }) => ({ SourceArn: arnOf(queue) })],
  ['E42', 'StartMessageMoveTask', { SourceArn: arnOf(nowhere) }],
  [
    'E42',
    'StartMessageMoveTask',
    ({ deadLetters }) => ({ SourceArn: arnOf(deadLetters), DestinationArn: arnOf(nowhere) }),
    'dead-letters',
  ],
  ['E46', 'StartMessageMoveTask', { SourceArn: 'no arn' }],
  [
    'MT1',
    'StartMessageMoveTask',
    ({ deadLetters }) => ({ SourceArn: arnOf(deadLetters), MaxNumberOfMessagesPerSecond: 0 }),
    'dead-letters',
  ],
  [
    'MT1',
    'StartMessageMoveTask',
    ({ deadLetters }) => ({ SourceArn: arnOf(deadLetters), MaxNumberOfMessagesPerSecond: 501 }),
    'dead-letters',
  ],
  ['E2', 'ListMessageMoveTasks', {}],
  ['E42', 'ListMessageMoveTasks', { SourceArn: arnOf(nowhere) }],
  [
    'MT7',
    'ListMessageMoveTasks',
    ({ deadLetters }) => ({ SourceArn: arnOf(deadLetters), MaxResults: 11 }),
    'dead-letters',
  ],
  ['E44', 'CancelMessageMoveTask', { TaskHandle: garbage }],
  ['E42', 'CancelMessageMoveTask', { TaskHandle: task(nowhere) }],
  ['E45', 'CancelMessageMoveTask', ({ queue }) => ({ TaskHandle: task(queue) })],
];

/** Tags and permissions. */
const labels: readonly Refusal[] = [
  ['E2', 'TagQueue', { Tags: {} }],
  ['TG2', 'TagQueue', { Tags: each(numbered(51), 'x') }],
  ['TG2', 'TagQueue', { Tags: { ['k'.repeat(129)]: 'x' } }],
  ['TG2', 'UntagQueue', { TagKeys: [] }],
  ['PM2', 'RemovePermission', { Label: 'absent' }],
  ['PM3', 'AddPermission', { ...permission, Label: 'with space' }],
  ['E25', 'AddPermission', { ...permission, Actions: eightActions }],
];

/** A batch of more than 1 MiB, which costs time. */
const heavy: Refusal = [
  'E34',
  'SendMessageBatch',
  {
    Entries: [
      { Id: 'a', MessageBody: 'x'.repeat(524_288) },
      { Id: 'b', MessageBody: 'x'.repeat(524_288) },
    ],
  },
];

/** The kinds of refusals with the weights of the kinds, each refused for one fault. */
const kinds: readonly (readonly [readonly Refusal[], number])[] = [
  [queues, 4],
  [sends, 6],
  [entries, 4],
  [receives, 5],
  [attributes, 5],
  [moves, 3],
  [labels, 2],
];
const wheel = kinds.flatMap(([rows, weight]) => Array<readonly Refusal[]>(weight).fill(rows));

/** One in so many refusals is the heavy one. */
const rarity = 250;

/** Every refusal. */
export const refusals: readonly Refusal[] = [...kinds.flatMap(([rows]) => rows), heavy];

/** A step that must be refused, mostly by the queue of somebody who may hold receipts. */
export function drawRefusal(id: number, recipe: Recipe, past: Past): Step {
  const { draw } = recipe;
  const holder = past.holder();
  const queue = holder?.queue ?? drawQueue(recipe);
  const refusal = draw(rarity) === 0 ? heavy : drawPossible(recipe, queue);
  const actor = holder?.actor ?? drawActor(recipe);
  return refused(id, actor, refusal, {
    queue,
    other: otherQueue(recipe, queue) ?? queue,
    deadLetters: recipe.targets.get(queue) ?? queue,
    stranger: strangerOf(recipe, queue) ?? queue,
  });
}

const isThere: Readonly<Record<Where, (recipe: Recipe, queue: string) => boolean>> = {
  standard: (_, queue) => !isFifo(queue),
  fifo: (_, queue) => isFifo(queue),
  explicit: (recipe, queue) => isFifo(queue) && !isContentBased(recipe, queue),
  'dead-letters': ({ targets }, queue) => targets.has(queue),
  foreign: (recipe, queue) => otherQueue(recipe, queue) !== undefined,
  mixed: (recipe, queue) => strangerOf(recipe, queue) !== undefined,
};

function drawPossible(recipe: Recipe, queue: string): Refusal {
  const rows = pick(recipe.draw, wheel);
  for (;;) {
    const refusal = pick(recipe.draw, rows);
    if (isPossible(refusal, recipe, queue)) return refusal;
  }
}

const strangerOf = ({ setup }: Recipe, queue: string): string | undefined =>
  setup.queues.find(({ name }) => isFifo(name) !== isFifo(queue))?.name;

const isPossible = ([, , , where]: Refusal, recipe: Recipe, queue: string): boolean =>
  where === undefined || isThere[where](recipe, queue);

/** The step of a refusal at a place that it is possible at. */
export function refused(id: number, actor: string, [, call, given = {}, where]: Refusal, place: Place): Step {
  const input = completed(call, typeof given === 'function' ? given(place) : given, place.queue, id);
  return where === 'foreign' ? { id, actor, call, from: place.queue, input } : { id, actor, call, input };
}

const withoutQueue: ReadonlySet<CallName> = new Set([
  'CreateQueue',
  'GetQueueUrl',
  'ListQueues',
  'StartMessageMoveTask',
  'ListMessageMoveTasks',
  'CancelMessageMoveTask',
]);

function completed(call: CallName, given: Members, queue: string, id: number): Members {
  const input = withoutQueue.has(call) ? given : { QueueUrl: queue, ...given };
  if (!isFifo(String(input.QueueUrl))) return input;
  const wanted = (members: Members, own: string): Members =>
    present({ MessageGroupId: 'g1', MessageDeduplicationId: own, ...members });
  if (call === 'SendMessage') return wanted(input, `d${id}`);
  if (call !== 'SendMessageBatch') return input;
  return { ...input, Entries: (input.Entries as Members[]).map((entry, k) => wanted(entry, `d${id}.${k + 1}`)) };
}

const present = (members: Members): Members =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
