import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VirtualClock } from '../../src/time/virtual.js';
import { wallClock } from '../../src/time/wall.js';
import { json } from '../wire/ask.js';
import { agent, ask, call, type Heard, type Open, open } from './open.js';

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
    const { port, served, close } = await open(new VirtualClock());
    await call(port, 'CreateQueue', { QueueName: 'q' });
    const polls = Array.from({ length: 20 }, () =>
      call(port, 'ReceiveMessage', { QueueUrl: 'q', WaitTimeSeconds: 20 }),
    );
    await call(port, 'ListQueues', {});
    await close();
    for (const poll of polls) expect(await poll).toMatchObject({ status: 200, body: '{}' });
    const late = served.answer(json('ReceiveMessage', { QueueUrl: 'q', WaitTimeSeconds: 20 }), 'somebody');
    expect(await late).toMatchObject({ status: 200, body: '{}' });
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
