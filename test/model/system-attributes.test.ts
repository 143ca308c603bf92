import { describe, expect, test } from 'vitest';
import type { MessageAttributes } from '../../src/core/calls.js';
import { counters, redrive, Service, type Story, send, shows, tellAll } from './service.js';

/** sqs:M24 */
const header = 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1';
const md5OfHeader = '5ae4d5d7636402d80f4eb6d213245a88';
const text = (StringValue: string, DataType = 'String') => ({ DataType, StringValue });
const traced = { MessageSystemAttributes: { AWSTraceHeader: text(header) } };
const wrong = 'InvalidParameterValue';

const refusals: [what: string, MessageAttributes][] = [
  ['another name (sqs:SM6)', { SenderId: text('me') }],
  ['a name beside the right one', { AWSTraceHeader: text(header), SentTimestamp: text('1') }],
  ['another case', { awstraceheader: text(header) }],
  ['another type (sqs:SM6)', { AWSTraceHeader: text('1', 'Number') }],
  ['a binary value', { AWSTraceHeader: { DataType: 'Binary', BinaryValue: 'AA==' } }],
  ['an empty value', { AWSTraceHeader: text('') }],
];

const stories: Story[] = [
  {
    rule: 'the trace header of a send is shown by receives that ask for it (sqs:SM6, sqs:RM5)',
    lines: [
      [0, send('a', traced)],
      [1, send('b')],
      [2, shows('AWSTraceHeader', { max: 10 }), `a=${header} b=-`],
    ],
  },
  {
    rule: 'a trace header does not count to the size (sqs:SM3)',
    queues: { q: { MaximumMessageSize: '1024' } },
    lines: [[0, send('x'.repeat(1024), traced)]],
  },
  {
    rule: 'no system attributes are like none at all (sqs:SM6, sqs:M23)',
    lines: [
      [0, send('a', { MessageSystemAttributes: {} })],
      [1, counters, '1 0 0'],
    ],
  },
  ...refusals.map(
    ([what, MessageSystemAttributes]): Story => ({
      rule: `refused: ${what}`,
      lines: [
        [0, send('a', { MessageSystemAttributes }), wrong],
        [1, counters, '0 0 0'],
      ],
    }),
  ),
];

describe('system attributes', () => {
  tellAll(stories);

  test.each(['q', 'q.fifo'])(
    'have a digest of their own, and no part in the other one, on %s (sqs:M22, sqs:SM1, sqs:M24)',
    (QueueUrl) => {
      const service = new Service({ [QueueUrl]: { VisibilityTimeout: '0' } });
      const names = QueueUrl === 'q' ? {} : { MessageGroupId: 'g', MessageDeduplicationId: 'd' };
      const attributes = { k: text('x') };
      const sent = service.ok(0, 'SendMessage', {
        QueueUrl,
        MessageBody: 'test',
        MessageAttributes: attributes,
        ...traced,
        ...names,
      });
      expect(sent).toMatchObject({
        MD5OfMessageAttributes: 'a45daa70926828a2f0a1db3418e6feb4',
        MD5OfMessageSystemAttributes: md5OfHeader,
      });
      const [message] = service.receive(1, { QueueUrl });
      expect(message).toMatchObject({
        MessageAttributes: attributes,
        MD5OfMessageAttributes: 'a45daa70926828a2f0a1db3418e6feb4',
        Attributes: { AWSTraceHeader: header },
      });
      expect(message).not.toHaveProperty('MD5OfMessageSystemAttributes');
    },
  );

  test('without message attributes there is only the digest of the system attributes (sqs:M22, sqs:M23)', () => {
    const service = new Service();
    const alone = service.ok(0, 'SendMessage', { QueueUrl: 'q', MessageBody: 'a', ...traced });
    expect(Object.keys(alone).sort()).toEqual(['MD5OfMessageBody', 'MD5OfMessageSystemAttributes', 'MessageId']);
    const Entries = [{ Id: 'x', MessageBody: 'a', ...traced }];
    expect(service.ok(1, 'SendMessageBatch', { QueueUrl: 'q', Entries }).Successful).toEqual([
      expect.objectContaining({ MD5OfMessageSystemAttributes: md5OfHeader }),
    ]);
  });

  test('the trace header survives the move to the dead-letter queue (sqs:X8)', () => {
    const service = new Service({ q: { RedrivePolicy: redrive('dlq', 1), VisibilityTimeout: '0' }, dlq: {} });
    service.ok(0, 'SendMessage', { QueueUrl: 'q', MessageBody: 'a', ...traced });
    service.receive(1);
    service.receive(2);
    expect(service.receive(3, { QueueUrl: 'dlq' })[0]!.Attributes!.AWSTraceHeader).toBe(header);
  });

  test.each<[old: string[] | undefined, now: string[] | undefined, shown: string[]]>([
    [undefined, undefined, []],
    [['SentTimestamp'], undefined, ['SentTimestamp']],
    [undefined, ['SentTimestamp'], ['SentTimestamp']],
    [['SenderId'], ['SentTimestamp'], ['SenderId', 'SentTimestamp']],
    [
      ['SenderId'],
      ['All'],
      ['ApproximateFirstReceiveTimestamp', 'ApproximateReceiveCount', 'SenderId', 'SentTimestamp'],
    ],
    [
      ['All'],
      ['SenderId'],
      ['ApproximateFirstReceiveTimestamp', 'ApproximateReceiveCount', 'SenderId', 'SentTimestamp'],
    ],
    [['All'], [], ['ApproximateFirstReceiveTimestamp', 'ApproximateReceiveCount', 'SenderId', 'SentTimestamp']],
    [[], ['SenderId'], ['SenderId']],
    [[], [], []],
  ])('AttributeNames %j and MessageSystemAttributeNames %j show the union (sqs:RM6)', (old, now, shown) => {
    const service = new Service();
    service.ok(0, 'SendMessage', { QueueUrl: 'q', MessageBody: 'a' });
    const { Messages = [] } = service.ok(1, 'ReceiveMessage', {
      QueueUrl: 'q',
      ...(old && { AttributeNames: old }),
      ...(now && { MessageSystemAttributeNames: now }),
    });
    expect(Object.keys(Messages[0]!.Attributes ?? {}).sort()).toEqual(shown);
  });
});
