import { describe, expect, test } from 'vitest';
import type { MessageAttributes } from '../../src/core/calls.js';
import { receive, redrive, Service, type Story, send, shows, tellAll } from './service.js';

const stories: Story[] = [
  {
    rule: 'a receive returns one message unless it asks for more (sqs:RM1)',
    lines: [
      [0, send('a')],
      [0, send('b')],
      [0, receive(), 'a'],
      [0, receive(), 'b'],
    ],
  },
  {
    rule: 'a receive returns at most MaxNumberOfMessages (sqs:RM1)',
    lines: [
      ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'].map((body): Story['lines'][0] => [0, send(body)]),
      [0, receive({ max: 3, v: 0 }), 'a b c'],
      [0, receive({ max: 10, v: 0 }), 'a b c d e f g h i j'],
      [0, receive({ max: 9 }), 'a b c d e f g h i'],
      [0, receive({ max: 10 }), 'j k'],
    ],
  },
  {
    rule: 'MaxNumberOfMessages is 1 to 10 (sqs:RM3, sqs:E14)',
    lines: [
      [0, receive({ max: 0 }), 'InvalidParameterValue'],
      [0, receive({ max: 11 }), 'InvalidParameterValue'],
      [0, receive({ max: 1.5 }), 'InvalidParameterValue'],
      [0, receive({ max: 1 }), '-'],
      [0, receive({ max: 10 }), '-'],
    ],
  },
  {
    rule: 'WaitTimeSeconds is 0 to 20 (sqs:RM3, sqs:E15, sqs:Q13)',
    lines: [
      [0, receive({ wait: -1 }), 'InvalidParameterValue'],
      [0, receive({ wait: 21 }), 'InvalidParameterValue'],
      [0, receive({ wait: 0 }), '-'],
      [0, receive({ wait: 20 }), 'waits'],
    ],
  },
  {
    rule: 'a refused receive takes nothing (sqs:OP6)',
    lines: [
      [0, send('a')],
      [0, receive({ max: 11 }), 'InvalidParameterValue'],
      [0, receive({ v: 43_201 }), 'InvalidParameterValue'],
      [0, receive({ wait: 21 }), 'InvalidParameterValue'],
      [0, shows('ApproximateReceiveCount'), 'a=1'],
    ],
  },
  {
    rule: 'a response holds a message once, with V = 0 too (sqs:RM9)',
    lines: [
      [0, send('a')],
      [0, send('b')],
      [0, receive({ max: 10, v: 0 }), 'a b'],
      [0, receive({ max: 10, v: 0 }), 'a b'],
    ],
  },
  {
    rule: 'the first receive time stays what it was (sqs:RM5)',
    lines: [
      [5, send('a')],
      [7, shows('ApproximateFirstReceiveTimestamp', { v: 0 }), 'a=7'],
      [9, shows('ApproximateFirstReceiveTimestamp', { v: 0 }), 'a=7'],
      [11, shows('SentTimestamp', { v: 0 }), 'a=5'],
      [11, shows('DeadLetterQueueSourceArn', { v: 0 }), 'a=-'],
      [11, shows('AWSTraceHeader'), 'a=-'],
    ],
  },
];

const text = (StringValue: string) => ({ DataType: 'String', StringValue });
const sent: MessageAttributes = { General: text('Kenobi'), Hello: text('There'), 'Help.Me': text('Me') };

/** sqs:M24 */
const md5s: Record<string, string> = {
  Hello: 'a311262e065454b75da111d535b8dacd',
  'General Hello': 'fca026605781cb4126a1e9044df24232',
  'Hello Help.Me': '83fee93c1bcd8b9a5a923ffacdc636c7',
  'General Hello Help.Me': '4c360f3fdafd970e05fae2f149d997f5',
};
const all = 'General Hello Help.Me';

const filters: [names: string[], returned: string][] = [
  [['All'], all],
  [['.*'], all],
  [['*'], all],
  [['Hello'], 'Hello'],
  [['General', 'Hello'], 'General Hello'],
  [['Hel.*'], 'Hello Help.Me'],
  [['Help.*', 'Hello'], 'Hello Help.Me'],
  [['hello', 'Hel', 'Hello.'], ''],
  [['Hello', 'AWS.', '..foo', '', 'nobody'], 'Hello'],
  [['all'], ''],
  [[], ''],
];

function serviceWithMessage(): Service {
  const service = new Service({ q: {} }, 1_700_000_000_000);
  service.ok(1, 'SendMessage', { QueueUrl: 'q', MessageBody: 'test', MessageAttributes: sent });
  return service;
}

describe('receive', () => {
  tellAll(stories);

  test('no message, no member (sqs:RM2)', () => {
    expect(new Service().ok(0, 'ReceiveMessage', { QueueUrl: 'q' })).toEqual({});
  });

  test('a message asked for plainly has id, handle, body and its digest (sqs:RM4, sqs:M20)', () => {
    const { Messages = [] } = serviceWithMessage().ok(2, 'ReceiveMessage', { QueueUrl: 'q' });
    expect(Messages).toEqual([
      {
        MessageId: expect.stringMatching(/./),
        ReceiptHandle: expect.stringMatching(/./),
        MD5OfBody: '098f6bcd4621d373cade4e832627b4f6',
        Body: 'test',
      },
    ]);
  });

  test.each([
    ['All', ['ApproximateFirstReceiveTimestamp', 'ApproximateReceiveCount', 'SenderId', 'SentTimestamp']],
    ['SentTimestamp', ['SentTimestamp']],
    ['SenderId', ['SenderId']],
  ])('system attributes by name: %s (sqs:RM5)', (name, names) => {
    const [message] = serviceWithMessage().receive(2, { MessageSystemAttributeNames: [name] });
    expect(Object.keys(message!.Attributes!).sort()).toEqual(names);
  });

  test('system attributes are texts, times in epoch milliseconds (sqs:RM5)', () => {
    const [message] = serviceWithMessage().receive(2);
    expect(message!.Attributes).toEqual({
      ApproximateFirstReceiveTimestamp: '1700000000002',
      ApproximateReceiveCount: '1',
      SenderId: expect.stringMatching(/./),
      SentTimestamp: '1700000000001',
    });
  });

  test('names without a value are left out, and without any value the member (sqs:RM4, sqs:RM5)', () => {
    const names = ['AWSTraceHeader', 'MessageGroupId', 'DeadLetterQueueSourceArn', 'SequenceNumber'];
    const service = serviceWithMessage();
    const [first] = service.receive(2, {
      MessageSystemAttributeNames: [...names, 'ApproximateReceiveCount'],
      VisibilityTimeout: 0,
    });
    expect(first!.Attributes).toEqual({ ApproximateReceiveCount: '1' });
    const [second] = service.receive(2, { MessageSystemAttributeNames: names, VisibilityTimeout: 0 });
    expect(second).not.toHaveProperty('Attributes');
    const [third] = service.receive(2, { MessageSystemAttributeNames: [] });
    expect(third).not.toHaveProperty('Attributes');
  });

  test('a dead letter shows where it came from (sqs:RM5, sqs:X8)', () => {
    const service = new Service({ q: { RedrivePolicy: redrive('dlq', 1) }, dlq: {} });
    service.ok(0, 'SendMessage', { QueueUrl: 'q', MessageBody: 'a' });
    service.receive(1, { VisibilityTimeout: 0 });
    service.receive(2);
    const [message] = service.receive(3, { QueueUrl: 'dlq' });
    expect(message!.Attributes!.DeadLetterQueueSourceArn).toBe('arn:aws:sqs:us-east-1:000000000000:q');
  });

  test.each(filters)('MessageAttributeNames %j (sqs:RM4, sqs:RM7, sqs:RM8)', (MessageAttributeNames, returned) => {
    const [message] = serviceWithMessage().receive(2, { MessageAttributeNames });
    if (returned === '') {
      expect(message).not.toHaveProperty('MessageAttributes');
      expect(message).not.toHaveProperty('MD5OfMessageAttributes');
    } else {
      const names = returned.split(' ');
      expect(message!.MessageAttributes).toEqual(Object.fromEntries(names.map((name) => [name, sent[name]])));
      expect(message!.MD5OfMessageAttributes).toBe(md5s[returned]);
    }
  });

  test('what was not asked for is still there for the next receive (sqs:RM7, sqs:D6)', () => {
    const service = serviceWithMessage();
    service.receive(2, { MessageAttributeNames: ['Hello'], VisibilityTimeout: 0 });
    expect(service.receive(2)[0]!.MessageAttributes).toEqual(sent);
  });

  test('the names hold for long polls as well (sqs:P13)', () => {
    const service = serviceWithMessage();
    const [message] = service.receive(2, { WaitTimeSeconds: 20, MessageAttributeNames: ['Hello'] });
    expect(Object.keys(message!.MessageAttributes!)).toEqual(['Hello']);
    expect(message!.Attributes!.ApproximateReceiveCount).toBe('1');
  });
});
