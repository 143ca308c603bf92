import type { SQSClient } from '@aws-sdk/client-sqs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type InProcess, redrive } from '../../index.js';
import { arnOf, type CallName, callNames } from '../../src/core/calls.js';
import { commands } from '../../src/endpoints/sdk.js';
import { changed } from '../../src/wire/kinds.js';
import { operations } from '../../src/wire/operations.js';
import { home, urlOf } from '../../src/wire/place.js';
import { type AnyCall, anyCalls, filled, ofTasks } from '../model/any-calls.js';

/** The client of the SDK and that of the short way side by side, each with a service of its own. */

type Input = Record<string, unknown>;

/** As a program gives it to the SDK: queues by URL, binary values as bytes. */
const forSdk = (call: CallName, input: Input): Input =>
  changed(operations[call].input, input, {
    queue: (name: string) => urlOf('https://sqs.us-east-1.amazonaws.com', home, name),
    binary: (text: string) => new Uint8Array(Buffer.from(text, 'base64')),
  }) as Input;

/** What came of a command: its output, or what can be seen of its error. */
async function outcome(sqs: InProcess, client: SQSClient, call: CallName, input: Input): Promise<Input> {
  const sent = client.send(new commands[call](forSdk(call, input) as never) as never) as unknown as Promise<Input>;
  try {
    return await sqs.until(sent);
  } catch (error) {
    const { name, message, stack: _, $response, ...rest } = error as Error & { $response?: Input };
    const { statusCode, headers } = $response ?? {};
    return { class: (error as object).constructor, name, message, statusCode, headers, ...rest };
  }
}

class Pair {
  readonly #long = redrive({ seed: 'any' });
  readonly #short = redrive({ seed: 'any' });
  readonly #clients = [this.#long.client(), this.#short.client({ fast: true })] as const;
  readonly issued = new Map<string, string[]>();

  /** The one outcome of both. */
  async ask(call: CallName, input: Input): Promise<Input> {
    const long = await outcome(this.#long, this.#clients[0], call, input);
    const short = await outcome(this.#short, this.#clients[1], call, input);
    expect(short).toStrictEqual(long);
    expect(this.#short.clock.now()).toBe(this.#long.clock.now());
    this.#note(input, long);
    return long;
  }

  async prepare(): Promise<this> {
    for (const QueueName of ['q', 'p', 'r']) await this.ask('CreateQueue', { QueueName });
    for (const QueueName of ['f.fifo', 'g.fifo'])
      await this.ask('CreateQueue', { QueueName, Attributes: { FifoQueue: 'true' } });
    const RedrivePolicy = `{"deadLetterTargetArn":"${arnOf('p')}","maxReceiveCount":2}`;
    await this.ask('SetQueueAttributes', { QueueUrl: 'q', Attributes: { RedrivePolicy } });
    return this;
  }

  async run(calls: readonly AnyCall[]): Promise<void> {
    for (const each of calls) {
      for (const sqs of [this.#long, this.#short]) await sqs.advance(each.gap);
      const { call, input } = filled(each, this.issued);
      await this.ask(call, input as Input);
    }
  }

  #note({ QueueUrl }: Input, { Messages, TaskHandle }: Input): void {
    for (const { ReceiptHandle } of (Messages ?? []) as { ReceiptHandle: string }[])
      this.#keep(String(QueueUrl), ReceiptHandle);
    if (typeof TaskHandle === 'string') this.#keep(ofTasks, TaskHandle);
  }

  #keep(where: string, handle: string): void {
    this.issued.set(where, [...(this.issued.get(where) ?? []), handle]);
  }
}

const QueueUrl = 'q';
const SourceArn = arnOf('p');
const Entries = [{ Id: 'a', MessageBody: 'b', ReceiptHandle: '#0', VisibilityTimeout: 1 }];
const MessageAttributes = { a: { DataType: 'Binary', BinaryValue: 'AP8=' } };
const MessageSystemAttributes = { AWSTraceHeader: { DataType: 'String', StringValue: 'x' } };

/** What each call is granted, and what it is refused. `#0` is a handle that was issued. */
const inputs: Record<CallName, [granted: Input, refused: Input]> = {
  CreateQueue: [
    { QueueName: 'n', Attributes: { DelaySeconds: '1' }, tags: { toString: 'v' } },
    { QueueName: 'no name' },
  ],
  DeleteQueue: [{ QueueUrl }, { QueueUrl: 'nobody' }],
  GetQueueUrl: [{ QueueName: 'q' }, { QueueName: 'nobody' }],
  ListQueues: [{ QueueNamePrefix: 'q', MaxResults: 1 }, { MaxResults: 0 }],
  GetQueueAttributes: [
    { QueueUrl, AttributeNames: ['All'] },
    { QueueUrl, AttributeNames: ['Nothing'] },
  ],
  SetQueueAttributes: [
    { QueueUrl, Attributes: { DelaySeconds: '1' } },
    { QueueUrl, Attributes: { DelaySeconds: 'x' } },
  ],
  SendMessage: [
    { QueueUrl, MessageBody: 'é', MessageAttributes, MessageSystemAttributes },
    { QueueUrl, MessageBody: '' },
  ],
  SendMessageBatch: [
    {
      QueueUrl,
      Entries: [
        { ...Entries[0], MessageAttributes, MessageSystemAttributes },
        { Id: 'b', MessageBody: '' },
      ],
    },
    { QueueUrl, Entries: [...Entries, ...Entries] },
  ],
  ReceiveMessage: [
    { QueueUrl: 'r', MaxNumberOfMessages: 10, MessageAttributeNames: ['All'], MessageSystemAttributeNames: ['All'] },
    { QueueUrl, MaxNumberOfMessages: 11 },
  ],
  DeleteMessage: [
    { QueueUrl, ReceiptHandle: '#0' },
    { QueueUrl, ReceiptHandle: 'none' },
  ],
  DeleteMessageBatch: [
    { QueueUrl, Entries: [...Entries, { Id: 'b', ReceiptHandle: 'none' }] },
    { QueueUrl, Entries: [] },
  ],
  ChangeMessageVisibility: [
    { QueueUrl, ReceiptHandle: '#0', VisibilityTimeout: 0 },
    { QueueUrl, ReceiptHandle: '#0', VisibilityTimeout: 43_201 },
  ],
  ChangeMessageVisibilityBatch: [
    { QueueUrl, Entries: [...Entries, { Id: 'b', ReceiptHandle: 'none', VisibilityTimeout: 0 }] },
    { QueueUrl, Entries: [{ ...Entries[0], Id: 'no id' }] },
  ],
  PurgeQueue: [{ QueueUrl }, { QueueUrl: 'nobody' }],
  TagQueue: [
    { QueueUrl, Tags: { constructor: 'v' } },
    { QueueUrl, Tags: { 'aws:a': 'v' } },
  ],
  UntagQueue: [
    { QueueUrl, TagKeys: ['constructor'] },
    { QueueUrl: 'nobody', TagKeys: ['a'] },
  ],
  ListQueueTags: [{ QueueUrl }, { QueueUrl: 'nobody' }],
  AddPermission: [
    { QueueUrl, Label: 'l', AWSAccountIds: ['111111111111'], Actions: ['SendMessage'] },
    { QueueUrl, Label: 'l', AWSAccountIds: ['111111111111'], Actions: [] },
  ],
  RemovePermission: [
    { QueueUrl, Label: 'given' },
    { QueueUrl, Label: 'none' },
  ],
  ListDeadLetterSourceQueues: [{ QueueUrl: 'p' }, { QueueUrl: 'p', MaxResults: 0 }],
  StartMessageMoveTask: [{ SourceArn }, { SourceArn: arnOf('r') }],
  ListMessageMoveTasks: [{ SourceArn, MaxResults: 10 }, { SourceArn: 'none' }],
  CancelMessageMoveTask: [{ TaskHandle: '#0' }, { TaskHandle: 'none' }],
};

/** Calls before, that make what is granted possible. */
const before: Partial<Record<CallName, readonly [CallName, Input][]>> = {
  RemovePermission: [['AddPermission', { ...inputs.AddPermission[0], Label: 'given' }]],
  CancelMessageMoveTask: [
    ['SendMessage', { QueueUrl: 'p', MessageBody: 'a' }],
    ['SendMessage', { QueueUrl: 'p', MessageBody: 'b' }],
    ['StartMessageMoveTask', { SourceArn, DestinationArn: arnOf('r'), MaxNumberOfMessagesPerSecond: 1 }],
  ],
};

describe('the short way ends where the long way does', () => {
  test.each(callNames)('%s, granted and refused', async (call) => {
    const pair = await new Pair().prepare();
    await pair.ask('SendMessage', { QueueUrl, MessageBody: 'first' });
    await pair.ask('SendMessage', { ...inputs.SendMessage[0], QueueUrl: 'r' });
    await pair.ask('ReceiveMessage', { QueueUrl });
    for (const [name, input] of before[call] ?? []) await pair.ask(name, input);
    const [granted, refused] = inputs[call].map((input) => filled({ gap: 0, call, input }, pair.issued).input as Input);
    expect(await pair.ask(call, refused!)).toMatchObject({ statusCode: expect.any(Number) });
    expect(await pair.ask(call, granted!)).toMatchObject({ $metadata: { httpStatusCode: 200, attempts: 1 } });
  });

  test('whatever is asked, in any order', async () => {
    await fc.assert(
      fc.asyncProperty(anyCalls, async (calls) => (await new Pair().prepare()).run(calls)),
      { numRuns: 10 },
    );
  });
});
