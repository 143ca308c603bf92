import { arnOf, type Tags } from '../../../src/core/calls.js';
import type { Row } from './row.js';
import { policy, type Stage } from './stage.js';

const q = { QueueUrl: 'q' };
const permission = (...Actions: string[]) => ({ ...q, Label: 'one', AWSAccountIds: ['123456789012'], Actions });

/** The tags that a queue has after each call. */
function tagged(s: Stage, ...calls: (Tags | string[])[]): unknown {
  for (const call of calls)
    if (Array.isArray(call)) s.ask(0, 'UntagQueue', { ...q, TagKeys: call });
    else s.ask(0, 'TagQueue', { ...q, Tags: call });
  return s.ask(0, 'ListQueueTags', q);
}

/** Queues, their attributes, tags and permissions. */
export const queueRows: Record<string, Row> = {
  'A-074': {
    play: (s) => {
      const poll = s.poll(0, { WaitTimeSeconds: 20 });
      s.ask(2, 'DeleteQueue', q);
      return s.end(2, poll);
    },
    right: 'QueueDoesNotExist @2',
    wrong: 'InternalFailure @2',
  },
  'A-125': {
    play: (s) => [5, 5.001, 5.002].map((at) => s.ask(at, 'CreateQueue', { QueueName: 'new' })),
    right: [{ QueueUrl: 'new' }, { QueueUrl: 'new' }, { QueueUrl: 'new' }],
    wrong: [{ QueueUrl: 'new' }, 'QueueNameExists', { QueueUrl: 'new' }],
  },
  'R-024': {
    queues: { d: {}, 'q.fifo': { FifoQueue: 'true' } },
    play: (s) => s.ask(0, 'SetQueueAttributes', { QueueUrl: 'q.fifo', Attributes: { RedrivePolicy: policy('d', 1) } }),
    right: 'InvalidParameterValueException',
    wrong: {},
  },
  'R-025': {
    queues: { d: { RedriveAllowPolicy: '{"redrivePermission":"denyAll"}' }, q: {} },
    play: (s) => s.ask(0, 'SetQueueAttributes', { ...q, Attributes: { RedrivePolicy: policy('d', 1) } }),
    right: 'InvalidParameterValueException',
    wrong: {},
  },
  'R-026': {
    queues: { d: {}, e: {}, q: { RedrivePolicy: policy('d', 1) }, r: { RedrivePolicy: policy('e', 1) } },
    play: (s) => s.ask(0, 'ListDeadLetterSourceQueues', { QueueUrl: 'd' }),
    right: { queueUrls: ['q'] },
    wrong: { queueUrls: ['q', 'r'] },
  },
  'R-027': {
    queues: { a: {}, b: {}, q: {} },
    play: (s) => s.ask(0, 'ListQueues', { MaxResults: 1, NextToken: 'a' }),
    right: { QueueUrls: ['b'], NextToken: 'b' },
    wrong: { QueueUrls: ['a'], NextToken: 'a' },
  },
  'R-028': {
    queues: { 'q.fifo': { FifoQueue: 'true' } },
    play: (s) =>
      s.ask(0, 'SetQueueAttributes', {
        QueueUrl: 'q.fifo',
        Attributes: { FifoThroughputLimit: 'perMessageGroupId' },
      }),
    right: 'InvalidAttributeValue',
    wrong: {},
  },
  'R-029': {
    play: (s) => s.ask(0, 'CreateQueue', { QueueName: 'new.fifo' }),
    right: 'InvalidParameterValueException',
    wrong: { QueueUrl: 'new.fifo' },
  },
  'R-030': {
    queues: { q: { DelaySeconds: '5' } },
    play: (s) => {
      s.ask(0, 'SetQueueAttributes', { ...q, Attributes: { DelaySeconds: '6' } });
      return ['5', '6'].map((DelaySeconds) =>
        s.ask(1, 'CreateQueue', { QueueName: 'q', Attributes: { DelaySeconds } }),
      );
    },
    right: ['QueueNameExists', q],
    wrong: [q, 'QueueNameExists'],
  },
  'R-031': {
    queues: { q: { DelaySeconds: '5' } },
    play: (s) => s.ask(0, 'CreateQueue', { QueueName: 'q' }),
    right: q,
    wrong: 'QueueNameExists',
  },
  'R-032': {
    play: (s) => {
      s.ask(0, 'DeleteQueue', q);
      return [59.999, 60].map((at) => s.ask(at, 'CreateQueue', { QueueName: 'q' }));
    },
    right: ['QueueDeletedRecently', q],
    wrong: [q, q],
  },
  'R-033': {
    play: (s) => [0, 60, 121].map((at) => s.purge(at)),
    right: ['ok', 'ok', 'ok'],
    wrong: ['ok', 'PurgeQueueInProgress', 'ok'],
  },
  'R-034': {
    play: (s) => tagged(s, { a: '1' }, { b: '2' }),
    right: { Tags: { a: '1', b: '2' } },
    wrong: { Tags: { b: '2' } },
  },
  'R-035': {
    play: (s) => tagged(s, { a: '1' }, ['a', 'b']),
    right: {},
    wrong: { Tags: { a: '1' } },
  },
  'R-036': {
    play: (s) => tagged(s, { a: '1', A: '2' }),
    right: { Tags: { a: '1', A: '2' } },
    wrong: { Tags: { a: '2' } },
  },
  'R-037': {
    play: (s) => [0, 1].map((at) => s.ask(at, 'AddPermission', permission('SendMessage'))),
    right: [{}, 'InvalidParameterValueException'],
    wrong: [{}, {}],
  },
  'R-038': {
    play: (s) => s.ask(0, 'RemovePermission', { ...q, Label: 'none' }),
    right: 'InvalidParameterValueException',
    wrong: {},
  },
  'R-039': {
    play: (s) => {
      s.ask(0, 'AddPermission', permission('SendMessage'));
      s.ask(1, 'RemovePermission', { ...q, Label: 'one' });
      return s.ask(2, 'GetQueueAttributes', { ...q, AttributeNames: ['Policy'] });
    },
    right: {},
    wrong: {
      Attributes: {
        Policy: JSON.stringify({ Version: '2008-10-17', Id: `${arnOf('q')}/SQSDefaultPolicy`, Statement: [] }),
      },
    },
  },
  'R-040': {
    play: (s) =>
      s.ask(
        0,
        'AddPermission',
        permission(
          'SendMessage',
          'ReceiveMessage',
          'DeleteMessage',
          'ChangeMessageVisibility',
          'GetQueueAttributes',
          'GetQueueUrl',
          'ListDeadLetterSourceQueues',
          'PurgeQueue',
        ),
      ),
    right: 'OverLimit',
    wrong: {},
  },
};
