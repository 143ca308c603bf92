import { describe, expect, test } from 'vitest';
import { arnOf, type CallName, type Calls, type ChangeEntry, callNames, type SendEntry } from '../../src/core/calls.js';
import { catalogue, prepared, taskHandle } from './catalogue.js';
import { Service } from './service.js';

const handle = 'q/1/1';
const entries = (...ids: string[]): SendEntry[] => ids.map((Id) => ({ Id, MessageBody: 'x' }));

const hasQueue = (call: CallName): boolean => 'QueueUrl' in right[call];
const asked = (call: CallName, input: Record<string, unknown>) =>
  (hasQueue(call) ? { QueueUrl: 'q', ...input } : input) as Calls[CallName]['input'];

/** A right input for each call. */
const right: { [K in CallName]: Calls[K]['input'] } = {
  CreateQueue: { QueueName: 'q' },
  DeleteQueue: { QueueUrl: 'q' },
  GetQueueUrl: { QueueName: 'q' },
  ListQueues: {},
  GetQueueAttributes: { QueueUrl: 'q' },
  SetQueueAttributes: { QueueUrl: 'q', Attributes: {} },
  SendMessage: { QueueUrl: 'q', MessageBody: 'a' },
  SendMessageBatch: { QueueUrl: 'q', Entries: entries('a') },
  ReceiveMessage: { QueueUrl: 'q' },
  DeleteMessage: { QueueUrl: 'q', ReceiptHandle: handle },
  DeleteMessageBatch: { QueueUrl: 'q', Entries: [{ Id: 'a', ReceiptHandle: handle }] },
  ChangeMessageVisibility: { QueueUrl: 'q', ReceiptHandle: handle, VisibilityTimeout: 0 },
  ChangeMessageVisibilityBatch: {
    QueueUrl: 'q',
    Entries: [{ Id: 'a', ReceiptHandle: handle, VisibilityTimeout: 0 }],
  },
  PurgeQueue: { QueueUrl: 'q' },
  TagQueue: { QueueUrl: 'q', Tags: { a: 'b' } },
  UntagQueue: { QueueUrl: 'q', TagKeys: ['a'] },
  ListQueueTags: { QueueUrl: 'q' },
  AddPermission: { QueueUrl: 'q', Label: 'a', AWSAccountIds: ['111111111111'], Actions: ['SendMessage'] },
  RemovePermission: { QueueUrl: 'q', Label: 'label' },
  ListDeadLetterSourceQueues: { QueueUrl: 'q' },
  StartMessageMoveTask: { SourceArn: arnOf('q') },
  ListMessageMoveTasks: { SourceArn: arnOf('q') },
  CancelMessageMoveTask: { TaskHandle: taskHandle(1, 'busy') },
};

describe('refusals', () => {
  for (const { rule, call, input, code, legacy = code, status = 400, message } of catalogue)
    test(`${rule}: ${call} says ${code}, ${legacy}, ${status} (sqs:E60)`, () => {
      const service = prepared();
      const reply = service.call(1, call, asked(call, input));
      expect(reply).toEqual({ kind: 'error', code, legacy, status, message });
      expect(service.counters(1)).toEqual([0, 1, 0]);
    });

  test.each(callNames.filter(hasQueue))('%s of an unknown queue (sqs:OP1, sqs:E1)', (call) => {
    for (const QueueUrl of ['nobody', 'Q', '', 'deleted', 'http:// nothing/sensible'])
      expect(prepared().call(1, call, { ...right[call], QueueUrl } as Calls[CallName]['input'])).toMatchObject({
        code: 'QueueDoesNotExist',
        message: 'The specified queue does not exist.',
      });
  });

  for (const call of callNames)
    for (const name of Object.keys(right[call]))
      test(`${call} without ${name}, or with null there (sqs:OP4, sqs:E2)`, () => {
        const { [name]: _, ...rest } = right[call] as Record<string, unknown>;
        for (const input of [rest, { ...rest, [name]: null }])
          expect(prepared().call(1, call, input as Calls[CallName]['input'])).toMatchObject({
            kind: 'error',
            legacy: 'MissingParameter',
            message: `The request must contain the parameter ${name}.`,
          });
      });

  test.each(['ReceiptHandle', 'VisibilityTimeout'])('an entry of a batch without %s fails alone (sqs:OP4)', (name) => {
    const entry: Record<string, unknown> = { Id: 'a', ReceiptHandle: handle, VisibilityTimeout: 0 };
    delete entry[name];
    const input = { QueueUrl: 'q', Entries: [entry as unknown as ChangeEntry] };
    const { Failed = [] } = prepared().ok(1, 'ChangeMessageVisibilityBatch', input);
    expect(Failed).toMatchObject([{ Id: 'a', Code: 'MissingParameter', SenderFault: true }]);
  });

  test('with a limit on messages in flight a short poll beyond it says so (sqs:E25, sqs:E60)', () => {
    const service = new Service({ q: {} }, 0, { inFlightMax: () => 1 });
    for (const MessageBody of ['a', 'b']) service.ok(0, 'SendMessage', { QueueUrl: 'q', MessageBody });
    expect(service.receive(0, { MaxNumberOfMessages: 10 })).toHaveLength(1);
    expect(service.call(0, 'ReceiveMessage', { QueueUrl: 'q' })).toEqual({
      kind: 'error',
      code: 'OverLimit',
      legacy: 'OverLimit',
      status: 403,
      message:
        'Too many messages have been received without being deleted. Please delete your received messages or let them timeout before receiving more.',
    });
  });

  test('required members go before the queue (sqs:OP5)', () => {
    const input = { QueueUrl: 'nobody' } as Calls['DeleteMessage']['input'];
    expect(prepared().call(1, 'DeleteMessage', input)).toMatchObject({ legacy: 'MissingParameter' });
  });

  test.each(callNames)('a right %s is not refused (sqs:I23)', (call) => {
    expect(prepared().call(1, call, { ...right[call] } as Calls[CallName]['input'])).toMatchObject(
      call === 'CreateQueue' ? { kind: 'ok', output: { QueueUrl: 'q' } } : { kind: 'ok' },
    );
  });
});
