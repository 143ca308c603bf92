import { describe, expect, test } from 'vitest';
import type { Call, Ok, Refusal } from '../../src/core/calls.js';
import { encode } from '../../src/wire/encode.js';
import { addressOf, home, type Place, urlOf } from '../../src/wire/place.js';
import { accepted, form, get, json, origin, signedBy } from './ask.js';

const paris: Place = { region: 'eu-west-3', account: '123456789012' };
const inParis = signedBy('123456789012', 'eu-west-3');

describe('a QueueUrl names a queue (sqs:W1)', () => {
  test.each([
    [
      'path style on any host (sqs:OP3)',
      'http://localhost:9324/000000000000/q',
      { name: 'q', account: '000000000000' },
    ],
    ['with a slash at the end', 'http://localhost:9324/000000000000/q/', { name: 'q', account: '000000000000' }],
    ['without a host', '/000000000000/q', { name: 'q', account: '000000000000' }],
    [
      'host style',
      'https://sqs.eu-west-3.amazonaws.com/123456789012/q.fifo',
      { name: 'q.fifo', account: '123456789012', hostRegion: 'eu-west-3' },
    ],
    ['legacy host', 'https://queue.amazonaws.com/123456789012/q', { name: 'q', account: '123456789012' }],
    [
      'legacy regional host',
      'https://eu-west-3.queue.amazonaws.com/123456789012/q',
      { name: 'q', account: '123456789012', hostRegion: 'eu-west-3' },
    ],
    [
      'with the region in the path',
      'http://localhost:9324/queue/eu-west-3/123456789012/q',
      { name: 'q', account: '123456789012', region: 'eu-west-3' },
    ],
    ['a bare name (sqs:OP2)', 'q', { name: 'q' }],
  ])('%s', (_, url, address) => {
    expect(addressOf(url)).toEqual(address);
  });

  test.each([
    '',
    '/',
    'http://localhost:9324',
    'http://localhost:9324/',
    'http://localhost:9324/q',
    'http://localhost:9324/12345/q',
    'http://localhost:9324/000000000000/',
    'http://localhost:9324/000000000000/../000000000000/q',
    'http://localhost:9324/000000000000/q?x=/000000000000/q',
    'http://localhost:9324/queue/nowhere/000000000000/q',
    'http://localhost:9324/000000000000/..%2Fq',
    'http://localhost:9324/000000000000/q#',
    'http://[::1',
    'file:///000000000000/q',
    '../q',
    `http://${'a'.repeat(1e6)}`,
  ])('what parses to nothing sensible is the name of no queue (sqs:OP1): %.60s', (url) => {
    const { name } = addressOf(url);
    expect(name).not.toMatch(/^[A-Za-z0-9_-]{1,80}(\.fifo)?$/);
  });

  test('every URL that is given out comes back to its queue', () => {
    for (const [at, place, url] of [
      [origin, home, 'http://127.0.0.1:9324/000000000000/q'],
      [origin, paris, 'http://127.0.0.1:9324/queue/eu-west-3/123456789012/q'],
      ['https://sqs.eu-west-3.amazonaws.com', paris, 'https://sqs.eu-west-3.amazonaws.com/123456789012/q'],
      [
        'https://sqs.eu-west-3.amazonaws.com',
        home,
        'https://sqs.eu-west-3.amazonaws.com/queue/us-east-1/000000000000/q',
      ],
    ] as const) {
      expect(urlOf(at, place, 'q')).toBe(url);
      expect(accepted(json('PurgeQueue', { QueueUrl: url }))).toMatchObject({
        place,
        call: { input: { QueueUrl: 'q' } },
      });
    }
  });
});

describe('region and account of a call (sqs:D1)', () => {
  const url = 'http://127.0.0.1:9324/000000000000/q';
  test.each([
    ['unsigned: at home', json('ListQueues', {}), home],
    [
      'signed: the region of the credential',
      json('ListQueues', {}, { headers: signedBy('AKIA', 'eu-west-3') }),
      { ...home, region: 'eu-west-3' },
    ],
    ['signed by a key of twelve digits: that account', json('ListQueues', {}, { headers: inParis }), paris],
    [
      'presigned',
      get('/', { Action: 'ListQueues', 'X-Amz-Credential': '123456789012/20261101/eu-west-3/sqs/aws4_request' }),
      paris,
    ],
    [
      'the account of the URL before that of the signer',
      json('PurgeQueue', { QueueUrl: url }, { headers: inParis }),
      { ...paris, account: '000000000000' },
    ],
    [
      'the region of the signer before that of a host',
      json('PurgeQueue', { QueueUrl: 'https://sqs.us-west-2.amazonaws.com/123456789012/q' }, { headers: inParis }),
      paris,
    ],
    [
      'the region of the path before that of the signer',
      json('PurgeQueue', { QueueUrl: `${origin}/queue/us-west-2/123456789012/q` }, { headers: inParis }),
      { ...paris, region: 'us-west-2' },
    ],
    ['a bare name: where the signer is', json('PurgeQueue', { QueueUrl: 'q' }, { headers: inParis }), paris],
    [
      'the owner named',
      json('GetQueueUrl', { QueueName: 'q', QueueOwnerAWSAccountId: '999999999999' }, { headers: inParis }),
      { ...paris, account: '999999999999' },
    ],
    [
      'for another service: nobody',
      json('ListQueues', {}, { headers: { authorization: inParis.authorization.replace('/sqs/', '/sns/') } }),
      home,
    ],
    ['nonsense: nobody', json('ListQueues', {}, { headers: signedBy('a/b', '../..') }), home],
  ])('%s', (_, request, place) => {
    expect(accepted(request).place).toEqual(place);
  });
});

describe('ARNs at the border of a place (sqs:W2)', () => {
  const own = 'arn:aws:sqs:eu-west-3:123456789012:dlq';
  const canonical = 'arn:aws:sqs:us-east-1:000000000000:dlq';
  const asked = (call: Call) => ({ protocol: 'json' as const, place: paris, origin, call });
  const answered = (call: Call, reply: unknown): unknown =>
    JSON.parse(encode(asked(call), reply as Ok | Refusal, 'id').body);

  test('own ARNs become canonical, those of other places stay foreign', () => {
    const input = (arn: string, foreign: string) => ({
      QueueUrl: 'q',
      Attributes: { RedrivePolicy: `{"deadLetterTargetArn":"${arn}"}`, Policy: `{"Resource":["${arn}","${foreign}"]}` },
    });
    const headers = inParis;
    const { call } = accepted(json('SetQueueAttributes', input(own, canonical), { headers }));
    expect(call.input).toEqual(input(canonical, own));
    const start = { SourceArn: own, DestinationArn: 'arn:aws:sqs:us-west-2:123456789012:q' };
    expect(accepted(form({ Action: 'StartMessageMoveTask', ...start }, { headers })).call.input).toEqual({
      ...start,
      SourceArn: canonical,
    });
  });

  test('canonical ARNs become own ones in every answer', () => {
    const input = { QueueUrl: 'q' };
    const answers = (arn: string) => [
      { Attributes: { QueueArn: arn } },
      {
        Messages: [
          {
            MessageId: 'a',
            ReceiptHandle: 'b',
            MD5OfBody: 'c',
            Body: canonical,
            Attributes: { DeadLetterQueueSourceArn: arn },
          },
        ],
      },
      { Results: [{ Status: 'RUNNING', SourceArn: arn, DestinationArn: arn }] },
    ];
    const calls = [
      { call: 'GetQueueAttributes', input },
      { call: 'ReceiveMessage', input },
      { call: 'ListMessageMoveTasks', input: { SourceArn: canonical } },
    ] as const;
    for (const [i, call] of calls.entries())
      expect(answered(call, { kind: 'ok', output: answers(canonical)[i] })).toEqual(answers(own)[i]);
  });

  test('a task handle carries the ARN (sqs:MT3), and what is none stays as it is', () => {
    const handle = (sourceArn: string) => Buffer.from(JSON.stringify({ taskId: 'x', sourceArn })).toString('base64');
    const start: Call = { call: 'StartMessageMoveTask', input: { SourceArn: canonical } };
    expect(answered(start, { kind: 'ok', output: { TaskHandle: handle(canonical) } })).toEqual({
      TaskHandle: handle(own),
    });
    const cancelled = (TaskHandle: string) =>
      accepted(json('CancelMessageMoveTask', { TaskHandle }, { headers: inParis })).call.input;
    expect(cancelled(handle(own))).toEqual({ TaskHandle: handle(canonical) });
    expect(cancelled('no handle')).toEqual({ TaskHandle: 'no handle' });
  });

  test('a refusal quotes what was asked', () => {
    const call: Call = { call: 'SetQueueAttributes', input: { QueueUrl: 'q', Attributes: {} } };
    const refusal = (arn: string) => ({ kind: 'error', code: 'A', status: 400, message: `Value ${arn} is invalid` });
    expect(answered(call, refusal(canonical))).toMatchObject({ message: `Value ${own} is invalid` });
    const remove: Call = { call: 'DeleteMessage', input: { QueueUrl: 'q', ReceiptHandle: canonical } };
    expect(answered(remove, refusal(canonical))).toMatchObject({ message: `Value ${canonical} is invalid` });
  });

  test('regions of other partitions have their own ARNs', () => {
    for (const [region, partition] of [
      ['cn-north-1', 'aws-cn'],
      ['us-gov-west-1', 'aws-us-gov'],
    ] as const) {
      const headers = signedBy('AKIA', region);
      const SourceArn = `arn:${partition}:sqs:${region}:000000000000:dlq`;
      expect(accepted(json('ListMessageMoveTasks', { SourceArn }, { headers })).call.input).toEqual({
        SourceArn: canonical,
      });
    }
  });
});
