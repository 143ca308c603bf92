import { describe, expect, test } from 'vitest';
import type { Call, CallName, Ok, Refusal } from '../../src/core/calls.js';
import type { Asked } from '../../src/wire/decode.js';
import { encode, encodeTurned } from '../../src/wire/encode.js';
import { home } from '../../src/wire/place.js';
import { form, get, json, origin, turned } from './ask.js';
import { outputOf, type Protocol, protocols } from './sdk.js';

const id = '00000000-0000-4000-8000-000000000001';
const asked = (protocol: Protocol, call: CallName): Asked => ({
  protocol,
  place: home,
  origin,
  call: { call, input: { QueueUrl: 'q' } } as Call,
});
const answered = (protocol: Protocol, call: CallName, output: object) =>
  encode(asked(protocol, call), { kind: 'ok', output } as Ok, id);
const refused = (protocol: Protocol, refusal: Refusal) => encode(asked(protocol, 'SendMessage'), refusal, id);

const xml = '<?xml version="1.0"?>';
const namespace = 'xmlns="http://queue.amazonaws.com/doc/2012-11-05/"';
const metadata = `<ResponseMetadata><RequestId>${id}</RequestId></ResponseMetadata>`;

const received = {
  Messages: [
    {
      MessageId: 'i',
      ReceiptHandle: 'h',
      MD5OfBody: 'm',
      Body: 'a\r\n<"&">\u{1F600}',
      Attributes: { SenderId: 's', ApproximateReceiveCount: '1' },
      MessageAttributes: { n: { DataType: 'Binary', BinaryValue: 'AA==' } },
      MD5OfMessageAttributes: 'n',
    },
  ],
};
const batch = {
  Failed: [{ Id: 'b', Code: 'InvalidParameterValue', SenderFault: true, Message: 'no' }],
  Successful: [{ Id: 'a', MessageId: 'i', MD5OfMessageBody: 'm', SequenceNumber: '18' }],
};

describe('successes', () => {
  test('JSON: 200, its content type, the request id, members in one order (sqs:W11)', () => {
    expect(answered('json', 'SendMessage', { MessageId: 'i', MD5OfMessageBody: 'm' })).toEqual({
      status: 200,
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': id },
      body: '{"MD5OfMessageBody":"m","MessageId":"i"}',
    });
    expect(answered('json', 'DeleteQueue', {}).body).toBe('{}');
  });

  test('JSON: base64, numbers and lower-case members as the model has them (sqs:W14)', () => {
    expect(JSON.parse(answered('json', 'ReceiveMessage', received).body)).toEqual(received);
    expect(answered('json', 'ListDeadLetterSourceQueues', { queueUrls: ['a', 'b'] }).body).toBe(
      `{"queueUrls":["${origin}/000000000000/a","${origin}/000000000000/b"]}`,
    );
    expect(answered('json', 'ListMessageMoveTasks', { Results: [{ StartedTimestamp: 1700000000000 }] }).body).toBe(
      '{"Results":[{"StartedTimestamp":1700000000000}]}',
    );
  });

  test('what is empty is absent, in both (sqs:W15, sqs:RM2, sqs:SB9)', () => {
    for (const call of ['ReceiveMessage', 'ListQueues', 'ListQueueTags', 'GetQueueAttributes'] as const) {
      expect(answered('json', call, {}).body).toBe('{}');
      expect(answered('query', call, {}).body).toContain(`<${call}Result/>`);
    }
    expect(answered('json', 'SendMessageBatch', { Successful: batch.Successful }).body).not.toContain('Failed');
  });

  test('XML: the answer in its wrapper, with the request id (sqs:W22)', () => {
    expect(answered('query', 'SendMessage', { MessageId: 'i', MD5OfMessageBody: 'm' })).toEqual({
      status: 200,
      headers: { 'content-type': 'text/xml', 'x-amzn-requestid': id },
      body:
        `${xml}<SendMessageResponse ${namespace}><SendMessageResult><MessageId>i</MessageId>` +
        `<MD5OfMessageBody>m</MD5OfMessageBody></SendMessageResult>${metadata}</SendMessageResponse>`,
    });
    expect(answered('query', 'DeleteQueue', {}).body).toBe(
      `${xml}<DeleteQueueResponse ${namespace}>${metadata}</DeleteQueueResponse>`,
    );
  });

  test('XML: repeated elements, carriage returns that survive', () => {
    expect(answered('query', 'ReceiveMessage', received).body).toContain(
      '<ReceiveMessageResult><Message><MessageId>i</MessageId><ReceiptHandle>h</ReceiptHandle><MD5OfBody>m</MD5OfBody>' +
        '<Body>a&#xD;\n&lt;&quot;&amp;&quot;&gt;\u{1F600}</Body><Attribute><Name>SenderId</Name><Value>s</Value></Attribute>' +
        '<Attribute><Name>ApproximateReceiveCount</Name><Value>1</Value></Attribute>' +
        '<MD5OfMessageAttributes>n</MD5OfMessageAttributes><MessageAttribute><Name>n</Name><Value>' +
        '<BinaryValue>AA==</BinaryValue><DataType>Binary</DataType></Value></MessageAttribute></Message></ReceiveMessageResult>',
    );
    expect(answered('query', 'SendMessageBatch', batch).body).toContain(
      '<SendMessageBatchResultEntry><Id>a</Id><MessageId>i</MessageId><MD5OfMessageBody>m</MD5OfMessageBody>' +
        '<SequenceNumber>18</SequenceNumber></SendMessageBatchResultEntry><BatchResultErrorEntry><Id>b</Id>' +
        '<Code>InvalidParameterValue</Code><Message>no</Message><SenderFault>true</SenderFault></BatchResultErrorEntry>',
    );
    const own = Object.fromEntries([['__proto__', 'x']]);
    expect(answered('query', 'ListQueueTags', { Tags: own }).body).toContain(
      '<Tag><Key>__proto__</Key><Value>x</Value></Tag>',
    );
  });
});

describe('refusals', () => {
  const noQueue: Refusal = {
    kind: 'error',
    code: 'QueueDoesNotExist',
    legacy: 'AWS.SimpleQueueService.NonExistentQueue',
    status: 400,
    message: 'The specified queue does not exist.',
  };
  const invalid: Refusal = {
    kind: 'error',
    code: 'InvalidParameterValueException',
    legacy: 'InvalidParameterValue',
    status: 400,
    message: 'Value <a> & "b" \u0001\ud800 is invalid',
  };

  test('JSON: type, text and the legacy code in a header (sqs:W12, sqs:W13)', () => {
    expect(refused('json', noQueue)).toEqual({
      status: 400,
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amzn-requestid': id,
        'x-amzn-query-error': 'AWS.SimpleQueueService.NonExistentQueue;Sender',
      },
      body: '{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"The specified queue does not exist."}',
    });
  });

  test('JSON: what the service model does not have comes from the framework', () => {
    expect(JSON.parse(refused('json', invalid).body)).toEqual({
      __type: 'com.amazon.coral.service#InvalidParameterValueException',
      message: invalid.message,
    });
    expect(encodeTurned(turned(json('SendMessage', '{')), id)).toMatchObject({
      status: 400,
      headers: { 'x-amzn-query-error': 'MalformedInput;Sender' },
      body: '{"__type":"com.amazon.coral.service#SerializationException"}',
    });
  });

  test('XML: the legacy code, and another text for a queue that does not exist (sqs:W23, sqs:E1)', () => {
    expect(refused('query', noQueue)).toEqual({
      status: 400,
      headers: { 'content-type': 'text/xml', 'x-amzn-requestid': id },
      body:
        `${xml}<ErrorResponse ${namespace}><Error><Type>Sender</Type><Code>AWS.SimpleQueueService.NonExistentQueue</Code>` +
        '<Message>The specified queue does not exist for this wsdl version.</Message><Detail/></Error>' +
        `<RequestId>${id}</RequestId></ErrorResponse>`,
    });
    // XML has no way to say the last two characters
    expect(refused('query', invalid).body).toContain(
      '<Message>Value &lt;a&gt; &amp; &quot;b&quot; \uFFFD\uFFFD is invalid</Message>',
    );
  });

  test('XML: an unknown action (sqs:E50), and none at all (sqs:W20)', () => {
    expect(encodeTurned(turned(form({ Action: 'FooBar' })), id).body).toContain(
      '<Error><Type>Sender</Type><Code>InvalidAction</Code><Message>The action FooBar is not valid for this endpoint.</Message>',
    );
    expect(encodeTurned(turned(get('/', {})), id)).toMatchObject({
      status: 404,
      body: '<UnknownOperationException/>\n',
    });
  });

  test('a fault of the service is not the sender’s', () => {
    const fault: Refusal = { kind: 'error', code: 'InternalError', status: 500, message: '' };
    expect(refused('json', fault).headers['x-amzn-query-error']).toBe('InternalError;Receiver');
    expect(refused('query', fault).body).toContain('<Type>Receiver</Type><Code>InternalError</Code>');
  });

  test.each(protocols)('%s: the SDK throws what it throws for AWS (sqs:W16)', async (protocol) => {
    const error = outputOf(protocol, 'SendMessage', {}, refused(protocol, noQueue));
    await expect(error).rejects.toMatchObject({
      name: 'QueueDoesNotExist',
      $fault: 'client',
      $metadata: { httpStatusCode: 400, requestId: id },
    });
    const unmodelled = outputOf(protocol, 'SendMessage', {}, refused(protocol, { ...invalid, message: 'no' }));
    await expect(unmodelled).rejects.toMatchObject({ name: 'InvalidParameterValue', message: 'no' });
  });
});
