import { describe, expect, test } from 'vitest';
import { integrity } from '../../properties/integrity.js';
import { asks, attributesDigest, bodyDigest, sameValue } from '../../properties/reading/contents.js';
import type { MessageAttributes } from '../../src/core/calls.js';
import { attributesMd5, delivered, history, md5, op, receive, send, sha256 } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds } = verdictsOf(integrity);

const text = (StringValue: string, DataType = 'String') => ({ DataType, StringValue });
const binary = (bytes: string) => ({
  DataType: 'Binary',
  BinaryValue: Buffer.from(bytes, 'latin1').toString('base64'),
});
const hello = { Hello: text('There') };
const both = { ...hello, General: text('Kenobi') };

describe('sqs:M20 to sqs:M24 digests', () => {
  test.each([
    ['message', '78e731027d8fd50ed642340b7c9a63b3'],
    ['test', '098f6bcd4621d373cade4e832627b4f6'],
  ])('sqs:M20 body %s', (body, digest) => {
    expect(bodyDigest(body)).toBe(digest);
  });

  const span = 'traceparent\x1e00-774062d6c37081a5a0b9b5b88e30627c-2d2482211f6489da-01';
  const trace = 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1';
  const recorded: [MessageAttributes, string][] = [
    [{ k: text('x') }, 'a45daa70926828a2f0a1db3418e6feb4'],
    [{ timestamp: text('1493147359900', 'Number') }, '235c5c510d26fb653d073faed50ae77c'],
    [{ MyAttribute: text('foobar') }, 'adb59cd4678ea5a855436b949cd07ab6'],
    [{ Foo: text('Bar') }, 'ae7155c6026991b6d54b11589678bf9c'],
    [hello, 'a311262e065454b75da111d535b8dacd'],
    [both, 'fca026605781cb4126a1e9044df24232'],
    [{ ...hello, 'Help.Me': text('Me') }, '83fee93c1bcd8b9a5a923ffacdc636c7'],
    [{ 'Help.Me': text('Me'), ...both }, '4c360f3fdafd970e05fae2f149d997f5'],
    [{ attr1: binary(span) }, '8cbe4db156db8a94db8b801b7addb984'],
    [{ AWSTraceHeader: text(trace) }, '5ae4d5d7636402d80f4eb6d213245a88'],
  ];
  test.each(recorded)('sqs:M24 row %#', (attributes, digest) => {
    expect(attributesDigest(attributes)).toBe(digest);
    expect(attributesDigest(attributes)).toBe(digest); // from memory
    expect(attributesMd5(attributes)).toBe(digest);
  });

  test('sqs:M23 no attributes, no digest', () => {
    expect([attributesDigest(undefined), attributesDigest({})]).toEqual([undefined, undefined]);
  });

  test('sqs:M21 names go in the order of their UTF-8 bytes', () => {
    const [low, high] = ['\uffee', '\u{10400}']; // the other way round in UTF-16
    const ordered = attributesDigest({ [low]: text('a'), [high]: text('b') });
    expect(attributesDigest({ [high]: text('b'), [low]: text('a') })).toBe(ordered);
  });
});

describe('sqs:M9 equal values', () => {
  test.each([
    ['1', '1.0'],
    ['007', '7'],
    ['-0.50', '-.5'],
    ['1e3', '1000'],
    ['0.00012', '12E-5'],
    ['0', '-0.0'],
  ])('%s is %s', (a, b) => {
    expect(sameValue(text(a, 'Number.int'), text(b, 'Number.int'))).toBe(true);
    expect(sameValue(text(a), text(b))).toBe(false);
  });

  test.each([
    ['12345678901234567890', '12345678901234567000'],
    ['1', '-1'],
    ['1', '10'],
    ['1', ''],
    ['NaN', 'Infinity'],
  ])('%s is not %s', (a, b) => {
    expect(sameValue(text(a, 'Number'), text(b, 'Number'))).toBe(false);
  });

  test('types are compared to the letter, bytes by what they encode', () => {
    expect(sameValue(text('1', 'Number'), text('1', 'Number.int'))).toBe(false);
    expect(sameValue(binary('ab'), binary('ac'))).toBe(false);
    expect(sameValue(binary('a'), { DataType: 'Binary', BinaryValue: 'YQ' })).toBe(true);
  });
});

test.each([
  [undefined, false],
  [[], false],
  [['All'], true],
  [['.*'], true],
  [['*'], true],
  [['Help.Me'], true],
  [['Hel.*'], true],
  [['Help'], false],
  [['help.me', 'AWS.', '..foo'], false],
])('sqs:RM7 the filter %j lets Help.Me through: %s', (names, through) => {
  expect(asks(names, 'Help.Me')).toBe(through);
});

describe('sqs:I2 integrity', () => {
  test('sqs:M20 a send answered with a wrong body MD5', () => {
    broken(
      history([send('m0', { result: { MD5OfMessageBody: 'cafe' } })]),
      `send #0 of "m0" answered MD5OfMessageBody cafe; it is ${md5('m0')}`,
      [0],
    );
  });

  test('sqs:M23 a send without attributes answered with the MD5 of nothing', () => {
    broken(
      history([send('m0', { result: { MD5OfMessageAttributes: md5('') } })]),
      `send #0 of "m0" answered MD5OfMessageAttributes ${md5('')}; it is absent, for there are no attributes`,
      [0],
    );
  });

  test('sqs:SM1 a send of attributes without their MD5', () => {
    const output = { MessageId: 'id-m0', MD5OfMessageBody: md5('m0') };
    const input = { QueueUrl: 'q1', MessageBody: 'm0', MessageAttributes: hello };
    broken(
      history([op('SendMessage', input, { kind: 'ok', output })]),
      `send #0 of "m0" answered MD5OfMessageAttributes absent; it is ${attributesMd5(hello)}`,
      [0],
    );
  });

  test('sqs:D6 a changed body', () => {
    broken(
      history([send('m0 a\r\nb'), receive({ at: 5, got: [delivered('m0 a\nb', { id: 'id-m0 a\r\nb' })] })]),
      'receive #1 delivered message id-m0 a\r\nb with body "m0 a\\nb", but send #0 sent "m0 a\\r\\nb"',
      [1, 0],
    );
  });

  test('sqs:M20 a wrong MD5OfBody', () => {
    broken(
      history([send('m0'), receive({ at: 5, got: [delivered('m0', { md5: 'cafe' })] })]),
      `receive #1 delivered "m0" with MD5OfBody cafe; it is ${md5('m0')}`,
      [1],
    );
  });

  test('a changed attribute', () => {
    const got = [delivered('m0', { attributes: { Hello: text('there') } })];
    broken(
      history([send('m0', { attributes: hello }), receive({ at: 5, got })]),
      'receive #1 delivered m0 with Hello = {"DataType":"String","StringValue":"there"}, but send #0 sent {"DataType":"String","StringValue":"There"}',
      [1, 0],
    );
  });

  test('an attribute that nobody sent', () => {
    broken(
      history([send('m0'), receive({ at: 5, got: [delivered('m0', { attributes: hello })] })]),
      'receive #1 delivered m0 with attribute Hello, which send #0 did not send',
      [1, 0],
    );
  });

  test('sqs:RM7 an attribute for which nobody asked', () => {
    const asked = receive({ at: 5, got: [delivered('m0')], input: { MessageAttributeNames: ['Gen.*'] } });
    broken(
      history([send('m0', { attributes: both }), asked]),
      'receive #1 delivered m0 with attribute Hello, for which it had not asked',
      [1, 0],
    );
  });

  test('sqs:RM7 a lost attribute', () => {
    const got = [delivered('m0', { attributes: hello })];
    broken(
      history([send('m0', { attributes: both }), receive({ at: 5, got })], { level: 'documented' }),
      'receive #1 delivered m0 without General, which send #0 sent and it had asked for',
      [1, 0],
    );
  });

  test('sqs:RM8 the MD5 of what was sent beside what was returned', () => {
    const got = [delivered('m0', { attributes: hello, attributesMd5: attributesMd5(both) })];
    const asked = receive({ at: 5, got, input: { MessageAttributeNames: ['Hello'] } });
    broken(
      history([send('m0', { attributes: both }), asked]),
      `receive #1 delivered m0 with MD5OfMessageAttributes ${attributesMd5(both)}; it is ${attributesMd5(hello)}`,
      [1],
    );
  });

  test('sqs:RM8 attributes without their MD5, whose send has no known outcome', () => {
    const message = { MessageId: 'i', ReceiptHandle: 'h', MD5OfBody: md5('m0'), Body: 'm0', MessageAttributes: hello };
    const input = { QueueUrl: 'q1', MessageAttributeNames: ['All'] };
    const got = op('ReceiveMessage', input, { kind: 'ok', output: { Messages: [message] } }, { at: 5 });
    broken(
      history([send('m0', { attributes: hello, unknown: true }), got]),
      `receive #1 delivered m0 with MD5OfMessageAttributes absent; it is ${attributesMd5(hello)}`,
      [1],
    );
  });

  test('a changed message whose send has no known outcome', () => {
    const got = [delivered('m0', { attributes: { Hello: text('there') } })];
    broken(
      history([send('m0', { attributes: hello, unknown: true }), receive({ at: 5, got })]),
      'receive #1 delivered m0 with Hello = {"DataType":"String","StringValue":"there"}, but send #0 sent {"DataType":"String","StringValue":"There"}',
      [1, 0],
    );
  });
});

describe('sqs:I2 tempting, but good', () => {
  test('sqs:RM8 a part of the attributes with the MD5 of that part', () => {
    const got = [delivered('m0', { attributes: hello })];
    const asked = receive({ at: 5, got, input: { MessageAttributeNames: ['Hello', 'nobody', 'AWS.'] } });
    holds(history([send('m0', { attributes: both }), asked]), 2);
  });

  test('sqs:RM4 no attributes where none were asked for', () => {
    const output = { Messages: [{ MessageId: 'id-m0', ReceiptHandle: 'h', MD5OfBody: md5('m0'), Body: 'm0' }] };
    const asked = op('ReceiveMessage', { QueueUrl: 'q1' }, { kind: 'ok', output }, { at: 5 });
    holds(history([send('m0', { attributes: both }), asked]), 2);
  });

  test('sqs:M9 a Number in other digits, with the MD5 of either text', () => {
    const sent = { n: text('01.50', 'Number') };
    const attributes = { n: text('1.5', 'Number') };
    const ours = delivered('m0', { attributes });
    const theirs = delivered('m0', { attributes, attributesMd5: attributesMd5(sent) });
    holds(history([send('m0', { attributes: sent }), receive({ at: 5, v: 0, got: [ours] })]), 2);
    holds(history([send('m0', { attributes: sent }), receive({ at: 5, v: 0, got: [theirs] })]), 2);
  });

  test('sqs:M21 any MD5 of an attribute whose type should have been refused', () => {
    const attributes = { x: text('x', 'Text') };
    const sent = send('m0', { attributes, result: { MD5OfMessageAttributes: md5('xText') } });
    const got = [delivered('m0', { attributesMd5: md5('xText') })];
    holds(history([sent, receive({ at: 5, got })]), 2);
    const other = [delivered('m0', { attributesMd5: md5('Text') })];
    holds(history([sent, receive({ at: 5, got: other })]), 2);
  });

  test.each([
    ['String', text(''), text('x')],
    ['Number', text('', 'Number'), text('1', 'Number')],
    ['Binary', binary(''), binary('x')],
  ])('sqs:M5 any MD5 of an empty %s, which should have been refused', (_, empty, full) => {
    const wrong = (attributes: MessageAttributes) =>
      history([
        send('m0', { attributes, result: { MD5OfMessageAttributes: md5('sent') } }),
        receive({ at: 5, got: [delivered('m0', { attributesMd5: md5('received') })] }),
      ]);
    holds(wrong({ ...hello, x: empty }), 2);
    expect(integrity.check(wrong({ ...hello, x: full }))).toMatchObject({ kind: 'broken', judged: 2 });
  });

  test('a message of a send whose reply was lost', () => {
    const sent = send('m0 é\u{1f600}', { attributes: both, unknown: true });
    holds(history([sent, receive({ at: 5, got: [delivered('m0 é\u{1f600}')] })]), 1);
  });
});

describe('sqs:RM5 system attributes', () => {
  const system = { AWSTraceHeader: text('Root=1-5759e988-bd862e3fe1be46a994272793') };
  const shows = (attrs: Record<string, string | undefined>, more: object = {}) =>
    history([send('m0', { system, group: 'g', ...more }), receive({ at: 1, got: [delivered('m0', { attrs })] })]);
  const wrong = (name: string, shown: string, right: string) =>
    `receive #1 delivered m0 with ${name} ${shown} instead of ${right}`;

  test('sqs:M22 the MD5 of the system attributes, and of nothing else', () => {
    const right = attributesMd5(system);
    broken(
      history([send('m0', { system, result: { MD5OfMessageSystemAttributes: undefined } as object })]),
      `send #0 of "m0" answered MD5OfMessageSystemAttributes absent; it is ${right}`,
      [0],
    );
    broken(
      history([
        send('m0', {
          system,
          attributes: hello,
          result: { MD5OfMessageAttributes: attributesMd5({ ...hello, ...system }) },
        }),
      ]),
      `send #0 of "m0" answered MD5OfMessageAttributes ${attributesMd5({ ...hello, ...system })}; it is ${attributesMd5(hello)}`,
      [0],
    );
    holds(history([send('m0', { system })]), 1);
  });

  test.each([
    ['AWSTraceHeader', undefined, 'Root=1-5759e988-bd862e3fe1be46a994272793'],
    ['AWSTraceHeader', 'Root=2', 'Root=1-5759e988-bd862e3fe1be46a994272793'],
    ['MessageGroupId', undefined, 'g'],
    ['MessageGroupId', 'h', 'g'],
    ['MessageDeduplicationId', 'd', 'none'],
  ])('%s shown as %s (sqs:G1)', (name, shown, right) =>
    broken(shows({ [name]: shown }), wrong(name, shown ?? 'none', right), [1, 0]),
  );

  test('a group that nobody gave', () =>
    broken(
      history([send('m0'), receive({ at: 1, got: [delivered('m0', { attrs: { MessageGroupId: 'g' } })] })]),
      wrong('MessageGroupId', 'g', 'none'),
      [1, 0],
    ));

  test('sqs:F3 the deduplication id of a FIFO message, its own or the SHA-256 of its body', () => {
    const fifo = (dedup: string | null, MessageDeduplicationId: string) =>
      history(
        [
          send('m0', { queue: 'q.fifo', dedup }),
          receive({ at: 1, queue: 'q.fifo', got: [delivered('m0', { attrs: { MessageDeduplicationId } })] }),
        ],
        { queues: { 'q.fifo': { FifoQueue: 'true', ContentBasedDeduplication: 'true' } } },
      );
    broken(fifo(null, md5('m0')), wrong('MessageDeduplicationId', md5('m0'), sha256('m0')), [1, 0]);
    broken(fifo('d', sha256('m0')), wrong('MessageDeduplicationId', sha256('m0'), 'd'), [1, 0]);
    holds(fifo(null, sha256('m0')), 2);
  });

  test('good: what the receive did not ask for, by either list (sqs:RM6)', () => {
    const asks = (input: object) =>
      history([
        send('m0', { system, group: 'g' }),
        receive({ at: 1, got: [delivered('m0', { attrs: false })], input }),
      ]);
    holds(asks({ MessageSystemAttributeNames: ['SenderId'] }), 2);
    holds(asks({ MessageSystemAttributeNames: ['SenderId'], AttributeNames: ['All'] }), 2);
    broken(
      asks({ MessageSystemAttributeNames: undefined, AttributeNames: ['MessageGroupId'] }),
      wrong('MessageGroupId', 'none', 'g'),
      [1, 0],
    );
  });

  test('good: the MD5s of the original in the answer to a duplicate (sqs:U26)', () => {
    const twice = (result: object) =>
      history(
        [
          send('m0', { queue: 'q.fifo', dedup: 'd' }),
          send('m1', { at: 1, queue: 'q.fifo', dedup: 'd', id: 'id-m0', result }),
        ],
        { queues: { 'q.fifo': { FifoQueue: 'true' } } },
      );
    holds(twice({}), 2);
    holds(twice({ MD5OfMessageBody: md5('m0') }), 2);
    broken(
      twice({ MD5OfMessageBody: md5('m2') }),
      `send #1 of "m1" answered MD5OfMessageBody ${md5('m2')}; it is ${md5('m1')}`,
      [1],
    );
  });
});
