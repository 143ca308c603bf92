import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { AttributeValue, MessageAttributes } from '../../src/core/calls.js';
import { Service } from './service.js';

const text = (StringValue: string, DataType = 'String'): AttributeValue => ({ DataType, StringValue });
const traceparent = 'traceparent\u001E00-774062d6c37081a5a0b9b5b88e30627c-2d2482211f6489da-01';
const trace = 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1';

/** Every row of sqs:M24. */
const recorded: [what: string, attributes: MessageAttributes, md5: string][] = [
  ['one letter', { k: text('x') }, 'a45daa70926828a2f0a1db3418e6feb4'],
  ['a number', { timestamp: text('1493147359900', 'Number') }, '235c5c510d26fb653d073faed50ae77c'],
  ['MyAttribute', { MyAttribute: text('foobar') }, 'adb59cd4678ea5a855436b949cd07ab6'],
  ['Foo', { Foo: text('Bar') }, 'ae7155c6026991b6d54b11589678bf9c'],
  ['Hello', { Hello: text('There') }, 'a311262e065454b75da111d535b8dacd'],
  ['two', { General: text('Kenobi'), Hello: text('There') }, 'fca026605781cb4126a1e9044df24232'],
  ['a period in a name', { Hello: text('There'), 'Help.Me': text('Me') }, '83fee93c1bcd8b9a5a923ffacdc636c7'],
  [
    'three',
    { General: text('Kenobi'), Hello: text('There'), 'Help.Me': text('Me') },
    '4c360f3fdafd970e05fae2f149d997f5',
  ],
  [
    'bytes',
    { attr1: { DataType: 'Binary', BinaryValue: Buffer.from(traceparent).toString('base64') } },
    '8cbe4db156db8a94db8b801b7addb984',
  ],
  ['the trace header (sqs:M22)', { AWSTraceHeader: text(trace) }, '5ae4d5d7636402d80f4eb6d213245a88'],
];

/** The bytes that are hashed, spelled out (sqs:M21). */
const buffers: [what: string, attributes: MessageAttributes, hex: string][] = [
  ['one', { k: text('x') }, '000000016b00000006537472696e67010000000178'],
  [
    'two, by name',
    { Hello: text('There'), General: text('Kenobi') },
    '0000000747656e6572616c00000006537472696e6701000000064b656e6f62690000000548656c6c6f00000006537472696e6701000000055468657265',
  ],
  ['a label', { n: text('7', 'Number.int') }, '000000016e0000000a4e756d6265722e696e74010000000137'],
  [
    'raw bytes, not base64',
    { b: { DataType: 'Binary.x', BinaryValue: 'AAH/' } },
    '00000001620000000842696e6172792e7802000000030001ff',
  ],
  ['UTF-8 lengths', { é: text('✓') }, '00000002c3a900000006537472696e670100000003e29c93'],
  [
    'the order of bytes, not of UTF-16 units',
    { '\u{10400}': text('x'), ﬀ: text('x') },
    '00000003efac8000000006537472696e6701000000017800000004f0909080'.concat('00000006537472696e67010000000178'),
  ],
];

const sendOf = (MessageBody: string, MessageAttributes: MessageAttributes = {}) =>
  new Service().ok(0, 'SendMessage', { QueueUrl: 'q', MessageBody, MessageAttributes });
const digestOf = (attributes: MessageAttributes) => sendOf('a', attributes).MD5OfMessageAttributes;

describe('digests', () => {
  test.each([
    ['message', '78e731027d8fd50ed642340b7c9a63b3'],
    ['test', '098f6bcd4621d373cade4e832627b4f6'],
  ])('of the body %s (sqs:M20)', (body, md5) => {
    const service = new Service();
    expect(service.ok(0, 'SendMessage', { QueueUrl: 'q', MessageBody: body }).MD5OfMessageBody).toBe(md5);
    expect(service.receive(0)[0]!.MD5OfBody).toBe(md5);
  });

  test('of the UTF-8 bytes of a body, remembered or not (sqs:M20)', () => {
    for (const body of [
      'é✓\u{1F600}',
      'é✓\u{1F600}',
      '<a>"&amp;"</a>\r\n',
      'x'.repeat(1000),
      ...Array.from({ length: 5000 }, String),
    ])
      expect(sendOf(body).MD5OfMessageBody).toBe(createHash('md5').update(body, 'utf8').digest('hex'));
  });

  test.each(recorded)('of message attributes: %s (sqs:M24)', (_, MessageAttributes, md5) => {
    const service = new Service();
    const sent = service.ok(0, 'SendMessage', { QueueUrl: 'q', MessageBody: 'a', MessageAttributes });
    expect(sent.MD5OfMessageAttributes).toBe(md5);
    expect(service.receive(0)[0]!.MD5OfMessageAttributes).toBe(md5);
  });

  test.each(buffers)('of these bytes: %s (sqs:M21)', (_, attributes, hex) => {
    const md5 = createHash('md5').update(Buffer.from(hex, 'hex')).digest('hex');
    expect(digestOf(attributes)).toBe(md5);
  });

  test('no matter in which order the attributes came (sqs:M21)', () => {
    const names = ['b', 'B', 'a.b', 'a', 'é', 'Z9', '_'];
    const inOrder = (order: string[]): MessageAttributes => Object.fromEntries(order.map((name) => [name, text('x')]));
    expect(digestOf(inOrder([...names].reverse()))).toBe(digestOf(inOrder(names)));
  });

  test('no attributes, no digest (sqs:M23)', () => {
    const service = new Service();
    expect(service.ok(0, 'SendMessage', { QueueUrl: 'q', MessageBody: 'a', MessageAttributes: {} })).not.toHaveProperty(
      'MD5OfMessageAttributes',
    );
    expect(service.receive(0)[0]).not.toHaveProperty('MD5OfMessageAttributes');
  });

  test('every entry of a batch has its own digests (sqs:M20, sqs:M21)', () => {
    const Entries = [
      { Id: 'a', MessageBody: 'test', MessageAttributes: { k: text('x') } },
      { Id: 'b', MessageBody: 'message' },
    ];
    expect(new Service().ok(0, 'SendMessageBatch', { QueueUrl: 'q', Entries }).Successful).toMatchObject([
      {
        Id: 'a',
        MD5OfMessageBody: '098f6bcd4621d373cade4e832627b4f6',
        MD5OfMessageAttributes: 'a45daa70926828a2f0a1db3418e6feb4',
      },
      { Id: 'b', MD5OfMessageBody: '78e731027d8fd50ed642340b7c9a63b3' },
    ]);
  });
});
