import { describe, expect, test } from 'vitest';
import type { AttributeValue, MessageAttributes, Refusal } from '../../src/core/calls.js';
import { counters, receive, Service, type Story, send, set, tellAll } from './service.js';

const text = (StringValue: string, DataType = 'String'): AttributeValue => ({ DataType, StringValue });
const bytes = (hex: string, DataType = 'Binary'): AttributeValue => ({
  DataType,
  BinaryValue: Buffer.from(hex, 'hex').toString('base64'),
});

const stories: Story[] = [
  {
    rule: 'a body has at least one character (sqs:SM2, sqs:OP4)',
    lines: [
      [0, send(''), 'MissingParameter'],
      [0, send(' ')],
      [0, counters, '1 0 0'],
    ],
  },
  {
    rule: 'a body of the maximum size is accepted, one byte more is not (sqs:SM3, sqs:Q1, sqs:E10)',
    queues: { q: { MaximumMessageSize: '1024' } },
    lines: [
      [0, send('x'.repeat(1024))],
      [0, send('x'.repeat(1025)), 'InvalidParameterValue'],
      [0, send('é'.repeat(512))],
      [0, send(`${'é'.repeat(512)}x`), 'InvalidParameterValue'],
      [0, send('\u{1F600}'.repeat(256))],
      [0, send('✓'.repeat(342)), 'InvalidParameterValue'],
      [0, counters, '3 0 0'],
    ],
  },
  {
    rule: 'a fresh queue takes 1 MiB (sqs:Q1, sqs:A1)',
    lines: [
      [0, send('x'.repeat(1_048_576))],
      [0, send('x'.repeat(1_048_577)), 'InvalidParameterValue'],
    ],
  },
  {
    rule: 'the maximum size holds for sends after it was set (sqs:SM3, sqs:SA1)',
    lines: [
      [0, send('x'.repeat(2048))],
      [1, set({ MaximumMessageSize: '1024' })],
      [1, send('x'.repeat(2048)), 'InvalidParameterValue'],
      [1, receive(), 'x'.repeat(2048)],
    ],
  },
  {
    rule: 'a refused send stores nothing (sqs:OP6)',
    lines: [
      [0, send('\u0000'), 'InvalidMessageContents'],
      [0, send('a', { DelaySeconds: 901 }), 'InvalidParameterValue'],
      [0, send('a', { MessageAttributes: { a: text('') } }), 'InvalidParameterValue'],
      [0, counters, '0 0 0'],
    ],
  },
];

const bodies: [what: string, body: string, isLegal: boolean][] = [
  ['tab, line feed, carriage return', '\t\n\r', true],
  ['space and tilde', ' ~', true],
  ['delete and C1 controls', '\u007f\u0080', true],
  ['the last before the surrogates', '\uD7FF', true],
  ['the first after the surrogates', '\uE000', true],
  ['replacement character', '\uFFFD', true],
  ['beyond the basic plane', '\u{10000}\u{10FFFF}', true],
  ['NUL', 'a\u0000', false],
  ['backspace', '\u0008', false],
  ['vertical tab', '\u000B', false],
  ['form feed', '\u000C', false],
  ['unit separator', '\u001F', false],
  ['half a surrogate pair', 'a\uD83D', false],
  ['the two non-characters', '\uFFFE\uFFFF', false],
];

/** Bytes of name, type and value count; with a body of one byte (sqs:SM3). */
const sized: [what: string, attributes: MessageAttributes, size: number][] = [
  ['text', { name: text('value') }, 1 + 4 + 6 + 5],
  ['text beyond ASCII', { é: text('✓') }, 1 + 2 + 6 + 3],
  ['a label', { n: text('7', 'Number.int') }, 1 + 1 + 10 + 1],
  ['raw bytes', { b: bytes('001122334455') }, 1 + 1 + 6 + 6],
  ['several', { a: text('x'), b: bytes('00') }, 1 + 8 + 8],
];

const attributes: [rule: string, attributes: MessageAttributes, isLegal: boolean][] = [
  ['all kinds of name characters (sqs:M2)', { 'a-B_9.z': text('x') }, true],
  ['accented letters in a name (sqs:E61)', { né: text('x') }, true],
  ['names that differ in case only (sqs:M2)', { a: text('x'), A: text('y') }, true],
  ['AWS and Amazon without a period (sqs:M2)', { AWSx: text('x'), amazon: text('x') }, true],
  ['a name of 255 characters (sqs:M2)', { ['n'.repeat(255)]: text('x') }, true],
  ['a name of 257 characters (sqs:M2, sqs:E61)', { ['n'.repeat(257)]: text('x') }, false],
  ['an empty name (sqs:M2)', { '': text('x') }, false],
  ['a space in a name (sqs:E61)', { 'a b': text('x') }, false],
  ['a slash in a name (sqs:E61)', { 'a/b': text('x') }, false],
  ['prefix AWS. (sqs:E61)', { 'AWS.x': text('x') }, false],
  ['prefix aWs. (sqs:E61)', { 'aWs.x': text('x') }, false],
  ['prefix Amazon. (sqs:E61)', { 'Amazon.x': text('x') }, false],
  ['a leading period (sqs:E61)', { '.x': text('x') }, false],
  ['a trailing period (sqs:E61)', { 'x.': text('x') }, false],
  ['two periods in a row (sqs:M2, sqs:U13)', { 'a..b': text('x') }, false],
  ['types with custom labels (sqs:M3, sqs:M4)', { a: text('x', 'String.a b'), b: bytes('00', 'Binary.gif') }, true],
  ['an unknown type (sqs:M3, sqs:E18)', { a: text('x', 'Text') }, false],
  ['a type in lower case (sqs:M3, sqs:E18)', { a: text('x', 'string') }, false],
  ['an empty type (sqs:M3)', { a: text('x', '') }, false],
  ['a type of 256 characters (sqs:M3)', { a: text('x', `String.${'l'.repeat(249)}`) }, true],
  ['a type of 257 characters (sqs:M3)', { a: text('x', `String.${'l'.repeat(250)}`) }, false],
  ['an empty String (sqs:M5, sqs:E17)', { a: text('') }, false],
  ['an empty Number (sqs:M5)', { a: text('', 'Number') }, false],
  ['an empty Binary (sqs:M5)', { a: { DataType: 'Binary', BinaryValue: '' } }, false],
  ['a String without a text (sqs:M1)', { a: { DataType: 'String', BinaryValue: 'eA==' } }, false],
  ['a Binary without bytes (sqs:M1)', { a: { DataType: 'Binary', StringValue: 'x' } }, false],
  ['a control character in a String (sqs:M7, sqs:SM4)', { a: text('\u0001') }, false],
  ['any bytes in a Binary (sqs:M1)', { a: bytes('0001ff') }, true],
  ['ten attributes (sqs:Q5)', numbered(10), true],
  ['eleven attributes (sqs:Q5, sqs:E19)', numbered(11), false],
  ['no attributes (sqs:SM1)', {}, true],
];

const numbers: [value: string, isLegal: boolean][] = [
  ...['0', '-0', '7', '-7', '+7', '1.50', '.5', '5.', '1e126', '-1E+126', '1e-128', '0.000', '0e999'].map(
    (value): [string, boolean] => [value, true],
  ),
  ['9'.repeat(38), true],
  [`1${'0'.repeat(126)}`, true],
  [`0.${'0'.repeat(127)}1`, true],
  ['9'.repeat(39), false],
  [`1.${'0'.repeat(37)}1`, false],
  ...['1e127', '-1e127', '1e-129', '1e400', '1e-400', 'x', '1x', ' 1', '1 ', '1,5', '0x10', 'NaN', 'Infinity', '-'].map(
    (value): [string, boolean] => [value, false],
  ),
];

function numbered(count: number): MessageAttributes {
  return Object.fromEntries(Array.from({ length: count }, (_, k) => [`a${k}`, text('x')]));
}

const answerTo = (MessageBody: string, MessageAttributes?: MessageAttributes) =>
  new Service().call(0, 'SendMessage', {
    QueueUrl: 'q',
    MessageBody,
    ...(MessageAttributes !== undefined && { MessageAttributes }),
  });

describe('send', () => {
  tellAll(stories);

  test('the answer has id and digests, and no digest of nothing (sqs:SM1, sqs:M23)', () => {
    const answer = { MessageId: expect.stringMatching(/./), MD5OfMessageBody: '098f6bcd4621d373cade4e832627b4f6' };
    expect(answerTo('test')).toEqual({ kind: 'ok', output: answer });
    expect(answerTo('test', {})).toEqual({ kind: 'ok', output: answer });
    expect(answerTo('test', { Hello: text('There') })).toEqual({
      kind: 'ok',
      output: { ...answer, MD5OfMessageAttributes: 'a311262e065454b75da111d535b8dacd' },
    });
  });

  test.each(bodies)('characters of a body: %s (sqs:SM4, sqs:E11)', (_, body, isLegal) => {
    const reply = answerTo(body);
    expect(reply.kind === 'ok' || (reply as Refusal).legacy).toBe(isLegal || 'InvalidMessageContents');
  });

  test.each(sized)('size of message attributes: %s (sqs:SM3, sqs:M8)', (_, MessageAttributes, size) => {
    const service = new Service({ q: { MaximumMessageSize: '1024' } });
    const sendOf = (length: number) =>
      service.call(0, 'SendMessage', { QueueUrl: 'q', MessageBody: 'x'.repeat(length), MessageAttributes });
    expect(sendOf(1 + 1024 - size)).toMatchObject({ kind: 'ok' });
    expect(sendOf(1 + 1024 - size + 1)).toMatchObject({ message: expect.stringContaining('shorter than 1024 bytes') });
  });

  for (const [rule, given, isLegal] of attributes)
    test(`message attributes: ${rule}`, () => {
      const reply = answerTo('a', given);
      expect(reply.kind === 'ok' || (reply as Refusal).legacy).toBe(isLegal || 'InvalidParameterValue');
    });

  test.each(numbers)('a Number of %s (sqs:M6)', (value, isLegal) => {
    expect(answerTo('a', { n: text(value, 'Number') }).kind).toBe(isLegal ? 'ok' : 'error');
    expect(answerTo('a', { n: text(value, 'Number.label') }).kind).toBe(isLegal ? 'ok' : 'error');
  });
});
