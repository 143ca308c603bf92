import type { CallName } from '../core/calls.js';
import type { Schedule, Setup, Step } from '../core/schedule.js';
import { membersOf } from './names.js';
import { without } from './simpler/without.js';

/** What schedules use and an implementation may lack. */
export type Ability = keyof typeof uses;

/** How one knows that a step uses it: by its call, by a queue attribute it names, or by looking. */
interface Use {
  says: string;
  calls?: readonly CallName[];
  attributes?: readonly string[];
  isIn?: (step: Step) => boolean;
}

const hasMember =
  (name: string) =>
  (step: Step): boolean =>
    membersOf(step).some((members) => members[name] !== undefined);

const isOnFifo = ({ input }: Step): boolean => JSON.stringify(input).includes('.fifo');

const uses = {
  fifo: { says: 'FIFO queues', attributes: ['FifoQueue', 'ContentBasedDeduplication'], isIn: isOnFifo },
  'high-throughput': {
    says: 'high throughput of FIFO queues',
    attributes: ['DeduplicationScope', 'FifoThroughputLimit'],
  },
  attempts: { says: 'ReceiveRequestAttemptId', isIn: hasMember('ReceiveRequestAttemptId') },
  'fair-queues': {
    says: 'message groups on standard queues',
    isIn: (step: Step) => !isOnFifo(step) && hasMember('MessageGroupId')(step),
  },
  'system-attributes': { says: 'MessageSystemAttributes of a send', isIn: hasMember('MessageSystemAttributes') },
  'change-batches': { says: 'ChangeMessageVisibilityBatch', calls: ['ChangeMessageVisibilityBatch'] },
  'dead-letters': { says: 'dead-letter queues', attributes: ['RedrivePolicy'] },
  'dead-letter-sources': { says: 'ListDeadLetterSourceQueues', calls: ['ListDeadLetterSourceQueues'] },
  'allow-policies': { says: 'the attribute RedriveAllowPolicy', attributes: ['RedriveAllowPolicy'] },
  'move-tasks': {
    says: 'message move tasks',
    calls: ['StartMessageMoveTask', 'ListMessageMoveTasks', 'CancelMessageMoveTask'],
  },
  tags: { says: 'tags', calls: ['TagQueue', 'UntagQueue', 'ListQueueTags'], isIn: hasMember('tags') },
  permissions: { says: 'AddPermission and RemovePermission', calls: ['AddPermission', 'RemovePermission'] },
  policies: { says: 'the attribute Policy', attributes: ['Policy'] },
  keys: { says: 'encryption with keys', attributes: ['KmsMasterKeyId', 'KmsDataKeyReusePeriodSeconds'] },
  'managed-encryption': { says: 'the attribute SqsManagedSseEnabled', attributes: ['SqsManagedSseEnabled'] },
  'size-limits': { says: 'the attribute MaximumMessageSize', attributes: ['MaximumMessageSize'] },
  retention: { says: 'the attribute MessageRetentionPeriod', attributes: ['MessageRetentionPeriod'] },
  paging: { says: 'MaxResults of lists', isIn: hasMember('MaxResults') },
} satisfies Record<string, Use>;

const useOf = (ability: Ability): Use => uses[ability];

/** Everything that can be lacking, and what it is. */
export const abilities: Readonly<Record<Ability, string>> = Object.fromEntries(
  Object.entries(uses).map(([name, { says }]) => [name, says]),
) as Record<Ability, string>;

/** The queue attributes that belong to these abilities. */
export const attributesOf = (lacks: readonly Ability[]): readonly string[] =>
  lacks.flatMap((ability) => useOf(ability).attributes ?? []);

/** The schedule without the steps, and the attributes of its queues, that use any of these; FIFO queues of its setup stay. */
export function sparing(schedule: Schedule, lacks: readonly Ability[]): Schedule {
  if (lacks.length === 0) return schedule;
  const attributes = attributesOf(lacks);
  const used = new Set(schedule.steps.filter((step) => needs(step, lacks)).map(({ id }) => id));
  return { ...without(schedule, used), setup: sparingSetup(schedule.setup, attributes) };
}

/** Does the step use any of these? */
export const needs = (step: Step, any: readonly Ability[]): boolean =>
  any.some((ability) => isIn(useOf(ability), step));

const sparingSetup = ({ queues }: Setup, attributes: readonly string[]): Setup => ({
  queues: queues.map((queue) => ({
    ...queue,
    attributes: Object.fromEntries(Object.entries(queue.attributes).filter(([name]) => !attributes.includes(name))),
  })),
});

function isIn({ calls = [], attributes = [], isIn = () => false }: Use, step: Step): boolean {
  return calls.includes(step.call) || attributes.some((name) => namesAttribute(step, name)) || isIn(step);
}

/** Written, or asked for by name. */
function namesAttribute({ call, input }: Step, name: string): boolean {
  const { Attributes, AttributeNames } = input as { Attributes?: object; AttributeNames?: string[] };
  if (call === 'GetQueueAttributes') return AttributeNames?.includes(name) === true;
  return Attributes !== undefined && Object.hasOwn(Attributes, name);
}
