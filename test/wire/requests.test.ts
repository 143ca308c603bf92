import { describe, expect, test } from 'vitest';
import { decode, requestMax } from '../../src/wire/decode.js';
import type { WireRequest } from '../../src/wire/http.js';
import { accepted, form, get, json, turned } from './ask.js';

const q = 'http://127.0.0.1:9324/000000000000/q';
const callOf = (request: WireRequest) => accepted(request).call;
const refusalOf = (request: WireRequest) => turned(request).refusal;

describe('AWS JSON 1.0', () => {
  test('a call is named by X-Amz-Target and asked by the body (sqs:W10)', () => {
    const input = { QueueUrl: q, MessageBody: 'a', DelaySeconds: 0 };
    const call = { call: 'SendMessage', input: { ...input, QueueUrl: 'q' } };
    expect(callOf(json('SendMessage', input))).toEqual(call);
    const charset = { 'content-type': 'Application/X-Amz-Json-1.0; charset=utf-8' };
    expect(callOf(json('SendMessage', input, { headers: charset }))).toEqual(call);
    expect(callOf(json('SendMessage', input, { path: '/000000000000/q' }))).toEqual(call);
  });

  test('null is absent, an unknown member is nothing (sqs:OP4)', () => {
    const input = { QueueUrl: q, AttributeNames: null, Colour: { is: ['deep'] } };
    expect(callOf(json('ReceiveMessage', input)).input).toEqual({ QueueUrl: 'q' });
    expect(callOf(json('SendMessage', { QueueUrl: q, MessageBody: null })).input).toEqual({ QueueUrl: 'q' });
    expect(callOf(json('SetQueueAttributes', { QueueUrl: q, Attributes: { Policy: null } })).input).toEqual({
      QueueUrl: 'q',
      Attributes: {},
    });
  });

  test('zero, empty and absent are three things', () => {
    const input = { QueueUrl: q, WaitTimeSeconds: 0, AttributeNames: [], ReceiveRequestAttemptId: '' };
    expect(callOf(json('ReceiveMessage', input)).input).toEqual({ ...input, QueueUrl: 'q' });
  });

  test('an operation that SQS does not have is refused', () => {
    for (const action of ['Send', 'constructor', '__proto__', '', 'SendMessage ', 'sendMessage'])
      expect(refusalOf(json(action, {}))).toMatchObject({
        code: 'UnknownOperationException',
        legacy: 'InvalidAction',
        status: 400,
      });
    const wrong = { 'x-amz-target': 'AmazonSNS.SendMessage' };
    expect(refusalOf(json('', {}, { headers: wrong })).code).toBe('UnknownOperationException');
    expect(refusalOf(json('', {}, { headers: { 'x-amz-target': undefined } })).status).toBe(400);
  });

  test('a target with another content type is no request of any protocol', () => {
    for (const type of ['application/json', 'text/plain', 'application/x-amz-json-1.1', '', undefined])
      expect(refusalOf(json('ListQueues', {}, { headers: { 'content-type': type } }))).toMatchObject({
        code: 'UnknownOperationException',
        status: 404,
      });
  });

  const integer = 'can not be converted to an Integer';
  const string = 'can not be converted to a String';
  const structure = 'Start of structure or map found where not expected.';
  const list = 'Start of list found where not expected';
  test.each([
    ['ReceiveMessage', { WaitTimeSeconds: '5' }, `STRING_VALUE ${integer}`],
    ['ReceiveMessage', { WaitTimeSeconds: true }, `TRUE_VALUE ${integer}`],
    ['ReceiveMessage', { WaitTimeSeconds: [] }, list],
    ['ReceiveMessage', { WaitTimeSeconds: {} }, structure],
    ['SendMessage', { MessageBody: 1 }, `NUMBER_VALUE ${string}`],
    ['SendMessage', { MessageBody: 1.5 }, `DECIMAL_VALUE ${string}`],
    ['SendMessage', { MessageBody: false }, `FALSE_VALUE ${string}`],
    ['SendMessage', { MessageBody: ['a'] }, list],
    ['SendMessage', { MessageBody: { a: 1 } }, structure],
    ['SendMessage', { MessageAttributes: [] }, list],
    ['SendMessage', { MessageAttributes: 'a' }, 'Expected map or null'],
    ['SendMessage', { MessageAttributes: { a: 'b' } }, 'Expected null'],
    [
      'SendMessage',
      { MessageAttributes: { a: { BinaryValue: '?' } } },
      'only base-64-encoded strings are convertible to bytes',
    ],
    ['SendMessageBatch', { Entries: {} }, structure],
    ['SendMessageBatch', { Entries: 'a' }, 'Expected list or null'],
    ['SendMessageBatch', { Entries: [[]] }, list],
    ['SendMessageBatch', { Entries: [1] }, 'Expected null'],
    ['SendMessageBatch', { Entries: [null] }, 'Expected null'],
    ['ReceiveMessage', { AttributeNames: [1] }, `NUMBER_VALUE ${string}`],
  ] as const)('%s with %j is a SerializationException', (action, input, message) => {
    expect(refusalOf(json(action, input))).toEqual({
      kind: 'error',
      code: 'SerializationException',
      legacy: 'MalformedInput',
      status: 400,
      message,
    });
  });

  test.each([
    ['nothing', ''],
    ['cut off', '{"QueueUrl":"q"'],
    ['with a comma too many', '{"QueueUrl":"q",}'],
    ['with a byte order mark', '\uFEFF{}'],
    ['a list', '[]'],
    ['text', '"q"'],
    ['null', 'null'],
    ['a million lists deep', '['.repeat(1e6) + ']'.repeat(1e6)],
    ['a million lists deep without an end', '['.repeat(1e6)],
  ])('a body that is %s is a SerializationException', (_, body) => {
    expect(refusalOf(json('ListQueues', body))).toMatchObject({ code: 'SerializationException', status: 400 });
  });

  test('a member a million lists deep is not looked into when nobody knows it', () => {
    const deep = `{"a":${'['.repeat(1e6)}${']'.repeat(1e6)}}`;
    expect(callOf(json('ListQueues', deep)).input).toEqual({});
  });

  test('a body that is not UTF-8 is refused, never mended (sqs:D6)', () => {
    const body = Buffer.concat([Buffer.from('{"MessageBody":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
    expect(refusalOf(json('SendMessage', '', { body })).code).toBe('SerializationException');
  });

  test('binary values become base64 as everybody writes it (sqs:W14)', () => {
    const value = (BinaryValue: string) => ({ a: { DataType: 'Binary', BinaryValue } });
    const input = { QueueUrl: q, MessageBody: 'a', MessageAttributes: value('/x==') };
    expect(callOf(json('SendMessage', input)).input).toMatchObject({ MessageAttributes: value('/w==') });
  });

  test('lists of attribute values are refused as AWS does, empty ones pass (sqs:M1)', () => {
    const input = (more: object) => ({ MessageAttributes: { a: { DataType: 'String', StringValue: 'b', ...more } } });
    expect(refusalOf(json('SendMessage', input({ StringListValues: ['a'] })))).toMatchObject({
      code: 'UnsupportedOperation',
      legacy: 'AWS.SimpleQueueService.UnsupportedOperation',
    });
    expect(callOf(json('SendMessage', input({ BinaryListValues: [] }))).input).toEqual(input({}));
  });
});

describe('the query protocol (sqs:W20, sqs:W21)', () => {
  test('a call comes as a form, or in the address', () => {
    const params = {
      Action: 'SendMessage',
      Version: '2012-11-05',
      QueueUrl: q,
      MessageBody: 'a b+c&é',
      DelaySeconds: '5',
    };
    const call = { call: 'SendMessage', input: { QueueUrl: 'q', MessageBody: 'a b+c&é', DelaySeconds: 5 } };
    expect(callOf(form(params))).toEqual(call);
    expect(callOf(get('/', params))).toEqual(call);
    expect(callOf(form(params, { headers: { 'content-type': undefined } }))).toEqual(call);
    expect(
      callOf(form({ MessageBody: 'a b+c&é', DelaySeconds: '5' }, { query: `Action=SendMessage&QueueUrl=${q}` })),
    ).toEqual(call);
  });

  test('the path names the queue where no parameter does', () => {
    const params = { Action: 'ReceiveMessage' };
    expect(callOf(get('/000000000000/q', params)).input).toEqual({ QueueUrl: 'q' });
    expect(callOf(get('/000000000000/q/', params)).input).toEqual({ QueueUrl: 'q' });
    expect(callOf(get('/000000000000/other', { ...params, QueueUrl: q })).input).toEqual({ QueueUrl: 'q' });
    expect(callOf(get('/000000000000/q', { Action: 'GetQueueUrl', QueueName: 'other' })).input).toEqual({
      QueueName: 'other',
    });
  });

  test.each(['CreateQueue', 'ListQueues', 'FooBar', 'constructor', '__proto__', ''])(
    'the action %s is not valid on the URL of a queue (sqs:E50)',
    (Action) => {
      expect(refusalOf(get('/000000000000/q', { Action, QueueName: 'a' }))).toMatchObject({
        legacy: 'InvalidAction',
        status: 400,
        message: `The action ${Action} is not valid for this endpoint.`,
      });
    },
  );

  test('without an action nothing is known: 404', () => {
    for (const request of [
      get('/000000000000/q', {}),
      form({}),
      form({ Action: 'ListQueues' }, { headers: { 'content-type': 'multipart/form-data' } }),
      { ...form({ Action: 'ListQueues' }), method: 'PUT' },
      { ...get('/', { Action: 'ListQueues' }), method: 'DELETE' },
    ])
      expect(refusalOf(request)).toMatchObject({ code: 'UnknownOperationException', status: 404 });
  });

  test('lists and tables are flattened and counted from 1; gaps and order do not matter', () => {
    const batch = 'SendMessageBatchRequestEntry';
    const params = {
      Action: 'SendMessageBatch',
      QueueUrl: q,
      [`${batch}.10.Id`]: 'last',
      [`${batch}.2.Id`]: 'first',
      [`${batch}.2.MessageBody`]: '',
      [`${batch}.2.MessageAttribute.1.Name`]: '__proto__',
      [`${batch}.2.MessageAttribute.1.Value.DataType`]: 'Binary',
      [`${batch}.2.MessageAttribute.1.Value.BinaryValue`]: 'AA==',
      [`${batch}.0.Id`]: 'nobody',
      [`${batch}.x.Id`]: 'nobody',
      [`${batch}.2.Constructor.1`]: 'nobody',
    };
    const { input } = callOf(form(params)) as unknown as { input: { Entries: Record<string, object>[] } };
    expect(input.Entries.map(({ Id }) => Id)).toEqual(['first', 'last']);
    expect(Object.entries(input.Entries[0]!.MessageAttributes!)).toEqual([
      ['__proto__', { DataType: 'Binary', BinaryValue: 'AA==' }],
    ]);
  });

  test('names and values of every table and list of names', () => {
    const tables = {
      'Attribute.1.Name': 'DelaySeconds',
      'Attribute.1.Value': '5',
      'Tag.1.Key': 'k',
      'Tag.1.Value': '',
    };
    expect(callOf(form({ Action: 'CreateQueue', QueueName: 'q', ...tables })).input).toEqual({
      QueueName: 'q',
      Attributes: { DelaySeconds: '5' },
      tags: { k: '' },
    });
    const permission = {
      Action: 'AddPermission',
      Label: 'l',
      'AWSAccountId.1': '1',
      'ActionName.1': 'a',
      'ActionName.2': 'b',
    };
    expect(callOf(form(permission)).input).toEqual({ Label: 'l', AWSAccountIds: ['1'], Actions: ['a', 'b'] });
    const untag = { Action: 'UntagQueue', 'TagKey.1': 'k' };
    expect(callOf(form(untag)).input).toEqual({ TagKeys: ['k'] });
  });

  test('one list of names stands for both kinds of system attribute names (sqs:RM6)', () => {
    const names = {
      'AttributeName.1': 'All',
      'MessageAttributeName.1': 'a.*',
      'MessageSystemAttributeName.1': 'nobody',
    };
    expect(callOf(form({ Action: 'ReceiveMessage', QueueUrl: q, ...names })).input).toEqual({
      QueueUrl: 'q',
      AttributeNames: ['All'],
      MessageAttributeNames: ['a.*'],
    });
  });

  test('a list of nothing is not an absent list', () => {
    expect(callOf(form({ Action: 'SendMessageBatch', SendMessageBatchRequestEntry: '' })).input).toEqual({
      Entries: [],
    });
  });

  test.each([
    [{ Action: 'ReceiveMessage', WaitTimeSeconds: 'soon' }, 'MalformedInput'],
    [{ Action: 'ReceiveMessage', WaitTimeSeconds: '1.5' }, 'MalformedInput'],
    [{ Action: 'ReceiveMessage', WaitTimeSeconds: '' }, 'MalformedInput'],
    [{ Action: 'CreateQueue', 'Attribute.1.Value': '5' }, 'MissingParameter'],
    [{ Action: 'CreateQueue', 'Attribute.1.Name': 'DelaySeconds' }, 'MissingParameter'],
    [
      { Action: 'SendMessage', 'MessageAttribute.1.Name': 'a', 'MessageAttribute.1.Value.BinaryValue': '?' },
      'MalformedInput',
    ],
    [
      { Action: 'SendMessage', 'MessageAttribute.1.Name': 'a', 'MessageAttribute.1.Value.StringListValue.1': 'b' },
      'AWS.SimpleQueueService.UnsupportedOperation',
    ],
  ])('%j is refused: %s', (params, legacy) => {
    expect(refusalOf(form(params as Record<string, string>))).toMatchObject({ legacy, status: 400 });
  });

  test('what is not UTF-8 is refused, never mended (sqs:D6)', () => {
    const body = (text: string) => form({}, { body: Buffer.from(`Action=SendMessage&QueueUrl=q&MessageBody=${text}`) });
    for (const text of ['%FF', '%C3', '%ED%A0%80', '%ef%bf%bd%FF'])
      expect(refusalOf(body(text))).toMatchObject({ code: 'SerializationException', status: 400 });
    const raw = Buffer.concat([body('').body, Buffer.from([0xff])]);
    expect(refusalOf(form({}, { body: raw })).code).toBe('SerializationException');
    for (const [text, MessageBody] of [
      ['%ef%bf%bd', '\uFFFD'],
      ['\uFFFD%EF%BF%BD', '\uFFFD\uFFFD'],
      ['%', '%'],
      ['%zz', '%zz'],
    ] as const)
      expect(callOf(body(text)).input).toMatchObject({ MessageBody });
    expect(refusalOf(get('/', { Action: 'ListQueues' }, '&QueueNamePrefix=%FF')).code).toBe('SerializationException');
  });

  test('of a parameter given twice the first counts, and names of any depth do no harm', () => {
    const body = Buffer.from(`Action=ListQueues&Action=PurgeQueue&${'a.'.repeat(1e6)}=1&.=2&..1.=3&QueueNamePrefix=p`);
    expect(callOf(form({}, { body }))).toEqual({ call: 'ListQueues', input: { QueueNamePrefix: 'p' } });
  });
});

describe('in both protocols', () => {
  const trace = { 'x-amzn-trace-id': 'Root=1-5759e988-bd862e3fe1be46a994272793' };
  const traced = { AWSTraceHeader: { DataType: 'String', StringValue: trace['x-amzn-trace-id'] } };

  test('the trace header of the request is that of its messages (sqs:SM6)', () => {
    const input = { MessageSystemAttributes: traced };
    expect(callOf(json('SendMessage', {}, { headers: trace })).input).toEqual(input);
    expect(callOf(form({ Action: 'SendMessage' }, { headers: trace })).input).toEqual(input);
    const own = { AWSTraceHeader: { DataType: 'String', StringValue: 'own' } };
    const Entries = [{ Id: 'a' }, { Id: 'b', MessageSystemAttributes: own }];
    expect(callOf(json('SendMessageBatch', { Entries }, { headers: trace })).input).toEqual({
      Entries: [{ Id: 'a', ...input }, Entries[1]],
    });
    expect(callOf(json('ReceiveMessage', {}, { headers: trace })).input).toEqual({});
  });

  test('entries need an Id and attribute values a type (sqs:OP4)', () => {
    const attributes = { MessageAttributes: { a: { StringValue: 'b' } } };
    const attribute = { 'MessageAttribute.1.Name': 'a', 'MessageAttribute.1.Value.StringValue': 'b' };
    for (const [request, name] of [
      [json('SendMessageBatch', { Entries: [{ Id: 'a' }, { MessageBody: 'b' }] }), 'Id'],
      [json('DeleteMessageBatch', { Entries: [{ Id: null, ReceiptHandle: 'b' }] }), 'Id'],
      [json('SendMessage', attributes), 'DataType'],
      [
        form({ Action: 'DeleteMessageBatch', 'DeleteMessageBatchRequestEntry.1.ReceiptHandle': 'b' }),
        'DeleteMessageBatchRequestEntry.1.Id',
      ],
      [form({ Action: 'SendMessage', ...attribute }), 'MessageAttribute.1.Value.DataType'],
    ] as const)
      expect(refusalOf(request)).toMatchObject({
        code: 'MissingRequiredParameterException',
        legacy: 'MissingParameter',
        message: `The request must contain the parameter ${name}.`,
      });
  });

  test('a body longer than any call needs is refused', () => {
    const body = Buffer.alloc(requestMax + 1, ' ');
    for (const request of [json('SendMessage', '', { body }), form({}, { body })])
      expect(refusalOf(request)).toMatchObject({ status: 413 });
    const longest = JSON.stringify({ QueueUrl: q, MessageBody: '\u001f'.repeat(2 ** 20) });
    expect(decode(json('SendMessage', longest))).not.toHaveProperty('refusal');
  });
});
