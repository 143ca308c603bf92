import { expect } from 'vitest';
import { arnOf, type CallName, type Refusal } from '../../src/core/calls.js';
import { redrive, Service } from './service.js';

/**
 * Every row of the error catalogue (sqs section 2.13): what is asked of queue `q` of `prepared`, if nothing else is said,
 * and what is answered. Not here, because nothing answers them: E26, which nobody has ever seen, and E50, which
 * the query protocol alone knows; there E1 has another text.
 */
export interface Row extends Pick<Refusal, 'code' | 'legacy' | 'message'> {
  rule: string;
  call: CallName;
  input: Record<string, unknown>;
  status?: number;
}

/**
 * `q` takes 1,024 bytes and holds one message in flight, received with the handle `q/1/1`, and has a permission;
 * `source` sends it its dead letters. `purged` has lost a message to a purge. The name `deleted` is of a queue deleted just
 * now. `f.fifo` holds a message that was in flight with the handle `f.fifo/3/1`, received with the attempt id `spoiled`,
 * until its window was set to 0. `busy` has a move task that goes on for a second, to its source `poor`.
 */
export function prepared(): Service {
  const service = new Service({
    source: { RedrivePolicy: redrive('q', 1) },
    q: { MaximumMessageSize: '1024' },
    purged: {},
    deleted: {},
    'f.fifo': {},
    poor: { RedrivePolicy: redrive('busy', 1) },
    busy: {},
  });
  for (const QueueUrl of ['q', 'purged']) {
    service.ok(0, 'SendMessage', { QueueUrl, MessageBody: 'a' });
    service.receive(0, { QueueUrl });
  }
  service.ok(0, 'PurgeQueue', { QueueUrl: 'purged' });
  service.ok(0, 'DeleteQueue', { QueueUrl: 'deleted' });
  service.ok(0, 'AddPermission', { QueueUrl: 'q', Label: 'label', AWSAccountIds: ['111111111111'], Actions: ['*'] });
  const ids = { MessageGroupId: 'g', MessageDeduplicationId: 'd' };
  service.ok(0, 'SendMessage', { QueueUrl: 'f.fifo', MessageBody: 'a', ...ids });
  service.receive(0, { QueueUrl: 'f.fifo', ReceiveRequestAttemptId: 'spoiled' });
  service.ok(0, 'ChangeMessageVisibility', { QueueUrl: 'f.fifo', ...change('f.fifo/3/1', 0) });
  for (const MessageBody of ['a', 'b']) service.ok(0, 'SendMessage', { QueueUrl: 'busy', MessageBody });
  const task = { SourceArn: arnOf('busy'), DestinationArn: arnOf('poor'), MaxNumberOfMessagesPerSecond: 1 };
  expect(service.ok(0, 'StartMessageMoveTask', task)).toEqual({ TaskHandle: taskHandle(1, 'busy') });
  return service;
}

/** The handle of the model's task of this number (sqs:MT3). */
export function taskHandle(number: number, source: string): string {
  const taskId = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return Buffer.from(JSON.stringify({ taskId, sourceArn: arnOf(source) })).toString('base64');
}

type Asked = [rule: string, call: CallName, input: Record<string, unknown>, message: string];

/** Rows that share their codes. */
const all = (code: string, legacy: string, rows: Asked[], status = 400): Row[] =>
  rows.map(([rule, call, input, message]) => ({ rule, call, input, code, legacy, status, message }));

const simple = (code: string, rows: Asked[], status?: number): Row[] =>
  all(code, `AWS.SimpleQueueService.${code}`, rows, status);

const invalid = (name: string, value: unknown, why: string): string =>
  `Value ${value} for parameter ${name} is invalid. Reason: ${why}`;
const handle = (text: string): string => `The input receipt handle "${text}" is not a valid receipt handle.`;
const attributes = (given: Record<string, string>) => ({ Attributes: given });
const fresh = (given: Record<string, string>) => ({ QueueName: 'fresh', Attributes: given });
const onFifo = (input: object) => ({ QueueUrl: 'f.fifo', ...input });
const required = (name: string): string => `The request must contain the parameter ${name}.`;
const permission = (more: object) => ({
  Label: 'new',
  AWSAccountIds: ['111111111111'],
  Actions: ['SendMessage'],
  ...more,
});
const message = (name: string, value: object) => ({ MessageBody: 'a', MessageAttributes: { [name]: value } });
const text = (StringValue: string, DataType = 'String') => ({ DataType, StringValue });
const change = (ReceiptHandle: string, VisibilityTimeout: number) => ({ ReceiptHandle, VisibilityTimeout });
const entries = (...ids: string[]) => ({ Entries: ids.map((Id) => ({ Id, MessageBody: 'x' })) });
const eleven = Array.from({ length: 11 }, (_, k) => String(k));

const queues: Row[] = [
  ...all('QueueDoesNotExist', 'AWS.SimpleQueueService.NonExistentQueue', [
    ['sqs:E1', 'GetQueueUrl', { QueueName: 'nobody' }, 'The specified queue does not exist.'],
  ]),
  ...all('QueueNameExists', 'QueueAlreadyExists', [
    [
      'sqs:E5',
      'CreateQueue',
      { QueueName: 'q', Attributes: { MaximumMessageSize: '1024', DelaySeconds: '9' } },
      'A queue already exists with the same name and a different value for attribute DelaySeconds',
    ],
  ]),
  ...simple('QueueDeletedRecently', [
    [
      'sqs:E6',
      'CreateQueue',
      { QueueName: 'deleted' },
      'You must wait 60 seconds after deleting a queue before you can create another with the same name.',
    ],
  ]),
  ...simple(
    'PurgeQueueInProgress',
    [
      [
        'sqs:E7',
        'PurgeQueue',
        { QueueUrl: 'purged' },
        'Only one PurgeQueue operation on purged is allowed every 60 seconds.',
      ],
    ],
    403,
  ),
];

const oneKind =
  'You can use one type of server-side encryption (SSE) at one time. You can either enable KMS SSE or SQS SSE.';
const fifo = (name: string): string => `You can specify the ${name} only when FifoQueue is set to true.`;
const unknown = (name: string): string => `Unknown Attribute ${name}.`;

const queueAttributes: Row[] = [
  ...all('InvalidAttributeName', 'InvalidAttributeName', [
    ['sqs:E8', 'GetQueueAttributes', { AttributeNames: ['Colour'] }, unknown('Colour')],
    ['sqs:E8 sqs:GA3', 'GetQueueAttributes', { AttributeNames: [''] }, unknown('')],
    ['sqs:E8 sqs:SA4', 'SetQueueAttributes', attributes({ QueueArn: 'x' }), unknown('QueueArn')],
    ['sqs:E8 sqs:SA3', 'SetQueueAttributes', attributes({ FifoQueue: 'true' }), unknown('FifoQueue')],
    ['sqs:E8 sqs:SA3', 'SetQueueAttributes', attributes({ DeduplicationScope: 'queue' }), fifo('DeduplicationScope')],
    ['sqs:E8 sqs:CQ3', 'CreateQueue', fresh({ FifoQueue: 'false' }), unknown('FifoQueue')],
    [
      'sqs:E8 sqs:CQ3',
      'CreateQueue',
      fresh({ ContentBasedDeduplication: 'true' }),
      unknown('ContentBasedDeduplication'),
    ],
    ['sqs:E8 sqs:CQ3', 'CreateQueue', fresh({ DeduplicationScope: 'queue' }), fifo('DeduplicationScope')],
    ['sqs:E8 sqs:CQ3', 'CreateQueue', fresh({ FifoThroughputLimit: 'perQueue' }), fifo('FifoThroughputLimit')],
    ['sqs:E8 sqs:SA6', 'CreateQueue', fresh({ KmsMasterKeyId: 'k', SqsManagedSseEnabled: 'true' }), oneKind],
  ]),
  ...all('InvalidAttributeValue', 'InvalidAttributeValue', [
    [
      'sqs:E9 sqs:SA5',
      'SetQueueAttributes',
      attributes({ DelaySeconds: '901' }),
      'Invalid value for the parameter DelaySeconds.',
    ],
    [
      'sqs:E9 sqs:A6',
      'CreateQueue',
      fresh({ VisibilityTimeout: '1.5' }),
      'Invalid value for the parameter VisibilityTimeout.',
    ],
    ['sqs:E9 sqs:SA5', 'SetQueueAttributes', attributes({ Policy: '{' }), 'Invalid value for the parameter Policy.'],
    [
      'sqs:E9 sqs:SA3',
      'SetQueueAttributes',
      onFifo(attributes({ FifoQueue: 'false' })),
      'Invalid value for the parameter FifoQueue. Reason: Modifying queue type is not supported.',
    ],
    [
      'sqs:E9 sqs:A4 sqs:U14',
      'SetQueueAttributes',
      onFifo(attributes({ FifoThroughputLimit: 'perMessageGroupId' })),
      'Invalid value for the parameter FifoThroughputLimit.',
    ],
  ]),
];

const contents: Row[] = [
  ...all('MissingRequiredParameterException', 'MissingParameter', [
    ['sqs:E2', 'SendMessage', { MessageBody: '' }, required('MessageBody')],
    ['sqs:E2 sqs:F1', 'SendMessage', onFifo({ MessageBody: 'a' }), required('MessageGroupId')],
    ['sqs:E2 sqs:TG3', 'TagQueue', { Tags: {} }, required('Tags')],
    ['sqs:E2', 'AddPermission', permission({ Actions: [] }), required('Actions')],
  ]),
  ...all('InvalidMessageContents', 'InvalidMessageContents', [
    [
      'sqs:E11',
      'SendMessage',
      { MessageBody: '\u0000' },
      'Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF',
    ],
  ]),
  ...all(
    'ReceiptHandleIsInvalid',
    'ReceiptHandleIsInvalid',
    [
      ['sqs:E20', 'DeleteMessage', { ReceiptHandle: 'x"y' }, handle('x"y')],
      ['sqs:E20', 'ChangeMessageVisibility', change('x', 0), handle('x')],
    ],
    404,
  ),
];

const sent = 'Message (user) attribute';
const wrongType = 'The request include parameter that is not valid for this queue type.';
const typed = 'You must use only the following supported type prefixes: Binary, Number, String.';
const unavailable = 'Message does not exist or is not available for visibility timeout change.';

const parameters: Row[] = all('InvalidParameterValueException', 'InvalidParameterValue', [
  [
    'sqs:E3',
    'CreateQueue',
    { QueueName: 'a b' },
    'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length',
  ],
  [
    'sqs:E10',
    'SendMessage',
    { MessageBody: 'x'.repeat(1025) },
    'One or more parameters are invalid. Reason: Message must be shorter than 1024 bytes.',
  ],
  [
    'sqs:E4',
    'CreateQueue',
    { QueueName: 'fresh', Attributes: { FifoQueue: 'true' } },
    'The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix and be 1 to 80 in length',
  ],
  [
    'sqs:E12 sqs:DY2',
    'SendMessage',
    onFifo({ MessageBody: 'a', MessageGroupId: 'g', MessageDeduplicationId: 'x', DelaySeconds: 1 }),
    invalid('DelaySeconds', 1, wrongType),
  ],
  [
    'sqs:E12 sqs:RM10 sqs:U34',
    'ReceiveMessage',
    { ReceiveRequestAttemptId: 'a' },
    invalid('ReceiveRequestAttemptId', 'a', wrongType),
  ],
  [
    'sqs:E12 sqs:SM7 sqs:U8',
    'SendMessage',
    { MessageBody: 'a', MessageDeduplicationId: 'd' },
    invalid('MessageDeduplicationId', 'd', wrongType),
  ],
  ...(['MessageGroupId', 'MessageDeduplicationId'] as const).map(
    (name): Asked => [
      'sqs:E13 sqs:SM8',
      'SendMessage',
      onFifo({ MessageBody: 'a', MessageGroupId: 'g', MessageDeduplicationId: 'x', [name]: 'a b' }),
      invalid(name, 'a b', `${name} can only include alphanumeric and punctuation characters. 1 to 128 in length.`),
    ],
  ),
  [
    'sqs:E16 sqs:F2',
    'SendMessage',
    onFifo({ MessageBody: 'a', MessageGroupId: 'g' }),
    'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
  ],
  ['sqs:E14', 'ReceiveMessage', { MaxNumberOfMessages: 11 }, outside('MaxNumberOfMessages', 11, 'between 1 and 10')],
  ['sqs:E15', 'ReceiveMessage', { WaitTimeSeconds: 21 }, outside('WaitTimeSeconds', 21, '>= 0 and <= 20')],
  [
    'sqs:RM3 sqs:U29',
    'ReceiveMessage',
    { VisibilityTimeout: 43_201 },
    outside('VisibilityTimeout', 43_201, '>= 0 and <= 43200'),
  ],
  [
    'sqs:SM5',
    'SendMessage',
    { MessageBody: 'a', DelaySeconds: 901 },
    invalid('DelaySeconds', 901, 'DelaySeconds must be >= 0 and <= 900.'),
  ],
  ['sqs:E17', 'SendMessage', message('k', text('')), `${sent} 'k' must contain a non-empty value of type 'String'.`],
  [
    'sqs:E17 sqs:M5',
    'SendMessage',
    message('k', { DataType: 'Binary', BinaryValue: '' }),
    `${sent} 'k' must contain a non-empty value of type 'Binary'.`,
  ],
  [
    'sqs:E18',
    'SendMessage',
    message('k', text('x', 'Text')),
    `The type of message (user) attribute 'k' is invalid. ${typed}`,
  ],
  [
    'sqs:E19',
    'SendMessage',
    { MessageBody: 'a', MessageAttributes: Object.fromEntries(eleven.map((name) => [name, text('x')])) },
    'Number of message attributes [11] exceeds the allowed maximum [10].',
  ],
  ['sqs:E61', 'SendMessage', message('AWS.x', text('x')), "The message attribute name 'AWS.x' is invalid."],
  [
    'sqs:E21 sqs:RH9',
    'DeleteMessage',
    onFifo({ ReceiptHandle: 'f.fifo/3/1' }),
    invalid('ReceiptHandle', 'f.fifo/3/1', 'The receipt handle has expired.'),
  ],
  [
    'sqs:E24 sqs:F41',
    'ReceiveMessage',
    onFifo({ ReceiveRequestAttemptId: 'spoiled' }),
    invalid(
      'ReceiveRequestAttemptId',
      'spoiled',
      'The receiveRequestAttemptId is not valid anymore since the receive call is not retryable.',
    ),
  ],
  [
    'sqs:E22',
    'ChangeMessageVisibility',
    { QueueUrl: 'purged', ...change('purged/2/1', 0) },
    invalid('ReceiptHandle', 'purged/2/1', unavailable),
  ],
  [
    'sqs:E23',
    'ChangeMessageVisibility',
    change('q/1/1', 43_200),
    invalid('VisibilityTimeout', 43_200, 'Total VisibilityTimeout for the message is beyond the limit [43200 seconds]'),
  ],
  ...redriveRows(),
  ...tagRows(),
  ...permissionRows(),
  ...taskRows(),
]);

function tagRows(): Asked[] {
  const key = 'Tag keys must be between 1 and 128 characters in length.';
  const many = Object.fromEntries(Array.from({ length: 51 }, (_, k) => [`k${k}`, '']));
  return [
    ['sqs:TG3', 'TagQueue', { Tags: many }, 'Too many tags added for queue q.'],
    ['sqs:TG2', 'TagQueue', { Tags: { '': 'x' } }, key],
    ['sqs:TG3', 'UntagQueue', { TagKeys: [] }, key],
    ['sqs:TG2', 'UntagQueue', { TagKeys: ['a', 'x'.repeat(129)] }, key],
  ];
}

function permissionRows(): Asked[] {
  const remove = { Label: 'nothing' };
  return [
    ['sqs:PM2', 'AddPermission', permission({ Label: 'label' }), invalid('Label', 'label', 'Already exists.')],
    [
      'sqs:PM2',
      'RemovePermission',
      { QueueUrl: 'purged', ...remove },
      invalid('Label', 'nothing', "can't find label."),
    ],
    ['sqs:PM2', 'RemovePermission', remove, invalid('Label', 'nothing', "can't find label on existing policy.")],
    [
      'sqs:PM3',
      'AddPermission',
      permission({ AWSAccountIds: ['1', 'b'] }),
      invalid('PrincipalId', '[1, b]', 'Unable to verify.'),
    ],
  ];
}

function taskRows(): Asked[] {
  const format = (member: string): string =>
    `You must use this format to specify the ${member}: arn:<partition>:<service>:<region>:<account-id>:<resource-id>`;
  const start = (source: string, more: object = {}) => ({ SourceArn: arnOf(source), ...more });
  const busy =
    'There is already a task running. Only one active task is allowed for a source queue arn at a given time.';
  return [
    ['sqs:E41', 'StartMessageMoveTask', start('purged'), 'Source queue must be configured as a Dead Letter Queue.'],
    ['sqs:E43 sqs:Q17', 'StartMessageMoveTask', start('busy'), busy],
    ['sqs:E44', 'CancelMessageMoveTask', { TaskHandle: 'foobar' }, 'Value for parameter TaskHandle is invalid.'],
    ['sqs:E46', 'StartMessageMoveTask', { SourceArn: 'q' }, format('SourceArn')],
    ['sqs:E46', 'ListMessageMoveTasks', { SourceArn: 'arn:aws:sqs:q' }, format('SourceArn')],
    ['sqs:E46', 'StartMessageMoveTask', start('q', { DestinationArn: 'x' }), format('DestinationArn')],
  ];
}

function outside(name: string, value: number, range: string): string {
  return invalid(name, value, `Must be ${range}, if provided.`);
}

function redriveRows(): Asked[] {
  const count = 'Invalid value for maxReceiveCount: 1001, valid values are from 1 to 1000 both inclusive.';
  const row = (rule: string, policy: string, why: string): Asked => [
    rule,
    'SetQueueAttributes',
    attributes({ RedrivePolicy: policy }),
    invalid('RedrivePolicy', policy, why),
  ];
  return [
    row('sqs:E40 sqs:X2', redrive('nobody', 1), 'Dead letter target does not exist.'),
    row('sqs:E40 sqs:Q19', redrive('q', 1001), count),
  ];
}

const batchCalls = ['SendMessageBatch', 'DeleteMessageBatch', 'ChangeMessageVisibilityBatch'] as const;
const badId =
  'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.';

const batches: Row[] = [
  ...batchCalls.flatMap((call) => [
    ...simple('EmptyBatchRequest', [
      ['sqs:E30', call, entries(), `There should be at least one ${call}RequestEntry in the request.`],
    ]),
    ...simple('TooManyEntriesInBatchRequest', [
      ['sqs:E31', call, entries(...eleven), 'Maximum number of entries per request are 10. You have sent 11.'],
    ]),
    ...simple('InvalidBatchEntryId', [['sqs:E32', call, entries('a', 'b.c'), badId]]),
    ...simple('BatchEntryIdsNotDistinct', [['sqs:E33', call, entries('a', 'b', 'c', 'b', 'a'), 'Id b repeated.']]),
  ]),
  ...simple('BatchRequestTooLong', [
    [
      'sqs:E34',
      'SendMessageBatch',
      { Entries: [{ Id: 'a', MessageBody: 'x'.repeat(1_048_577) }] },
      'Batch requests cannot be longer than 1048576 bytes. You have sent 1048577 bytes.',
    ],
  ]),
];

const notFound = (member: string): string =>
  `The resource that you specified for the ${member} parameter doesn't exist.`;

const rest: Row[] = [
  ...all(
    'ResourceNotFoundException',
    'ResourceNotFoundException',
    [
      ['sqs:E42', 'StartMessageMoveTask', { SourceArn: arnOf('nobody') }, notFound('SourceArn')],
      ['sqs:E42', 'ListMessageMoveTasks', { SourceArn: arnOf('deleted') }, notFound('SourceArn')],
      ['sqs:E42', 'CancelMessageMoveTask', { TaskHandle: taskHandle(1, 'nobody') }, notFound('SourceArn')],
      [
        'sqs:E42',
        'StartMessageMoveTask',
        { SourceArn: arnOf('q'), DestinationArn: arnOf('nobody') },
        notFound('DestinationArn'),
      ],
      ['sqs:E45', 'CancelMessageMoveTask', { TaskHandle: taskHandle(2, 'busy') }, 'Task does not exist.'],
      ['sqs:E45', 'CancelMessageMoveTask', { TaskHandle: taskHandle(1, 'q') }, 'Task does not exist.'],
    ],
    404,
  ),
  ...all(
    'OverLimit',
    'OverLimit',
    [
      [
        'sqs:PM3',
        'AddPermission',
        permission({ Actions: eleven.slice(0, 8) }),
        '8 Actions were found, maximum allowed is 7.',
      ],
    ],
    403,
  ),
];

export const catalogue: readonly Row[] = [
  ...queues,
  ...queueAttributes,
  ...contents,
  ...parameters,
  ...batches,
  ...rest,
];
