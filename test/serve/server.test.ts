import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../models/rules.js';
import { Sqs } from '../../models/sqs/service.js';
import type { Clock } from '../../src/core/clock.js';
import { modelEndpoint, modelEpoch } from '../../src/endpoints/model.js';
import { plainDesk } from '../../src/serve/desk.js';
import { Served, type ServedOptions } from '../../src/serve/served.js';
import { type Listening, listen } from '../../src/serve/server.js';
import { VirtualClock } from '../../src/time/virtual.js';
import { wallClock } from '../../src/time/wall.js';
import { requestMax } from '../../src/wire/decode.js';

interface Open {
  served: Served;
  listening: Listening;
  port: number;
  defects: unknown[];
  close(): Promise<void>;
}

async function open(clock: Clock, options: Partial<ServedOptions> = {}): Promise<Open> {
  const defects: unknown[] = [];
  const endpoint = () => modelEndpoint(new Sqs(contract, modelEpoch), clock);
  const served = new Served(clock, endpoint, { ...plainDesk, seed: 'any', ...options });
  const listening = await listen(
    (request, from) => served.answer(request, from),
    '127.0.0.1',
    0,
    (e) => defects.push(e),
  );
  const close = async (): Promise<void> => {
    await Promise.all([listening.close(), served.close()]);
  };
  return { served, listening, port: Number(new URL(listening.url).port), defects, close };
}

interface Heard {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 5000 });

function ask(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string | string[]> = {},
  body: string | Buffer = '',
): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ port, host: '127.0.0.1', method, path, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks).toString() }),
      );
    });
    sent.on('error', reject).end(body);
  });
}

const call = (port: number, action: string, input: unknown): Promise<Heard> =>
  ask(
    port,
    'POST',
    '/',
    { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AmazonSQS.${action}` },
    typeof input === 'string' ? input : JSON.stringify(input),
  );

/** Bytes over a bare socket, and all that comes back until the other side ends or `enough` has come. */
function bare(port: number, bytes: string | Buffer, enough?: RegExp): Promise<string> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    let heard = '';
    const end = (): void => {
      socket.destroy();
      resolve(heard);
    };
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
      if (enough?.test(heard)) end();
    });
    socket.on('end', end).on('error', end);
    socket.write(bytes);
  });
}

afterAll(() => agent.destroy());

describe('over HTTP', () => {
  let server: Open;
  beforeAll(async () => {
    server = await open(wallClock());
  });
  afterAll(async () => {
    await server.close();
    expect(server.defects).toEqual([]);
  });
  const json = (action: string, input: unknown) => call(server.port, action, input);
  const goesOn = async (): Promise<void> => {
    expect((await ask(server.port, 'GET', '/health')).body).toBe('{"status":"ok"}\n');
    expect((await json('ListQueues', {})).status).toBe(200);
  };

  test('both protocols, one connection, URLs that begin as the client began', async () => {
    const created = await json('CreateQueue', { QueueName: 'q' });
    expect(created).toMatchObject({ status: 200, headers: { 'content-type': 'application/x-amz-json-1.0' } });
    expect(JSON.parse(created.body)).toEqual({ QueueUrl: `http://127.0.0.1:${server.port}/000000000000/q` });
    expect(created.headers['x-amzn-requestid']).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const sent = await ask(server.port, 'POST', '/000000000000/q', form, 'Action=SendMessage&MessageBody=%C3%A9');
    expect(sent).toMatchObject({ status: 200, headers: { 'content-type': 'text/xml' } });
    const got = await ask(server.port, 'GET', '/000000000000/q?Action=ReceiveMessage', { host: 'sqs.example:80' });
    expect(got.body).toContain('<Body>é</Body>');
    const url = await ask(server.port, 'GET', '/?Action=GetQueueUrl&QueueName=q', { host: 'sqs.example:80' });
    expect(url.body).toContain('<QueueUrl>http://sqs.example:80/000000000000/q</QueueUrl>');
    const odd = await ask(server.port, 'GET', '/?Action=GetQueueUrl&QueueName=q', { host: 'a/b@c?<d>' });
    expect(odd.body).toContain(`<QueueUrl>${server.listening.url}/000000000000/q</QueueUrl>`);
    expect(await ask(server.port, 'HEAD', '/health')).toMatchObject({ status: 200, body: '' });
  });

  test('a long poll is answered by a send', async () => {
    await json('CreateQueue', { QueueName: 'poll' });
    const poll = json('ReceiveMessage', { QueueUrl: 'poll', WaitTimeSeconds: 20 });
    await json('SendMessage', { QueueUrl: 'poll', MessageBody: 'a' });
    expect((await poll).body).toContain('"Body":"a"');
  });

  test.each([
    ['nothing of HTTP', 'hello\r\n\r\n', /^HTTP\/1.1 400/],
    ['random bytes', Buffer.from(Array.from({ length: 500 }, (_, i) => (i * 7919) % 251)), /^HTTP\/1.1 400/],
    ['a header without end', `GET / HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(100_000)}`, /^HTTP\/1.1 431/],
    ['two lengths', 'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab', /^HTTP\/1.1 400/],
    [
      'length and chunks',
      'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      /^HTTP\/1.1 400/,
    ],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', /^HTTP\/1.1 400/],
    [
      'duplicate targets',
      'POST / HTTP/1.1\r\nhost: a\r\nconnection: close\r\nx-amz-target: AmazonSQS.ListQueues\r\nx-amz-target: AmazonSQS.X\r\ncontent-type: application/x-amz-json-1.0\r\ncontent-length: 2\r\n\r\n{}',
      /^HTTP\/1.1 400/,
    ],
    [
      'an upgrade',
      'GET /health HTTP/1.1\r\nhost: a\r\nconnection: upgrade, close\r\nupgrade: websocket\r\n\r\n',
      /^HTTP\/1.1 200/,
    ],
  ])('%s is refused, and the server goes on', async (_, bytes, answer) => {
    expect(await bare(server.port, bytes, /\r\n\r\n/)).toMatch(answer);
    await goesOn();
  });

  test('a body without end is refused before it ends', async () => {
    const head = `POST / HTTP/1.1\r\nhost: a\r\nx-amz-target: AmazonSQS.SendMessage\r\ncontent-type: application/x-amz-json-1.0\r\ncontent-length: ${10 * requestMax}\r\n\r\n`;
    expect(
      await bare(server.port, Buffer.concat([Buffer.from(head), Buffer.alloc(requestMax + 1, '[')]), /\r\n\r\n/),
    ).toMatch(/^HTTP\/1.1 413/);
    await goesOn();
  });

  test('bodies of 10 MiB, and a million lists deep', async () => {
    const target = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AmazonSQS.SendMessage' };
    const ten = JSON.stringify({ QueueUrl: 'q', MessageBody: 'a'.repeat(10 * 2 ** 20) });
    const heard = await ask(server.port, 'POST', '/', target, ten).catch((error: NodeJS.ErrnoException) => error.code);
    expect(['EPIPE', 'ECONNRESET', 413]).toContain(typeof heard === 'object' ? heard.status : heard);
    const two = { QueueUrl: 'q', MessageBody: 'a'.repeat(2 * 2 ** 20) };
    expect((await json('SendMessage', two)).headers['x-amzn-query-error']).toBe('InvalidParameterValue;Sender');
    expect((await json('SendMessage', `${'['.repeat(1e6)}${']'.repeat(1e6)}`)).status).toBe(400);
    await goesOn();
  });

  test('whoever sends slowly holds up nobody', async () => {
    const socket = net.connect(server.port, '127.0.0.1');
    socket.write('POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\n{');
    await goesOn();
    socket.destroy();
    await goesOn();
  });

  test('2,000 long polls wait and are answered, one with the message', async () => {
    const many = 2000;
    await json('CreateQueue', { QueueName: 'many' });
    const poll = () => json('ReceiveMessage', { QueueUrl: 'many', WaitTimeSeconds: 3 });
    const polls = Array.from({ length: many }, poll);
    await goesOn();
    await json('SendMessage', { QueueUrl: 'many', MessageBody: 'for one of you' });
    const bodies = (await Promise.all(polls)).map(({ status, body }) => `${status} ${body.slice(0, 12)}`);
    expect(bodies.filter((body) => body === '200 {}')).toHaveLength(many - 1);
    expect(bodies).toContain('200 {"Messages":');
  }, 30_000);

  test('whoever leaves while he polls disturbs nobody', async () => {
    await json('CreateQueue', { QueueName: 'left' });
    const socket = net.connect(server.port, '127.0.0.1');
    socket.write('GET /000000000000/left?Action=ReceiveMessage&WaitTimeSeconds=1 HTTP/1.1\r\nhost: a\r\n\r\n');
    await goesOn();
    socket.destroy();
    await json('SendMessage', { QueueUrl: 'left', MessageBody: 'a' });
    await goesOn();
  });

  test('names of queues that look like paths lead nowhere', async () => {
    for (const path of [
      '/../q',
      '/000000000000/../q',
      '/000000000000/%2e%2e%2fq',
      '//000000000000//q',
      '/000000000000/q%00',
      '/q',
      '/%',
    ])
      expect([path, (await ask(server.port, 'GET', `${path}?Action=ReceiveMessage`)).body]).toEqual([
        path,
        expect.stringContaining('NonExistentQueue'),
      ]);
  });
});

describe('time under control', () => {
  const state = async (heard: Promise<Heard>): Promise<unknown> => JSON.parse((await heard).body);

  test('virtual time moves when it is told to, and by a millisecond for each call', async () => {
    const { port, close } = await open(new VirtualClock());
    const clock = () => state(ask(port, 'GET', '/_redrive/clock'));
    const move = (body: object | string) =>
      ask(port, 'POST', '/_redrive/clock', {}, typeof body === 'string' ? body : JSON.stringify(body));
    expect(await clock()).toEqual({ clock: 'virtual', now: 0, next: null });
    await call(port, 'CreateQueue', { QueueName: 'q' });
    const poll = call(port, 'ReceiveMessage', { QueueUrl: 'q', WaitTimeSeconds: 20 });
    await call(port, 'ListQueues', {});
    // the poll may have come before or after
    const { next } = (await clock()) as { next: number };
    expect([20_002, 20_003]).toContain(next);
    expect(await state(move({ to: 'next' }))).toEqual({ clock: 'virtual', now: next, next: null });
    expect((await poll).body).toBe('{}');
    expect(await state(move({ advance: '31s' }))).toMatchObject({ now: next + 31_000 });
    expect(await state(move({ advance: 500 }))).toMatchObject({ now: next + 31_500 });
    expect(await state(move({ advance: '1d' }))).toMatchObject({ now: next + 31_500 + 86_400_000 });
    expect(await state(move({ to: 'next' }))).toMatchObject({ now: next + 31_500 + 86_400_000 });
    expect(await state(move({ to: 100_000_000 }))).toMatchObject({ now: 100_000_000 });
    for (const wrong of [
      '',
      '{',
      '[]',
      '{}',
      '{"advance":"soon"}',
      '{"advance":-1}',
      '{"advance":1.5}',
      '{"to":5}',
      '{"to":1e300}',
      '{"advance":1,"to":"next"}',
      '{"advance":null}',
    ])
      expect([wrong, (await move(wrong)).status]).toEqual([wrong, 400]);
    await close();
  });

  test('messages age with it', async () => {
    const { port, close } = await open(new VirtualClock());
    await call(port, 'CreateQueue', { QueueName: 'q' });
    await call(port, 'SendMessage', { QueueUrl: 'q', MessageBody: 'a', DelaySeconds: 10 });
    const receive = async () => (await call(port, 'ReceiveMessage', { QueueUrl: 'q' })).body;
    expect(await receive()).toBe('{}');
    await ask(port, 'POST', '/_redrive/clock', {}, '{"advance":"10s"}');
    expect(await receive()).toContain('"Body":"a"');
    expect(await receive()).toBe('{}');
    await ask(port, 'POST', '/_redrive/clock', {}, '{"advance":"30s"}');
    expect(await receive()).toContain('"ReceiptHandle":"q/1/2"');
    await close();
  });

  test('the wall’s clock moves by itself only', async () => {
    const { port, close } = await open(wallClock());
    expect(await state(ask(port, 'GET', '/_redrive/clock'))).toMatchObject({ clock: 'wall', next: null });
    expect((await ask(port, 'POST', '/_redrive/clock', {}, '{"advance":1}')).status).toBe(409);
    expect((await ask(port, 'GET', '/_redrive/nothing')).status).toBe(404);
    expect((await ask(port, 'GET', '/_redrive/trace')).status).toBe(404);
    await close();
  });

  test('a reset forgets everything and answers who waits', async () => {
    const { port, close } = await open(new VirtualClock());
    await call(port, 'CreateQueue', { QueueName: 'q' });
    const poll = call(port, 'ReceiveMessage', { QueueUrl: 'q', WaitTimeSeconds: 20 });
    await call(port, 'ListQueues', {});
    expect((await ask(port, 'POST', '/_redrive/reset')).status).toBe(200);
    expect((await poll).body).toBe('{}');
    expect((await call(port, 'ListQueues', {})).body).toBe('{}');
    await close();
  });

  test('whoever ends the server answers the polls first', async () => {
    const { port, close } = await open(new VirtualClock());
    await call(port, 'CreateQueue', { QueueName: 'q' });
    const polls = Array.from({ length: 20 }, () =>
      call(port, 'ReceiveMessage', { QueueUrl: 'q', WaitTimeSeconds: 20 }),
    );
    await call(port, 'ListQueues', {});
    const began = performance.now();
    await close();
    for (const poll of polls) expect(await poll).toMatchObject({ status: 200, body: '{}' });
    expect(performance.now() - began).toBeLessThan(5000);
    await expect(call(port, 'ListQueues', {})).rejects.toThrow();
  });

  test('regions and accounts have queues of their own, and of the beginning', async () => {
    const setup = { queues: [{ name: 'given', attributes: { VisibilityTimeout: '5' } }] };
    const { port, close } = await open(new VirtualClock(), { setup });
    const list = async (authorization: string) =>
      (
        await ask(port, 'GET', '/?Action=ListQueues', {
          authorization: `AWS4-HMAC-SHA256 Credential=${authorization}/sqs/aws4_request,`,
        })
      ).body;
    await call(port, 'CreateQueue', { QueueName: 'q' });
    expect(await list('key/20261101/us-east-1')).toContain('/000000000000/q<');
    const elsewhere = await list('123456789012/20261101/eu-west-3');
    expect(elsewhere).toContain('/queue/eu-west-3/123456789012/given<');
    expect(elsewhere).not.toContain('/q<');
    await close();
  });

  test('faults meet one call in ten: lost, late, twice or refused', async () => {
    const { port, served, close } = await open(new VirtualClock(), {
      faults: ['lost-request', 'lost-reply', 'throttled', 'repeated'],
      record: true,
    });
    await call(port, 'CreateQueue', { QueueName: 'q' }).catch(() => {});
    let lost = 0;
    let refused = 0;
    for (let i = 0; i < 200; i++) {
      const heard = await call(port, 'SendMessage', { QueueUrl: 'q', MessageBody: 'a' }).catch(() => undefined);
      if (heard === undefined) lost++;
      else if (heard.headers['x-amzn-query-error'] === 'RequestThrottled;Sender') refused++;
    }
    expect(lost).toBeGreaterThan(2);
    expect(refused).toBeGreaterThan(2);
    const { schedule, ops } = served.history()!;
    expect(ops.length).toBeGreaterThan(schedule.steps.length);
    expect(new Set(schedule.steps.map(({ fault }) => fault?.name)).size).toBe(5);
    await close();
  });
});
