import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { startFauxqs } from 'fauxqs';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { arnOf, type Call, type CallName, type Calls, callNames, type Reply } from '../src/core/calls.js';
import { canonical } from '../src/core/canonical.js';
import type { Endpoint } from '../src/core/endpoint.js';
import type { Setup } from '../src/core/schedule.js';
import { runTag, strange } from '../src/endpoints/names.js';
import { creation } from '../src/endpoints/order.js';
import { closeAll, EndpointError, EndpointGone, RunLost, type UrlOptions, urlEndpoint } from '../src/endpoints/url.js';
import { replyTo } from '../src/trace/calls.js';

const policy = (target: string, maxReceiveCount: number | string = 1): string =>
  JSON.stringify({ deadLetterTargetArn: arnOf(target), maxReceiveCount });
const queue = (name: string, attributes: Record<string, string> = {}) => ({ name, attributes });
const one: Setup = { queues: [queue('q1')] };

const ask = <K extends CallName>(endpoint: Endpoint, call: K, input: Calls[K]['input']): Promise<Reply> =>
  Promise.resolve(endpoint.call({ call, input } as Call, () => 0));

async function okOf<K extends CallName>(
  endpoint: Endpoint,
  call: K,
  input: Calls[K]['input'],
): Promise<Calls[K]['output']> {
  const reply = await ask(endpoint, call, input);
  if (reply.kind !== 'ok') throw new Error(`${call}: ${JSON.stringify(reply)}`);
  return reply.output as Calls[K]['output'];
}

const opened: Endpoint[] = [];
async function open(url: string, setup: Setup = one, options: UrlOptions = {}): Promise<Endpoint> {
  const endpoint = urlEndpoint(url, options);
  await endpoint.open(setup);
  opened.push(endpoint);
  return endpoint;
}

interface Seen {
  call: string;
  input: Record<string, unknown>;
  path: string | undefined;
  headers: IncomingHttpHeaders;
}
interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** A little HTTP server that says what it is told, and remembers what it heard. */
class Fake {
  readonly seen: Seen[] = [];
  readonly #server: Server;
  constructor(answer: (seen: Seen) => Answer | 'hang up' | Promise<Answer | 'hang up'>) {
    this.#server = createServer(async (request, response) => {
      let text = '';
      for await (const chunk of request) text += chunk;
      const call = String(request.headers['x-amz-target']).replace('AmazonSQS.', '');
      const seen = { call, input: JSON.parse(text || '{}'), path: request.url, headers: request.headers };
      this.seen.push(seen);
      const said = await answer(seen);
      if (said === 'hang up') return void request.socket.destroy();
      const { status = 200, headers = {}, body = {} } = said;
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', ...headers });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  }
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    fakes.push(this);
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }
  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
  heard(call: string): Record<string, unknown>[] {
    return this.seen.filter((seen) => seen.call === call).map(({ input }) => input);
  }
}
const fakes: Fake[] = [];

const someMember = fc.constantFrom(
  'MessageId',
  'ReceiptHandle',
  'Body',
  'Id',
  'Code',
  'Status',
  'Attributes',
  'MD5OfBody',
);
const someValue = fc.oneof(fc.constantFrom<unknown>('', null, 1, {}, [], { a: 1 }), fc.jsonValue({ maxDepth: 1 }));
const someObject = fc.dictionary(someMember, someValue, { noNullPrototype: true });
/** An object with some of the members that answers have, and anything in them. */
const anyAnswer = fc.dictionary(
  fc.oneof(someMember, fc.constantFrom('Messages', 'Successful', 'Failed', 'Results', 'Tags')),
  fc.oneof(someValue, fc.array(someObject, { maxLength: 2 })),
  { noNullPrototype: true },
);

/** A service that creates any queue, gives URLs with the host of AWS, and answers the rest as told. */
const awsLike = (rest: (seen: Seen) => Answer | 'hang up' | Promise<Answer> | undefined = () => undefined): Fake =>
  new Fake((seen) => {
    const name = String(seen.input.QueueName);
    const url = `https://sqs.us-east-1.amazonaws.com/123456789012/${name}`;
    if (seen.call === 'CreateQueue') return rest(seen) ?? { body: { QueueUrl: url } };
    const mine = String(seen.input.QueueUrl).split('/').pop();
    if (seen.call === 'GetQueueAttributes' && JSON.stringify(seen.input.AttributeNames) === '["QueueArn"]')
      return { body: { Attributes: { QueueArn: `arn:aws-cn:sqs:cn-north-1:123456789012:${mine}` } } };
    return rest(seen) ?? (seen.call === 'SendMessage' ? { body: { MessageId: 'i' } } : {});
  });

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(opened.splice(0).map((endpoint) => endpoint.close()));
  for (const fake of fakes.splice(0)) fake.stop();
});

describe('against fauxqs', () => {
  let server: Awaited<ReturnType<typeof startFauxqs>>;
  let url: string;
  beforeAll(async () => {
    server = await startFauxqs({ port: 0, logger: false, host: '127.0.0.1' });
    url = `http://127.0.0.1:${server.port}`;
  });
  afterAll(() => server.stop());
  const exists = (name: string): boolean => server.inspectQueue(name) !== undefined;

  const unknownToIt: CallName[] = [
    'AddPermission',
    'RemovePermission',
    'ListDeadLetterSourceQueues',
    'StartMessageMoveTask',
    'ListMessageMoveTasks',
    'CancelMessageMoveTask',
  ];

  it('answers every call it knows, in the names of the history', async () => {
    const setup = { queues: [queue('q1', { RedrivePolicy: policy('dead'), VisibilityTimeout: '7' }), queue('dead')] };
    const endpoint = await open(url, setup, { prefix: 'redrive-every-' });
    const replies: Record<string, Reply> = {};
    const step = async <K extends CallName>(call: K, input: Calls[K]['input']): Promise<Calls[K]['output']> => {
      replies[call] = await ask(endpoint, call, input);
      return (replies[call] as { output: Calls[K]['output'] }).output;
    };
    const QueueUrl = 'q1';
    const MessageAttributes = {
      bytes: { DataType: 'Binary', BinaryValue: 'AAEC/w==' },
      text: { DataType: 'String', StringValue: 'x' },
    };
    const everything = { MessageSystemAttributeNames: ['All'], MessageAttributeNames: ['All'] };

    expect(await step('CreateQueue', { QueueName: 'q3' })).toEqual({ QueueUrl: 'q3' });
    expect(await step('GetQueueUrl', { QueueName: 'q3' })).toEqual({ QueueUrl: 'q3' });
    expect((await step('ListQueues', {})).QueueUrls?.sort()).toEqual(['dead', 'q1', 'q3']);
    expect(await okOf(endpoint, 'ListQueues', { QueueNamePrefix: 'q' })).toEqual({ QueueUrls: ['q1', 'q3'] });

    const { Attributes } = await step('GetQueueAttributes', { QueueUrl, AttributeNames: ['All'] });
    expect(Attributes).toMatchObject({ QueueArn: arnOf('q1'), RedrivePolicy: policy('dead'), VisibilityTimeout: '7' });
    expect(await step('SetQueueAttributes', { QueueUrl, Attributes: { RedrivePolicy: policy('q3', '2') } })).toEqual(
      {},
    );
    const changed = await okOf(endpoint, 'GetQueueAttributes', { QueueUrl, AttributeNames: ['RedrivePolicy'] });
    expect(changed).toEqual({ Attributes: { RedrivePolicy: policy('q3', '2') } });

    const sent = await step('SendMessage', { QueueUrl, MessageBody: 'm0', MessageAttributes });
    expect(sent).toMatchObject({
      MessageId: expect.any(String),
      MD5OfMessageBody: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    const received = await step('ReceiveMessage', { QueueUrl, ...everything });
    expect(received.Messages).toMatchObject([{ MessageId: sent.MessageId, Body: 'm0', MessageAttributes }]);
    const { ReceiptHandle } = received.Messages![0]!;
    expect(await step('ChangeMessageVisibility', { QueueUrl, ReceiptHandle, VisibilityTimeout: 9 })).toEqual({});
    expect(await step('DeleteMessage', { QueueUrl, ReceiptHandle })).toEqual({});

    const Entries = [1, 2].map((k) => ({ Id: `e${k}`, MessageBody: `m1.${k}`, MessageAttributes }));
    const batch = await step('SendMessageBatch', { QueueUrl, Entries });
    expect(batch.Successful?.map(({ Id }) => Id)).toEqual(['e1', 'e2']);
    const both = await okOf(endpoint, 'ReceiveMessage', { QueueUrl, MaxNumberOfMessages: 10, ...everything });
    expect(both.Messages?.map((message) => message.MessageAttributes)).toEqual([MessageAttributes, MessageAttributes]);
    const handles = both.Messages!.map((message, k) => ({ Id: `h${k}`, ReceiptHandle: message.ReceiptHandle }));
    const ids = { Successful: [{ Id: 'h0' }, { Id: 'h1' }] };
    const changes = handles.map((handle) => ({ ...handle, VisibilityTimeout: 5 }));
    expect(await step('ChangeMessageVisibilityBatch', { QueueUrl, Entries: changes })).toMatchObject(ids);
    expect(await step('DeleteMessageBatch', { QueueUrl, Entries: handles })).toMatchObject(ids);

    expect(await step('TagQueue', { QueueUrl, Tags: { team: 'a', empty: '' } })).toEqual({});
    expect(await step('UntagQueue', { QueueUrl, TagKeys: ['team'] })).toEqual({});
    expect(await step('ListQueueTags', { QueueUrl })).toEqual({ Tags: { empty: '' } });
    expect(await step('PurgeQueue', { QueueUrl })).toEqual({});
    expect(await step('DeleteQueue', { QueueUrl: 'q3' })).toEqual({});
    expect([...Object.keys(replies), ...unknownToIt].sort()).toEqual([...callNames].sort());
    expect(Object.values(replies).map(({ kind }) => kind)).not.toContain('unknown');
    expect(JSON.stringify(replies)).not.toMatch(/redrive-every|127\.0\.0\.1|\$metadata/);
  });

  it('moves messages along mapped dead-letter policies', async () => {
    const endpoint = await open(url, { queues: [queue('q1', { RedrivePolicy: policy('dead') }), queue('dead')] });
    const { MessageId } = await okOf(endpoint, 'SendMessage', { QueueUrl: 'q1', MessageBody: 'm0' });
    const receive = (QueueUrl: string) => okOf(endpoint, 'ReceiveMessage', { QueueUrl, VisibilityTimeout: 0 });
    expect((await receive('q1')).Messages).toMatchObject([{ MessageId }]);
    expect(await receive('q1')).toEqual({});
    expect((await receive('dead')).Messages).toMatchObject([{ MessageId }]);
  });

  it('opens FIFO queues and dead-letter policies in a circle', async () => {
    const queues = [
      queue('a.fifo', { FifoQueue: 'true', RedrivePolicy: policy('b.fifo', 3) }),
      queue('b.fifo', { FifoQueue: 'true', RedrivePolicy: policy('a.fifo', 4) }),
      queue('self', { RedrivePolicy: policy('self', 5) }),
    ];
    const endpoint = await open(url, { queues });
    for (const { name, attributes } of queues) {
      const read = await okOf(endpoint, 'GetQueueAttributes', { QueueUrl: name, AttributeNames: ['All'] });
      expect(read.Attributes).toMatchObject({ ...attributes, QueueArn: arnOf(name) });
    }
  });

  const missing = { code: 'QueueDoesNotExist', legacy: 'AWS.SimpleQueueService.NonExistentQueue', status: 400 };
  it.each<[string, Call, object]>([
    ['a queue that never was', { call: 'SendMessage', input: { QueueUrl: 'nowhere', MessageBody: 'x' } }, missing],
    ['an unknown name', { call: 'GetQueueUrl', input: { QueueName: 'nowhere' } }, missing],
    [
      'an empty batch',
      { call: 'SendMessageBatch', input: { QueueUrl: 'q1', Entries: [] } },
      { code: 'EmptyBatchRequest', status: 400 },
    ],
    [
      'an empty body',
      { call: 'SendMessage', input: { QueueUrl: 'q1', MessageBody: '' } },
      {
        code: 'MissingParameter',
        message: 'The request must contain the parameter MessageBody.',
        legacy: 'AWS.SimpleQueueService.MissingParameter',
      },
    ],
    [
      'eleven messages',
      { call: 'ReceiveMessage', input: { QueueUrl: 'q1', MaxNumberOfMessages: 11 } },
      { code: 'InvalidParameterValue', status: 400 },
    ],
    ['an empty name', { call: 'CreateQueue', input: { QueueName: '' } }, { code: 'InvalidParameterValue' }],
  ])('reports the refusal of %s', async (_, call, refusal) => {
    const endpoint = await open(url);
    expect(await endpoint.call(call, () => 0)).toMatchObject({
      kind: 'error',
      message: expect.any(String),
      ...refusal,
    });
  });

  it('keeps endpoints apart', async () => {
    const [left, right] = [await open(url), await open(url)];
    await okOf(left, 'SendMessage', { QueueUrl: 'q1', MessageBody: 'm0' });
    await okOf(left, 'CreateQueue', { QueueName: 'q2' });
    expect(await okOf(right, 'ListQueues', {})).toEqual({ QueueUrls: ['q1'] });
    expect(await okOf(right, 'ReceiveMessage', { QueueUrl: 'q1' })).toEqual({});
    expect(await ask(right, 'GetQueueUrl', { QueueName: 'q2' })).toMatchObject({ code: 'QueueDoesNotExist' });
  });

  it('deletes all its queues when it closes, those that are gone too', async () => {
    const endpoint = await open(url, { queues: [queue('q1'), queue('q2')] }, { prefix: 'redrive-close-' });
    await okOf(endpoint, 'CreateQueue', { QueueName: 'q3' });
    await okOf(endpoint, 'DeleteQueue', { QueueUrl: 'q2' });
    const names = ['q1', 'q3'].map((name) => `redrive-close-${name}`);
    expect(names.map(exists)).toEqual([true, true]);
    await endpoint.close();
    await endpoint.close();
    expect(names.map(exists)).toEqual([false, false]);
    expect(await ask(endpoint, 'ListQueues', {})).toEqual({ kind: 'unknown', why: 'the endpoint is closed' });
  });

  it('gives up a long poll when it closes', async () => {
    const endpoint = await open(url);
    const poll = ask(endpoint, 'ReceiveMessage', { QueueUrl: 'q1', WaitTimeSeconds: 20 });
    await endpoint.close();
    expect(await poll).toEqual({ kind: 'unknown', why: 'given up' });
  });

  it('closes all open endpoints of the process', async () => {
    await open(url, one, { prefix: 'redrive-all1-' });
    await open(url, one, { prefix: 'redrive-all2-' });
    expect(exists('redrive-all1-q1') && exists('redrive-all2-q1')).toBe(true);
    await closeAll();
    expect(exists('redrive-all1-q1') || exists('redrive-all2-q1')).toBe(false);
  });

  it('leaves nothing behind when it is closed while it opens', async () => {
    const endpoint = urlEndpoint(url, { prefix: 'redrive-early-' });
    const opening = endpoint.open({ queues: [queue('q1'), queue('q2'), queue('q3')] });
    const closing = endpoint.close();
    await expect(opening).rejects.toThrow('was closed while it was being opened');
    await closing;
    expect(['q1', 'q2', 'q3'].filter((name) => exists(`redrive-early-${name}`))).toEqual([]);
  });

  it('leaves nothing behind when the server refuses a part of the setup', async () => {
    const endpoint = urlEndpoint(url, { prefix: 'redrive-half-' });
    const opening = endpoint.open({ queues: [queue('q1'), queue('q2', { VisibilityTimeout: '-1' })] });
    await expect(opening).rejects.toThrow(
      /the setup was not taken: CreateQueue q2 answered HTTP 400: InvalidAttribute/,
    );
    expect(exists('redrive-half-q1')).toBe(false);
  });

  it('starts its clock and measures the epoch at the end of open', async () => {
    const endpoint = urlEndpoint(url);
    const before = { clock: endpoint.clock, now: Date.now() };
    await endpoint.open(one);
    opened.push(endpoint);
    expect(endpoint.clock).not.toBe(before.clock);
    expect(endpoint.accuracy.epoch).toBeGreaterThanOrEqual(before.now);
    expect(endpoint.accuracy.epoch + endpoint.clock.now()).toBeLessThanOrEqual(Date.now() + 1);
  });
});

describe('an endpoint that cannot be opened', () => {
  const failure = async (url: string, setup: Setup = one): Promise<unknown> => {
    try {
      await urlEndpoint(url).open(setup);
      return undefined;
    } catch (error) {
      return error;
    }
  };

  it.each([
    ['nonsense', '"nonsense" is not a URL that begins with http:// or https://'],
    ['localhost:4566', '"localhost:4566" is not a URL that begins with http:// or https://'],
    ['ftp://127.0.0.1/', '"ftp://127.0.0.1/" is not a URL that begins with http:// or https://'],
    ['http://127.0.0.1:9', 'nobody answers at http://127.0.0.1:9 (connection refused)'],
  ])('%s', async (url, sentence) => {
    for (const setup of [one, { queues: [] }]) {
      const error = await failure(url, setup);
      expect(error).toBeInstanceOf(EndpointError);
      expect((error as Error).message).toBe(sentence);
    }
  });

  it.each([
    'https://sqs.us-east-1.amazonaws.com',
    'https://SQS.eu-west-1.AmazonAWS.com./',
    'https://sqs.cn-north-1.amazonaws.com.cn/1/q',
    'https://sqs.us-east-1.api.aws',
  ])('%s without leave', async (url) => {
    expect(((await failure(url)) as Error).message).toBe(
      `${url} is AWS itself, where every request is billed: say --endpoint aws --region R --yes-this-costs-money if you mean it`,
    );
  });

  it.each<[string, Answer, string]>([
    ['a page', { headers: { 'content-type': 'text/html' }, body: '<html>' }, 'HTTP 200: the body is not JSON'],
    ['a missing page', { status: 404, body: '<html>' }, 'HTTP 404: the body is not JSON'],
    ['XML', { status: 400, body: '<?xml version="1.0"?><ErrorResponse/>' }, 'HTTP 400: the body is not JSON'],
    ['other JSON', { status: 404, body: { message: 'no route' } }, 'HTTP 404: no route'],
    ['an empty object', { body: {} }, 'it answered CreateQueue without a QueueUrl'],
  ])('a server that answers with %s', async (_, answer, why) => {
    const url = await new Fake(() => answer).start();
    const error = await failure(url);
    expect(error).toBeInstanceOf(EndpointError);
    expect((error as Error).message).toBe(`${url} does not speak SQS: ${why}`);
  });

  it('a server that hangs up', async () => {
    const url = await new Fake(() => 'hang up').start();
    expect(((await failure(url)) as Error).message).toBe(`nobody answers at ${url} (connection reset)`);
  });

  it('a server without TLS behind https', async () => {
    const url = (await new Fake(() => ({})).start()).replace('http:', 'https:');
    expect(((await failure(url)) as Error).message).toBe(`nobody answers at ${url} (it does not speak HTTPS)`);
  });

  it('an endpoint with an impossible prefix', () => {
    expect(() => urlEndpoint('http://127.0.0.1:9', { prefix: 'a.b' })).toThrow(EndpointError);
  });
});

describe('replies', () => {
  const error = (type: string | undefined, legacy?: string, status = 400): Answer => ({
    status,
    ...(legacy && { headers: { 'x-amzn-query-error': `${legacy};Sender` } }),
    body: { ...(type && { __type: type }), message: 'why' },
  });
  const refused = (code: string, legacy?: string, status = 400): Reply => ({
    kind: 'error',
    code,
    status,
    message: 'why',
    ...(legacy && { legacy }),
  });
  it.each<[string, Answer | 'hang up', Reply]>([
    [
      'AWS',
      error('com.amazonaws.sqs#QueueDoesNotExist', 'AWS.SimpleQueueService.NonExistentQueue'),
      refused('QueueDoesNotExist', 'AWS.SimpleQueueService.NonExistentQueue'),
    ],
    [
      'AWS, with a code the SDK does not model',
      error('com.amazonaws.sqs#InvalidParameterValueException', 'InvalidParameterValue'),
      refused('InvalidParameterValueException', 'InvalidParameterValue'),
    ],
    [
      'a status other than 400',
      error('x#ReceiptHandleIsInvalid', 'R', 404),
      refused('ReceiptHandleIsInvalid', 'R', 404),
    ],
    ['no legacy code', error('com.amazonaws.sqs#OverLimit', undefined, 403), refused('OverLimit', undefined, 403)],
    ['a type with a URL', error('com.amazonaws.sqs#OverLimit:http://x/y#z'), refused('OverLimit')],
    [
      'only a legacy code',
      error(undefined, 'MissingParameter'),
      refused('MissingRequiredParameterException', 'MissingParameter'),
    ],
    [
      'only a legacy code with a prefix',
      error(undefined, 'AWS.SimpleQueueService.PurgeQueueInProgress', 403),
      refused('PurgeQueueInProgress', 'AWS.SimpleQueueService.PurgeQueueInProgress', 403),
    ],
    ['a legacy code as type, as it is', error('com.amazonaws.sqs#QueueAlreadyExists'), refused('QueueAlreadyExists')],
    [
      'throttling',
      error('com.amazonaws.sqs#RequestThrottled', undefined, 429),
      refused('RequestThrottled', undefined, 429),
    ],
    ['no code at all', error(undefined), refused('Unknown')],
    [
      'a refusal of the web server',
      { status: 413, body: '<html>' },
      { ...refused('Unknown', undefined, 413), message: 'the body is not JSON' } as Reply,
    ],
    [
      'a failure of the server',
      error('InternalFailure', undefined, 500),
      { kind: 'error', code: 'InternalFailure', status: 500, message: 'why' },
    ],
    [
      'a failure without words',
      { status: 503, body: '' },
      { kind: 'error', code: 'Unknown', status: 503, message: 'UnknownError' },
    ],
    ['a page instead of an answer', { body: '<html>' }, { kind: 'unknown', why: 'HTTP 200: the body is not JSON' }],
    [
      'a redirection',
      { status: 307, headers: { location: 'http://127.0.0.1:9/' }, body: '' },
      { kind: 'unknown', why: 'HTTP 307: UnknownError' },
    ],
    ['no answer', 'hang up', { kind: 'unknown', why: 'connection reset' }],
    ['an empty body', { body: '' }, { kind: 'ok', output: {} }],
    ['empty lists', { body: { Messages: [] } }, { kind: 'ok', output: { Messages: [] } }],
    ['a list that is null', { body: { Messages: null } }, { kind: 'ok', output: {} }],
    [
      'a message without a handle',
      { body: { Messages: [{ MessageId: 'i', Body: 'm0' }] } },
      { kind: 'unknown', why: 'in the answer Messages[0].ReceiptHandle is missing' },
    ],
    [
      'a message that is text',
      { body: { Messages: ['m0'] } },
      { kind: 'unknown', why: 'in the answer Messages[0] must be an object, not "m0"' },
    ],
  ])('%s', async (_, answer, reply) => {
    const endpoint = await open(await awsLike(({ call }) => (call === 'ReceiveMessage' ? answer : undefined)).start());
    expect(await ask(endpoint, 'ReceiveMessage', { QueueUrl: 'q1' })).toEqual(reply);
  });

  it('of any form become such as a trace can hold', async () => {
    let body: unknown;
    const calls = [
      'SendMessage',
      'SendMessageBatch',
      'ReceiveMessage',
      'ListMessageMoveTasks',
      'ListQueueTags',
    ] as const;
    const fake = awsLike(({ call }) => (calls.includes(call as never) ? { body } : undefined));
    const endpoint = await open(await fake.start());
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...calls), anyAnswer, async (call, answer) => {
        body = answer;
        const input = { QueueUrl: 'q1', MessageBody: 'm0', Entries: [] } as unknown as Calls[typeof call]['input'];
        const reply = await ask(endpoint, call, input);
        expect(replyTo(call)(JSON.parse(canonical(reply)))).toBeUndefined();
      }),
    );
  });

  it('passes wrong digests on', async () => {
    const SendMessage = { MessageId: 'i', MD5OfMessageBody: 'wrong' };
    const ReceiveMessage = { Messages: [{ MessageId: 'i', ReceiptHandle: 'r', Body: 'm0', MD5OfBody: 'wrong' }] };
    const SendMessageBatch = { Successful: [{ Id: 'a', ...SendMessage }] };
    const outputs: Record<string, object> = { SendMessage, ReceiveMessage, SendMessageBatch };
    const fake = awsLike(({ call }) => outputs[call] && { body: outputs[call] });
    const endpoint = await open(await fake.start());
    const QueueUrl = 'q1';
    const Entries = [{ Id: 'a', MessageBody: 'm0' }];
    expect(await okOf(endpoint, 'SendMessage', { QueueUrl, MessageBody: 'm0' })).toEqual(SendMessage);
    expect(await okOf(endpoint, 'ReceiveMessage', { QueueUrl })).toEqual(ReceiveMessage);
    expect(await okOf(endpoint, 'SendMessageBatch', { QueueUrl, Entries })).toEqual(SendMessageBatch);
  });

  it('makes an input that cannot be sent an unknown reply', async () => {
    const endpoint = await open(await awsLike().start());
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    const inputs = [
      { QueueUrl: 'q1', MessageBody: circle },
      {
        get QueueUrl(): string {
          throw new Error('no');
        },
      },
    ];
    for (const input of inputs) {
      const reply = await ask(endpoint, 'SendMessage', input as unknown as Calls['SendMessage']['input']);
      expect(reply).toMatchObject({ kind: 'unknown', why: expect.any(String) });
    }
  });

  it('does not answer before it is open', async () => {
    expect(await ask(urlEndpoint('http://127.0.0.1:9'), 'ListQueues', {})).toMatchObject({ kind: 'unknown' });
  });
});

describe('what the server hears', () => {
  it('gets every request, wherever its queue URLs point', async () => {
    const fake = awsLike();
    const endpoint = await open(await fake.start(), one, { prefix: 'redrive-safe-' });
    const QueueUrl = 'https://sqs.us-east-1.amazonaws.com/123456789012/redrive-safe-q1';
    await okOf(endpoint, 'SendMessage', { QueueUrl: 'q1', MessageBody: 'm0' });
    await okOf(endpoint, 'ReceiveMessage', { QueueUrl: 'q1', WaitTimeSeconds: 1 });
    await endpoint.close();
    expect(fake.heard('SendMessage')).toEqual([{ QueueUrl, MessageBody: 'm0' }]);
    expect(fake.heard('ReceiveMessage')).toEqual([{ QueueUrl, WaitTimeSeconds: 1 }]);
    expect(fake.heard('DeleteQueue')).toEqual([{ QueueUrl }]);
    expect(new Set(fake.seen.map(({ path }) => path))).toEqual(new Set(['/']));
  });

  it('has ARNs in its own form, in every attribute that holds one', async () => {
    const real = (name: string) => `arn:aws-cn:sqs:cn-north-1:123456789012:redrive-arn-${name}`;
    const policyOn = (arn: string) =>
      JSON.stringify({
        Id: `${arn}/SQSDefaultPolicy`,
        Statement: [
          { Principal: { AWS: 'arn:aws:iam::111111111111:root' }, Resource: arn },
          { Resource: real('stranger') },
        ],
      });
    const Attributes = {
      QueueArn: real('q1'),
      RedriveAllowPolicy: JSON.stringify({ redrivePermission: 'byQueue', sourceQueueArns: [real('q1'), real('dead')] }),
      RedrivePolicy: `{"maxReceiveCount":"3", "deadLetterTargetArn":"${real('dead')}"}`,
      Policy: policyOn(real('q1')),
    };
    const message = { MessageId: 'i', ReceiptHandle: 'r', Body: 'm0' };
    const Messages = [{ ...message, Attributes: { DeadLetterQueueSourceArn: real('q1'), SenderId: 'me' } }];
    const outputs: Record<string, object> = { GetQueueAttributes: { Attributes }, ReceiveMessage: { Messages } };
    const fake = awsLike(({ call }) => outputs[call] && { body: outputs[call] });
    const setup = { queues: [queue('q1', { RedrivePolicy: policy('dead', '3') }), queue('dead')] };
    const endpoint = await open(await fake.start(), setup, { prefix: 'redrive-arn-', tagged: true });

    const tags = { [runTag]: 'redrive-arn-' };
    expect(fake.heard('CreateQueue')).toEqual([
      { QueueName: 'redrive-arn-dead', Attributes: {}, tags },
      {
        tags,
        QueueName: 'redrive-arn-q1',
        Attributes: { RedrivePolicy: policy('dead', '3').replace(arnOf('dead'), real('dead')) },
      },
    ]);
    const sources = { redrivePermission: 'byQueue', sourceQueueArns: [arnOf('q1'), arnOf('dead')] };
    await okOf(endpoint, 'SetQueueAttributes', {
      QueueUrl: 'dead',
      Attributes: { RedriveAllowPolicy: JSON.stringify(sources) },
    });
    expect(fake.heard('SetQueueAttributes')).toMatchObject([
      { Attributes: { RedriveAllowPolicy: Attributes.RedriveAllowPolicy } },
    ]);
    expect(await okOf(endpoint, 'GetQueueAttributes', { QueueUrl: 'q1', AttributeNames: ['All'] })).toEqual({
      Attributes: {
        QueueArn: arnOf('q1'),
        RedriveAllowPolicy: JSON.stringify(sources),
        RedrivePolicy: `{"maxReceiveCount":"3", "deadLetterTargetArn":"${arnOf('dead')}"}`,
        Policy: policyOn(arnOf('q1')).replace('123456789012', '000000000000'),
      },
    });
    expect(await okOf(endpoint, 'ReceiveMessage', { QueueUrl: 'q1' })).toEqual({
      Messages: [{ ...message, Attributes: { DeadLetterQueueSourceArn: arnOf('q1'), SenderId: 'sender-1' } }],
    });
  });

  it('has the ARNs, queues and handles of move tasks in its own form', async () => {
    const real = (name: string) => `arn:aws-cn:sqs:cn-north-1:123456789012:redrive-move-${name}`;
    // without padding, as no encoder of ours would write it
    const handleOf = (sourceArn: string) => btoa(JSON.stringify({ taskId: 'i', sourceArn }));
    const TaskHandle = handleOf(real('dead.fifo')).replace(/=+$/, '');
    const told = handleOf(arnOf('dead.fifo'));
    const task = {
      Status: 'RUNNING',
      ApproximateNumberOfMessagesMoved: 1,
      ApproximateNumberOfMessagesToMove: 2,
      StartedTimestamp: 1_700_000_000_123,
      TaskHandle,
    };
    const outputs: Record<string, object> = {
      StartMessageMoveTask: { TaskHandle },
      ListMessageMoveTasks: {
        Results: [{ ...task, SourceArn: real('dead.fifo'), DestinationArn: real('q1.fifo') }],
      },
      CancelMessageMoveTask: { ApproximateNumberOfMessagesMoved: 1 },
      ListDeadLetterSourceQueues: { queueUrls: ['http://host/1/redrive-move-q1.fifo', 'http://host/1/other'] },
      GetQueueUrl: { QueueUrl: 'http://host/1/redrive-move-q1.fifo' },
    };
    const fake = awsLike(({ call }) => outputs[call] && { body: outputs[call] });
    const setup = { queues: [queue('q1.fifo', { RedrivePolicy: policy('dead.fifo') }), queue('dead.fifo')] };
    const endpoint = await open(await fake.start(), setup, { prefix: 'redrive-move-' });
    const SourceArn = arnOf('dead.fifo');
    const DestinationArn = arnOf('q1.fifo');

    const started = await okOf(endpoint, 'StartMessageMoveTask', { SourceArn, DestinationArn });
    expect(started).toEqual({ TaskHandle: told });
    expect(await okOf(endpoint, 'ListMessageMoveTasks', { SourceArn, MaxResults: 5 })).toEqual({
      Results: [{ ...task, SourceArn, DestinationArn, TaskHandle: told }],
    });
    const cancelled = { ApproximateNumberOfMessagesMoved: 1 };
    expect(await okOf(endpoint, 'CancelMessageMoveTask', { TaskHandle: told })).toEqual(cancelled);
    await okOf(endpoint, 'CancelMessageMoveTask', { TaskHandle: handleOf(arnOf('q1.fifo')) });
    expect(await okOf(endpoint, 'ListDeadLetterSourceQueues', { QueueUrl: 'dead.fifo' })).toEqual({
      queueUrls: ['q1.fifo', strange],
    });
    await okOf(endpoint, 'GetQueueUrl', { QueueName: 'q1.fifo', QueueOwnerAWSAccountId: '000000000000' });

    const arns = { SourceArn: real('dead.fifo'), DestinationArn: real('q1.fifo') };
    expect(fake.heard('StartMessageMoveTask')).toEqual([arns]);
    expect(fake.heard('ListMessageMoveTasks')).toEqual([{ SourceArn: arns.SourceArn, MaxResults: 5 }]);
    expect(fake.heard('CancelMessageMoveTask')).toEqual([{ TaskHandle }, { TaskHandle: handleOf(real('q1.fifo')) }]);
    expect(fake.heard('GetQueueUrl')).toEqual([
      { QueueName: 'redrive-move-q1.fifo', QueueOwnerAWSAccountId: '123456789012' },
    ]);
  });

  it('hears permissions, tags and attributes of the system as they are', async () => {
    const fake = awsLike();
    const endpoint = await open(await fake.start(), { queues: [] }, { prefix: 'redrive-same-' });
    const QueueUrl = 'q1';
    const permission = { Label: 'l', AWSAccountIds: ['123456789012'], Actions: ['SendMessage'] };
    await okOf(endpoint, 'CreateQueue', { QueueName: 'q1', tags: { a: 'redrive' } });
    await okOf(endpoint, 'AddPermission', { QueueUrl, ...permission });
    await okOf(endpoint, 'RemovePermission', { QueueUrl, Label: 'l' });
    const MessageSystemAttributes = {
      AWSTraceHeader: { DataType: 'String', StringValue: 'Root=1' },
      Odd: { DataType: 'Binary', BinaryValue: 'AAEC/w==' },
    };
    const fifo = { MessageGroupId: 'g', MessageDeduplicationId: 'd' };
    await okOf(endpoint, 'SendMessage', { QueueUrl, MessageBody: 'm0', MessageSystemAttributes, ...fifo });
    await okOf(endpoint, 'ReceiveMessage', { QueueUrl, AttributeNames: ['All'], ReceiveRequestAttemptId: 'a' });
    expect(fake.heard('CreateQueue')).toMatchObject([{ tags: { a: 'redrive' } }]);
    expect(fake.heard('AddPermission')).toMatchObject([permission]);
    expect(fake.heard('RemovePermission')).toMatchObject([{ Label: 'l' }]);
    expect(fake.heard('SendMessage')).toMatchObject([{ MessageSystemAttributes, ...fifo }]);
    expect(fake.heard('ReceiveMessage')).toMatchObject([{ AttributeNames: ['All'], ReceiveRequestAttemptId: 'a' }]);
  });

  it('shows only this run in lists of queues', async () => {
    let QueueUrls: string[] = [];
    const fake = awsLike(({ call }) => (call === 'ListQueues' ? { body: { QueueUrls, NextToken: 't' } } : undefined));
    const endpoint = await open(await fake.start(), one, { prefix: 'redrive-list-' });
    expect(await okOf(endpoint, 'ListQueues', { QueueNamePrefix: 'q', MaxResults: 5 })).toEqual({
      QueueUrls: [],
      NextToken: 't',
    });
    QueueUrls = ['http://other/1/q1', 'http://other/1/redrive-list-q1'];
    expect(await okOf(endpoint, 'ListQueues', {})).toEqual({ QueueUrls: ['q1'], NextToken: 't' });
    QueueUrls = ['http://other/1/q1'];
    expect(await okOf(endpoint, 'ListQueues', { NextToken: 'u' })).toEqual({ NextToken: 't' });
    expect(fake.heard('ListQueues')).toEqual([
      { QueueNamePrefix: 'redrive-list-q', MaxResults: 5 },
      { QueueNamePrefix: 'redrive-list-' },
      { QueueNamePrefix: 'redrive-list-', NextToken: 'u' },
    ]);
  });

  it('says its queue names as the history knows them', async () => {
    const message = 'Only one PurgeQueue operation on redrive-say-q1 is allowed every 60 seconds.';
    const answer = { status: 403, body: { __type: 'x#PurgeQueueInProgress', message } };
    const fake = awsLike(({ call }) => (call === 'PurgeQueue' ? answer : undefined));
    const endpoint = await open(await fake.start(), one, { prefix: 'redrive-say-' });
    expect(await ask(endpoint, 'PurgeQueue', { QueueUrl: 'q1' })).toMatchObject({
      message: message.replace('redrive-say-', ''),
    });
  });

  it.each([
    [60, 72],
    [79, 79],
    [80, 80],
    [81, 93],
  ])('keeps the length of a name of %i characters legal or illegal', async (length, real) => {
    const fake = awsLike();
    const endpoint = await open(await fake.start(), { queues: [] }, { prefix: 'redrive-long' });
    const QueueName = `${'n'.repeat(length - 5)}.fifo`;
    expect(await okOf(endpoint, 'CreateQueue', { QueueName })).toEqual({ QueueUrl: QueueName });
    const [heard] = fake.heard('CreateQueue') as { QueueName: string }[];
    expect(heard?.QueueName).toMatch(/^redrive-longn+\.fifo$/);
    expect(heard?.QueueName).toHaveLength(real);
  });

  const elsewhere = 'arn:aws:sqs:us-east-1:123456789012:q1';
  it.each<[string, Call]>([
    ['a URL', { call: 'PurgeQueue', input: { QueueUrl: 'http://127.0.0.1:9/1/q1' } }],
    ['a path', { call: 'DeleteQueue', input: { QueueUrl: '../q1' } }],
    ['the source of a move', { call: 'StartMessageMoveTask', input: { SourceArn: elsewhere } }],
    [
      'the target of a move',
      { call: 'StartMessageMoveTask', input: { SourceArn: arnOf('q1'), DestinationArn: elsewhere } },
    ],
    [
      'a task',
      { call: 'CancelMessageMoveTask', input: { TaskHandle: btoa(`{"taskId":"i","sourceArn":"${elsewhere}"}`) } },
    ],
    [
      'a dead-letter target',
      {
        call: 'SetQueueAttributes',
        input: { QueueUrl: 'q1', Attributes: { RedrivePolicy: policy('q1').replace(arnOf('q1'), elsewhere) } },
      },
    ],
  ])('never hears of a queue that is not of the run: %s', async (_, call) => {
    const fake = awsLike();
    const endpoint = await open(await fake.start());
    const before = fake.seen.length;
    const why = 'not sent: q1 is not a queue of this run';
    expect(await endpoint.call(call, () => 0)).toEqual({ kind: 'unknown', why });
    expect(fake.seen).toHaveLength(before);
  });

  it('keeps its account and who asks to itself', async () => {
    const account = '123456789012';
    const me = `arn:aws:sts::${account}:assumed-role/admin/bob@example.com`;
    const NextToken = btoa(`https://sqs.us-east-1.amazonaws.com/${account}/redrive-quiet-q1`);
    const message = { MessageId: 'i', ReceiptHandle: 'h', MD5OfBody: 'd', Body: account };
    const fake = awsLike(({ call }) => {
      if (call === 'GetQueueUrl') return { body: { QueueUrl: `https://host/${account}/foreign` } };
      if (call === 'ListQueues') return { body: { QueueUrls: [], NextToken } };
      if (call === 'ReceiveMessage')
        return { body: { Messages: [{ ...message, Attributes: { SenderId: 'AROA:bob' } }] } };
      if (call !== 'AddPermission') return undefined;
      return { status: 403, body: { __type: 'x#AccessDenied', message: `${me} may not touch ${account}` } };
    });
    const endpoint = await open(await fake.start(), one, { prefix: 'redrive-quiet-' });
    const permission = { QueueUrl: 'q1', Label: 'l', AWSAccountIds: ['111111111111'], Actions: ['*'] };
    expect(await ask(endpoint, 'AddPermission', permission)).toMatchObject({
      message: 'arn:aws:sts::000000000000:somebody may not touch 000000000000',
    });
    expect(await okOf(endpoint, 'GetQueueUrl', { QueueName: 'q2' })).toEqual({
      QueueUrl: 'https://host/000000000000/foreign',
    });
    const { Messages } = await okOf(endpoint, 'ReceiveMessage', { QueueUrl: 'q1' });
    expect(Messages).toEqual([{ ...message, Attributes: { SenderId: 'sender-1' } }]);
    const page = await okOf(endpoint, 'ListQueues', { MaxResults: 1 });
    expect(atob(page.NextToken!)).not.toContain(account);
    await okOf(endpoint, 'ListQueues', { MaxResults: 1, NextToken: page.NextToken! });
    expect(fake.heard('ListQueues')[1]).toMatchObject({ NextToken });
  });

  it('gets a tag of ours on every queue, which no history shows', async () => {
    let Tags: object = { team: 'a', [runTag]: 'x' };
    const fake = awsLike(({ call }) => (call === 'ListQueueTags' ? { body: { Tags } } : undefined));
    const endpoint = await open(await fake.start(), one, { prefix: 'redrive-tag-', tagged: true });
    await okOf(endpoint, 'CreateQueue', { QueueName: 'q2', tags: { team: 'a' } });
    expect(await okOf(endpoint, 'ListQueueTags', { QueueUrl: 'q2' })).toEqual({ Tags: { team: 'a' } });
    Tags = { [runTag]: 'x' };
    expect(await okOf(endpoint, 'ListQueueTags', { QueueUrl: 'q1' })).toEqual({});
    Tags = {};
    expect(await okOf(endpoint, 'ListQueueTags', { QueueUrl: 'q1' })).toEqual({ Tags: {} });
    const ours = { [runTag]: 'redrive-tag-' };
    expect(fake.heard('CreateQueue').map(({ tags }) => tags)).toEqual([ours, { team: 'a', ...ours }]);
    const plain = awsLike();
    await open(await plain.start(), one);
    expect(plain.heard('CreateQueue')[0]).not.toHaveProperty('tags');
  });

  it('deletes a queue whose creation got lost', async () => {
    const fake = awsLike(({ call, input }) => {
      if (call === 'CreateQueue' && input.QueueName === 'redrive-lost-q2') return 'hang up';
      return call === 'GetQueueUrl' ? { body: { QueueUrl: `http://somewhere/else/${input.QueueName}` } } : undefined;
    });
    const endpoint = await open(await fake.start(), one, { prefix: 'redrive-lost-' });
    expect(await ask(endpoint, 'CreateQueue', { QueueName: 'q2' })).toMatchObject({ kind: 'unknown' });
    await endpoint.close();
    expect(fake.heard('DeleteQueue').map(({ QueueUrl }) => QueueUrl)).toContain(
      'http://somewhere/else/redrive-lost-q2',
    );
  });

  it.each([
    ['nothing set', {}, 'test', 'us-east-1'],
    [
      'keys and region',
      { AWS_ACCESS_KEY_ID: 'AKIAME', AWS_SECRET_ACCESS_KEY: 's', AWS_REGION: 'eu-west-1' },
      'AKIAME',
      'eu-west-1',
    ],
    [
      'another endpoint',
      { AWS_ENDPOINT_URL: 'http://127.0.0.1:9', AWS_USE_FIPS_ENDPOINT: 'true' },
      'test',
      'us-east-1',
    ],
  ])('is signed by the environment: %s', async (_, environment, key, region) => {
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_SESSION_TOKEN'])
      vi.stubEnv(name, '');
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    const fake = awsLike();
    await open(await fake.start());
    const signed = expect.stringMatching(`Credential=${key}/\\d+/${region}/sqs/`);
    expect(fake.seen[0]?.headers.authorization).toEqual(signed);
  });
});

describe('accuracy', () => {
  it.each<[UrlOptions, object]>([
    [{}, { early: 100, late: 2000, epochError: 5000 }],
    [
      { level: 'strict', late: 9 },
      { early: 100, late: 9, epochError: 5000 },
    ],
    [{ level: 'documented' }, { early: 1000, late: 60_000, epochError: 30_000 }],
    [
      { level: 'documented', early: 1, epochError: 2 },
      { early: 1, late: 60_000, epochError: 2 },
    ],
  ])('%j', (options, accuracy) => {
    expect(urlEndpoint('http://127.0.0.1:9', options).accuracy).toEqual({ ...accuracy, epoch: expect.any(Number) });
  });
});

describe('connections', () => {
  const receive = { QueueUrl: 'q1' };

  it('are never more than said, and how long a call waits for one counts as network', async () => {
    let [underWay, most] = [0, 0];
    const fake = awsLike(({ call }) => {
      if (call !== 'ReceiveMessage') return undefined;
      most = Math.max(most, ++underWay);
      return new Promise<Answer>((resolve) => setTimeout(resolve, 50, {})).finally(() => underWay--);
    });
    const endpoint = await open(await fake.start(), one, { maxSockets: 2, network: 7 });
    await Promise.all([1, 2].map(() => ask(endpoint, 'ReceiveMessage', receive)));
    expect(endpoint.accuracy.network).toBe(7);
    await Promise.all([1, 2, 3].map(() => ask(endpoint, 'ReceiveMessage', receive)));
    expect(endpoint.accuracy.network).toBeGreaterThan(7);
    expect(most).toBe(2);
  });
});

describe('a setup is created', () => {
  const policies = (target: string) => ({ RedrivePolicy: policy(target) });
  const denied = { RedriveAllowPolicy: '{"redrivePermission":"denyAll"}' };
  const told = ({ call, input }: Call): string => {
    const { QueueName = '', QueueUrl = '', Attributes = {} } = input as Record<string, string | object>;
    return [call === 'CreateQueue' ? QueueName : `set ${QueueUrl}`, ...Object.keys(Attributes)].join(' ');
  };
  it.each<[string, Setup['queues'], string[]]>([
    ['as listed', [queue('a'), queue('b')], ['a', 'b']],
    [
      'targets first',
      [queue('a', policies('b')), queue('b', policies('c')), queue('c')],
      ['c', 'b RedrivePolicy', 'a RedrivePolicy'],
    ],
    [
      'as a circle',
      [queue('a.fifo', policies('b.fifo')), queue('b.fifo', policies('a.fifo'))],
      ['b.fifo', 'a.fifo RedrivePolicy', 'set b.fifo RedrivePolicy'],
    ],
    ['with a queue that is its own target', [queue('a', policies('a'))], ['a', 'set a RedrivePolicy']],
    ['with a target that is nowhere', [queue('a', policies('z'))], ['a RedrivePolicy']],
    ['with a policy that is none', [queue('a', { RedrivePolicy: '{' })], ['a RedrivePolicy']],
    [
      'before anybody is forbidden to be a source (sqs:X12)',
      [queue('a', policies('b')), queue('b', { ...denied, ...policies('a') })],
      ['b', 'a RedrivePolicy', 'set b RedrivePolicy', 'set b RedriveAllowPolicy'],
    ],
  ])('%s', (_, queues, calls) => {
    expect(creation(queues).map(told)).toEqual(calls);
  });
});

describe('while it is opened', () => {
  it.each<[string, Answer | 'hang up']>([
    ['gives no answer', 'hang up'],
    ['fails', { status: 500 }],
    ['is asked too often (sqs:OP6)', { status: 403, body: { __type: 'com.amazonaws.sqs#RequestThrottled' } }],
  ])('a server that %s is asked three times in all', async (_, answer) => {
    let left = 2;
    const fake = awsLike(({ call }) => (call === 'CreateQueue' && left-- > 0 ? answer : undefined));
    const url = await fake.start();
    await open(url);
    expect(fake.heard('CreateQueue')).toHaveLength(3);
    left = 3;
    const error = await open(url).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(answer === 'hang up' ? EndpointGone : RunLost);
    expect(fake.heard('CreateQueue')).toHaveLength(6);
  });

  it.each<[string, Answer | 'hang up', string]>([
    ['hangs up', 'hang up', 'was not answered: connection reset'],
    ['answers what is not of SQS', { status: 500 }, 'answered HTTP 500'],
  ])('a server that %s, but answers others, costs only the run', async (_, answer, came) => {
    const isBad = ({ call, input }: Seen) => call === 'CreateQueue' && String(input.QueueName).endsWith('bad');
    const fake = awsLike((seen) => (isBad(seen) ? answer : undefined));
    const url = await fake.start();
    const other = await open(url);
    const lost = open(url, { queues: [queue('bad')] }).catch((error: unknown) => error);
    await vi.waitUntil(() => fake.heard('CreateQueue').length > 2);
    await okOf(other, 'SendMessage', { QueueUrl: 'q1', MessageBody: 'm0' });
    expect(await lost).toBeInstanceOf(RunLost);
    expect(((await lost) as Error).message).toContain(`the setup was not taken: CreateQueue bad ${came}`);
  });
});

describe('while it is closed', () => {
  it('a queue is deleted although the server is busy at first', async () => {
    let left = 2;
    const busy: Answer = { status: 503 };
    const fake = awsLike(({ call }) => (call === 'DeleteQueue' && left-- > 0 ? busy : undefined));
    const endpoint = await open(await fake.start());
    await endpoint.close();
    expect(fake.heard('DeleteQueue')).toHaveLength(3);
  });
});

describe('a server that no longer answers', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is given up: the call without an answer is named, no further call is sent, and the queues are left', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    let isDead = false;
    const fake = awsLike(() => (isDead ? 'hang up' : undefined));
    const url = await fake.start();
    const endpoint = await open(url, one, { maxSockets: 5, title: 'schedule s-1' });
    await okOf(endpoint, 'SendMessage', { QueueUrl: 'q1', MessageBody: 'm0' });
    isDead = true;
    for (const MessageBody of ['m1', 'm2']) {
      const reply = await ask(endpoint, 'SendMessage', { QueueUrl: 'q1', MessageBody });
      expect(reply).toEqual({ kind: 'unknown', why: 'connection reset' });
      vi.advanceTimersByTime(15_000);
    }
    const gone =
      `${url} no longer answers: nothing came in 30 s, and the first call without an answer was ` +
      'SendMessage q1 of schedule s-1';
    await expect(ask(endpoint, 'ReceiveMessage', { QueueUrl: 'q1' })).rejects.toThrow(gone);
    const { length } = fake.seen;
    await expect(ask(endpoint, 'ReceiveMessage', { QueueUrl: 'q1' })).rejects.toThrow(gone);
    await endpoint.close();
    expect(fake.seen).toHaveLength(length);
    isDead = false;
    await open(url, one, { maxSockets: 5 });
    expect(fake.seen.length).toBeGreaterThan(length);
  });
});
