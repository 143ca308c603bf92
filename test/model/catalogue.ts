import type { CallName, Refusal } from '../../src/core/calls.js';
import { redrive } from './service.js';

/**
 * Every row of the error catalogue (sqs section 2.13) that the calls on standard queues can reach: what is asked of queue
 * `q` if nothing else is said, and what is answered. `q` takes 1,024 bytes and holds one message in flight, received
 * with the handle `q/1/1`; `purged` has lost its own to a purge; the name `deleted` is of a queue deleted just now.
 */
export interface Row extends Pick<Refusal, 'code' | 'legacy' | 'message'> {
  rule: string;
  call: CallName;
  input: Record<string, unknown>;
  status?: number;
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
  ]),
];

const contents: Row[] = [
  ...all('MissingRequiredParameterException', 'MissingParameter', [
    ['sqs:E2', 'SendMessage', { MessageBody: '' }, 'The request must contain the parameter MessageBody.'],
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
]);

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

export const catalogue: readonly Row[] = [...queues, ...queueAttributes, ...contents, ...parameters, ...batches];
