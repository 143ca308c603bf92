import { createHash } from 'node:crypto';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { redrive } from '../index.js';
import { type Figure, measure, rounded } from './measure.js';

// as bin/main.ts does
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

const QueueUrl = 'https://sqs.us-east-1.amazonaws.com/000000000000/q1';
const MessageBody = 'x'.repeat(100);
const MD5OfBody = createHash('md5').update(MessageBody).digest('hex');
const MessageId = '00000000-0000-4000-8000-000000000000';
const received = { Messages: [{ Body: MessageBody, MD5OfBody, MessageId, ReceiptHandle: 'h'.repeat(60) }] };

/** Send, receive, delete in turn. */
async function round(client: SQSClient): Promise<void> {
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody }));
  const { Messages } = await client.send(new ReceiveMessageCommand({ QueueUrl }));
  await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: Messages![0]!.ReceiptHandle! }));
}

const calls = (name: string, rounds: number, make: () => SQSClient | Promise<SQSClient>): Figure => ({
  name: `SDK in process: ${name}`,
  unit: 'calls',
  async prepare() {
    const client = await make();
    return async () => {
      for (let k = 0; k < rounds; k++) await round(client);
      return 3 * rounds;
    };
  },
});

async function overRedrive(fast: boolean): Promise<SQSClient> {
  const client = redrive({ clock: 'wall' }).client({ fast });
  await client.send(new CreateQueueCommand({ QueueName: 'q1' }));
  return client;
}

/** What the SDK itself costs: its request handler has every answer ready. */
function overCannedReplies(): SQSClient {
  const bodies: Readonly<Record<string, object>> = {
    SendMessage: { MD5OfMessageBody: MD5OfBody, MessageId },
    ReceiveMessage: received,
    DeleteMessage: {},
  };
  const ready = new Map(
    Object.entries(bodies).map(([call, body]) => [`AmazonSQS.${call}`, Buffer.from(JSON.stringify(body))]),
  );
  const headers = { 'content-type': 'application/x-amz-json-1.0' };
  return new SQSClient({
    region: 'us-east-1',
    endpoint: 'https://sqs.us-east-1.amazonaws.com',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
    requestHandler: {
      handle: async (request: { headers: Record<string, string> }) => ({
        response: { statusCode: 200, headers, body: ready.get(request.headers['x-amz-target']!) },
      }),
    } as never,
  });
}

/** What calling costs: no SDK, no service. */
const sendReplaced = (): SQSClient => Object.assign(overCannedReplies(), { send: async () => received });

const day = 86_400;

/** Virtual time: a consumer that asks with a wait of 20 s, again and again, and gets nothing. */
const idleConsumer: Figure = {
  name: 'idle consumer, long polls of 20 s through the SDK in process',
  unit: 'virtual seconds',
  prepare: () => async () => {
    const sqs = redrive();
    const client = sqs.client();
    await client.send(new CreateQueueCommand({ QueueName: 'q1' }));
    let polls = 0;
    const consume = async (): Promise<void> => {
      for (; ; polls++) await client.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }));
    };
    consume().catch(console.error);
    await sqs.advance(day * 1000);
    if (polls < day / 20 - 10) throw new Error(`only ${polls} polls in a day`);
    return day;
  },
};

const figures = [
  calls('redrive', 300, () => overRedrive(false)),
  calls('a canned reply', 300, overCannedReplies),
  calls('redrive, fast', 20_000, () => overRedrive(true)),
  calls('send replaced by a constant', 20_000, sendReplaced),
  idleConsumer,
];

/** Programs that use the AWS SDK in this process. */
export async function lines(repeats: number): Promise<object[]> {
  const measured = await measure(figures, repeats);
  const [slow, canned, fast, constant, idle] = measured.map(({ perSecond }) => perSecond) as number[];
  return [
    ...measured,
    {
      figure: 'SDK in process: ratios',
      'redrive/canned': rounded(slow! / canned!),
      'fast/constant': rounded(fast! / constant!),
    },
    { figure: 'a day of an idle consumer', realSeconds: rounded(day / idle!), aim: 10 },
  ];
}
