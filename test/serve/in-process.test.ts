import { createHash } from 'node:crypto';
import dns from 'node:dns';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  ListQueueTagsCommand,
  PurgeQueueCommand,
  QueueDoesNotExist,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
  type SQSClient,
  TagQueueCommand,
} from '@aws-sdk/client-sqs';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type ClientOptions, modelEndpoint, mutant, type Reply, redrive, Sqs, VirtualClock } from '../../index.js';
import { inProcessClient } from '../../src/endpoints/client.js';
import { type Desk, Handler } from '../../src/serve/handler.js';

const QueueUrl = 'https://sqs.us-east-1.amazonaws.com/000000000000/q';

/** A client of a fresh service that has a queue. */
async function prepared(options: { fast?: boolean } = {}) {
  const sqs = redrive({ seed: 'any' });
  const client = sqs.client(options);
  await client.send(new CreateQueueCommand({ QueueName: 'q', Attributes: { VisibilityTimeout: '30' } }));
  return { sqs, client };
}

const send = (MessageBody: string, more = {}) => new SendMessageCommand({ QueueUrl, MessageBody, ...more });
const receive = (more = {}) => new ReceiveMessageCommand({ QueueUrl, ...more });

const throttled: Reply = {
  kind: 'error',
  code: 'RequestThrottled',
  legacy: 'RequestThrottled',
  status: 403,
  message: 'Rate exceeded',
};

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe.each([
  ['the SDK', { fast: false }],
  ['the short way', { fast: true }],
])('a client of %s', (_, options) => {
  test('sends, receives and deletes as on AWS', async () => {
    const { client } = await prepared(options);
    const bytes = new Uint8Array([0, 255]);
    const attributes = { a: { DataType: 'Binary', BinaryValue: bytes } };
    expect(await client.send(new GetQueueUrlCommand({ QueueName: 'q' }))).toMatchObject({ QueueUrl });
    await client.send(send('hällo\r\n', { MessageAttributes: attributes }));
    const { Messages } = await client.send(receive({ MessageAttributeNames: ['All'] }));
    expect(Messages).toMatchObject([{ Body: 'hällo\r\n', MessageAttributes: attributes }]);
    await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: Messages![0]!.ReceiptHandle! }));
    const empty = await client.send(receive());
    expect(empty.Messages).toBeUndefined();
    expect(empty.$metadata).toMatchObject({ httpStatusCode: 200, attempts: 1 });
  });

  test('throws the errors of the SDK', async () => {
    const { client } = await prepared(options);
    const error = await client.send(new PurgeQueueCommand({ QueueUrl: 'nowhere' })).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(QueueDoesNotExist);
    expect(error).toMatchObject({
      name: 'QueueDoesNotExist',
      $fault: 'client',
      $metadata: { httpStatusCode: 400 },
      Code: 'AWS.SimpleQueueService.NonExistentQueue',
    });
  });

  test('waits in virtual time: windows end and polls are answered when time is moved', async () => {
    const { sqs, client } = await prepared(options);
    await client.send(send('a'));
    await client.send(receive());
    const early = client.send(receive({ WaitTimeSeconds: 20 }));
    await sqs.advance(15_000);
    const late = client.send(receive({ WaitTimeSeconds: 20 }));
    expect((await sqs.until(early)).Messages).toBeUndefined();
    expect((await sqs.until(late)).Messages).toHaveLength(1);
    expect(Math.floor(sqs.clock.now() / 1000)).toBe(30);
  });

  test('a consumer with a long poll of 20 s lives a day in no time', async () => {
    const { sqs, client } = await prepared(options);
    const day = 86_400_000;
    let polls = 0;
    const consumer = async (): Promise<void> => {
      for (; sqs.clock.now() < day; polls++) await client.send(receive({ WaitTimeSeconds: 20 }));
    };
    await sqs.until(consumer());
    expect(polls).toBe(4320);
  });

  test('what fails at once fails where it is waited for', async () => {
    const { sqs, client } = await prepared(options);
    const failing = client.send(new PurgeQueueCommand({ QueueUrl: 'nowhere' }));
    await expect(sqs.until(failing)).rejects.toBeInstanceOf(QueueDoesNotExist);
  });

  test('programs that sleep meet in virtual time, to the millisecond', async () => {
    const { sqs, client } = await prepared(options);
    const seen: string[] = [];
    const producer = async (name: string, pause: number): Promise<void> => {
      for (let i = 0; i < 3; i++) {
        await sqs.sleep(pause);
        await client.send(send(`${name}${i}`));
      }
    };
    const consumer = async (): Promise<void> => {
      while (seen.length < 6) {
        const { Messages = [] } = await client.send(receive({ WaitTimeSeconds: 20 }));
        for (const { Body, ReceiptHandle } of Messages) {
          seen.push(`${Body} at ${Math.floor(sqs.clock.now() / 1000)}`);
          await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
        }
      }
    };
    await sqs.until(Promise.all([producer('a', 2000), producer('b', 5000), consumer()]));
    expect(seen).toEqual(['a0 at 2', 'a1 at 4', 'b0 at 5', 'a2 at 6', 'b1 at 10', 'b2 at 15']);
  });

  test('a poll that is given up is over for its client only (sqs:P10)', async () => {
    const { sqs, client } = await prepared(options);
    const gone = new AbortController();
    const poll = client.send(receive({ WaitTimeSeconds: 20 }), { abortSignal: gone.signal });
    poll.catch(() => {});
    await sqs.advance(1000);
    gone.abort();
    await expect(poll).rejects.toMatchObject({ name: 'AbortError' });
    await client.send(send('a'));
    expect((await client.send(receive())).Messages).toBeUndefined();
    await sqs.advance(30_000);
    expect((await client.send(receive())).Messages).toHaveLength(1);
  });

  test('polls that are open when it is closed are answered, and those that come later (sqs:RM2)', async () => {
    const { sqs, client } = await prepared(options);
    const poll = client.send(receive({ WaitTimeSeconds: 20 }));
    await sqs.advance(1000);
    await sqs.close();
    expect((await poll).Messages).toBeUndefined();
    expect((await client.send(receive({ WaitTimeSeconds: 20 }))).Messages).toBeUndefined();
    // nobody holds the clock
    const now = sqs.clock.now();
    await sqs.advance(1000);
    expect(sqs.clock.now()).toBe(now + 1000);
  });

  test('is alone with its account and region (sqs:D1)', async () => {
    const sqs = redrive();
    const places = [{}, { region: 'eu-west-3' }, { account: '123456789012' }];
    const clients = places.map((place) => sqs.client({ ...place, ...options }));
    const urls: string[] = [];
    const ids = new Set<string>();
    for (const client of clients) {
      const created = await client.send(new CreateQueueCommand({ QueueName: 'q' }));
      urls.push(created.QueueUrl!);
      const sent = await client.send(new SendMessageCommand({ QueueUrl: created.QueueUrl, MessageBody: 'a' }));
      ids.add(sent.MessageId!);
      expect(await client.send(new ListQueuesCommand({}))).toMatchObject({ QueueUrls: [created.QueueUrl] });
    }
    expect(urls).toEqual([
      QueueUrl,
      'https://sqs.eu-west-3.amazonaws.com/000000000000/q',
      'https://sqs.us-east-1.amazonaws.com/123456789012/q',
    ]);
    expect(ids.size).toBe(3);
    const { Attributes } = await clients[1]!.send(
      new GetQueueAttributesCommand({ QueueUrl: urls[1], AttributeNames: ['QueueArn'] }),
    );
    expect(Attributes).toEqual({ QueueArn: 'arn:aws:sqs:eu-west-3:000000000000:q' });
  });
});

describe('in-process', () => {
  test.each([false, true])(
    'no socket is opened, no name is looked up, no file of the SDK is read (fast: %s)',
    async (fast) => {
      const ways = [
        vi.spyOn(net.Socket.prototype, 'connect'),
        vi.spyOn(http, 'request'),
        vi.spyOn(https, 'request'),
        vi.spyOn(dns, 'lookup'),
        vi.spyOn(dns.promises, 'lookup'),
        vi.spyOn(fs.promises, 'readFile'),
      ];
      vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:1');
      vi.stubEnv('AWS_REGION', 'eu-west-1');
      vi.stubEnv('AWS_PROFILE', 'nobody');
      const { client } = await prepared({ fast });
      expect(await client.send(new ListQueuesCommand({}))).toMatchObject({ QueueUrls: [QueueUrl] });
      // a URL of somewhere else leads nowhere else (sqs:W3)
      const odd = QueueUrl.replace('sqs.us-east-1.amazonaws.com', 'queue.example:1');
      expect(await client.send(new SendMessageCommand({ QueueUrl: odd, MessageBody: 'a' }))).toHaveProperty(
        'MessageId',
      );
      await expect(client.send(new PurgeQueueCommand({ QueueUrl: 'http://queue.example:1/' }))).rejects.toThrow();
      vi.unstubAllEnvs();
      for (const way of ways) expect(way).not.toHaveBeenCalled();
    },
  );

  test('the SDK retries what broke on its way, and its middleware sees every attempt', async () => {
    const clock = new VirtualClock();
    const model = modelEndpoint(new Sqs(), clock);
    const troubles: Reply[] = [{ kind: 'unknown', why: 'lost' }, throttled];
    const desk: Desk = { call: (call) => troubles.pop() ?? model.call(call, () => 0) };
    const client = inProcessClient(new Handler(clock, () => desk), clock);
    const seen: string[] = [];
    client.middlewareStack.add(
      (next) => (args) => {
        seen.push(String(Buffer.from((args.request as { body: string }).body)));
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low' },
    );
    const created = await client.send(new CreateQueueCommand({ QueueName: 'q' }));
    expect(created).toMatchObject({ QueueUrl, $metadata: { attempts: 3 } });
    expect(seen).toEqual(Array(3).fill('{"QueueName":"q"}'));
  });

  test('the SDK finds a wrong digest of a body, unless it is told not to look (sqs:M25)', async () => {
    const clock = new VirtualClock();
    const output = { MessageId: 'i', MD5OfMessageBody: '0'.repeat(32), MD5OfMessageAttributes: '0'.repeat(32) };
    const desk: Desk = { call: () => ({ kind: 'ok', output }) };
    const clientWith = (options: ClientOptions) => inProcessClient(new Handler(clock, () => desk), clock, options);
    await expect(clientWith({}).send(send('a'))).rejects.toThrow('InvalidChecksumError');
    expect(await clientWith({ md5: false }).send(send('a'))).toMatchObject(output);
    // it does not look at the digest of attributes
    const MD5OfMessageBody = createHash('md5').update('a').digest('hex');
    output.MD5OfMessageBody = MD5OfMessageBody;
    expect(await clientWith({}).send(send('a'))).toMatchObject(output);
  });

  test('the same seed gives the same answers, liberties and all', async () => {
    const once = async (): Promise<unknown[]> => {
      const sqs = redrive({ seed: 'same', liberties: ['order', 'short', 'empty'] });
      const client = sqs.client();
      await client.send(new CreateQueueCommand({ QueueName: 'q' }));
      for (let i = 0; i < 10; i++) await client.send(send(`m${i}`));
      const answers = [];
      for (let i = 0; i < 10; i++) answers.push(await client.send(receive({ MaxNumberOfMessages: 10 })));
      return answers;
    };
    const [one, other] = [await once(), await once()];
    expect(other).toEqual(one);
    expect(one.some((answer) => (answer as { Messages?: unknown[] }).Messages === undefined)).toBe(true);
  });

  test('a bug can be planted', async () => {
    const sqs = redrive({ mutant: mutant('A-128')! });
    const client = sqs.client({ fast: true });
    await client.send(new CreateQueueCommand({ QueueName: 'q' }));
    await client.send(send('a'));
    const { Messages } = await client.send(receive());
    const { ReceiptHandle } = Messages![0]!;
    await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
    expect((await client.send(receive())).Messages).toHaveLength(1);
  });

  test('on the wall clock it plays along with fake timers', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
    const sqs = redrive({ clock: 'wall' });
    const client = sqs.client();
    await client.send(new CreateQueueCommand({ QueueName: 'q' }));
    let polls = 0;
    const consumer = (async () => {
      for (; polls < 10; polls++) await client.send(receive({ WaitTimeSeconds: 20 }));
    })();
    await vi.advanceTimersByTimeAsync(195_000);
    expect(polls).toBe(9);
    await vi.advanceTimersByTimeAsync(10_000);
    await consumer;
  });

  test('takes requests of anybody who has them as bytes', async () => {
    const sqs = redrive();
    const request = { method: 'GET', path: '/', headers: {}, body: new Uint8Array(), origin: 'http://sqs' };
    const { status, body } = await sqs.handle({ ...request, query: 'Action=CreateQueue&QueueName=q' });
    expect([status, body]).toEqual([200, expect.stringContaining('<QueueUrl>http://sqs/000000000000/q</QueueUrl>')]);
  });
});

/** Commands of many kinds, some of them refused, some of a form that the SDK itself refuses or sends all the same. */
const anyCommand: fc.Arbitrary<() => unknown> = fc.oneof(
  fc
    .record({
      MessageBody: fc.constantFrom('a', '', 'é\ud800', '\u0000'),
      DelaySeconds: fc.constantFrom(0, 901, undefined),
    })
    .map((given) => () => new SendMessageCommand({ QueueUrl, ...given } as never)),
  fc
    .constantFrom(new Uint8Array([1]), 'text', 7)
    .map((BinaryValue) => () => send('a', { MessageAttributes: { b: { DataType: 'Binary', BinaryValue } } })),
  fc.constantFrom('10', 10, 11, 0, null).map(
    (MaxNumberOfMessages) => () =>
      receive({
        MaxNumberOfMessages,
        MessageAttributeNames: ['All'],
        MessageSystemAttributeNames: ['All'],
      }),
  ),
  fc
    .array(fc.constantFrom('a', 'b', 'b.', ''), { maxLength: 3 })
    .map((ids) => () => new SendMessageBatchCommand({ QueueUrl, Entries: ids.map((Id) => ({ Id, MessageBody: Id })) })),
  fc
    .constantFrom('q/1/1', 'q/2/1', 'garbage')
    .map(
      (ReceiptHandle) => () => new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }),
    ),
  fc
    .constantFrom('q/1/1', 'q/2/1', 'garbage')
    .map((ReceiptHandle) => () => new DeleteMessageBatchCommand({ QueueUrl, Entries: [{ Id: 'a', ReceiptHandle }] })),
  fc
    .constantFrom({ VisibilityTimeout: '0' }, { VisibilityTimeout: 'x' }, {})
    .map((Attributes) => () => new SetQueueAttributesCommand({ QueueUrl, Attributes } as never)),
  fc
    .constantFrom(['All'], ['QueueArn', 'Policy'], ['Nothing'], undefined)
    .map((AttributeNames) => () => new GetQueueAttributesCommand({ QueueUrl, AttributeNames } as never)),
  fc.constantFrom({ k: 'v' }, {}, undefined).map((Tags) => () => new TagQueueCommand({ QueueUrl, Tags } as never)),
  fc.constant(() => new ListQueueTagsCommand({ QueueUrl })),
  fc.constant(() => new ListQueuesCommand({})),
  fc.constant(() => new PurgeQueueCommand({ QueueUrl: 'nowhere' })),
  fc.constant(() => new DeleteQueueCommand({} as never)),
);

/** What came of a command: its output, or what can be seen of its error. */
async function outcome(client: SQSClient, command: unknown): Promise<unknown> {
  try {
    return await client.send(command as never);
  } catch (error) {
    const { name, message, stack: _, $response: _response, ...rest } = error as Error & { $response?: unknown };
    return { class: (error as object).constructor, name, message, rest };
  }
}

test('the short way ends where the long way does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyCommand, { maxLength: 20 }), async (commands) => {
      const [slow, fast] = [await prepared(), await prepared({ fast: true })];
      for (const command of commands)
        expect(await outcome(fast.client, command())).toStrictEqual(await outcome(slow.client, command()));
      expect(fast.sqs.clock.now()).toBe(slow.sqs.clock.now());
    }),
    { numRuns: 40 },
  );
});
