// The lab in virtual time: the calls of the Python programs, made by the AWS SDK with Redrive in its request handler.
// virtual [TERMINAL…] opens these terminals, all four unless said, and prints what the fifth one sees, 40 samples.
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type QueueAttributeName,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { redrive } from 'redrive';

const samples = 40;
const sqs = redrive({ seed: 'lab', clock: 'virtual' });
const client = sqs.client();
const seconds = (count: number): Promise<void> => sqs.sleep(1000 * count);
const text = (StringValue: string) => ({ DataType: 'String', StringValue });

const Attributes = { DelaySeconds: '5', MessageRetentionPeriod: '86400' };
const { QueueUrl } = await client.send(new CreateQueueCommand({ QueueName: 'mynewq', Attributes }));

async function produce(name: string, DelaySeconds: number): Promise<void> {
  const MessageAttributes = { JobType: text('NewDonor'), Producer: text(name) };
  for (let donor = 0; ; donor++) {
    const MessageBody = JSON.stringify({ donor: `${name} ${donor}` });
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody, DelaySeconds, MessageAttributes }));
    await seconds(1);
  }
}

/** Ends on an empty answer, as the Python programs do. */
async function consume(VisibilityTimeout: number, work: number): Promise<void> {
  const next = {
    QueueUrl,
    MessageAttributeNames: ['All'],
    MaxNumberOfMessages: 1,
    VisibilityTimeout,
    WaitTimeSeconds: 10,
  };
  for (let count = 0; count < 10_000; count++) {
    const [message] = (await client.send(new ReceiveMessageCommand(next))).Messages ?? [];
    if (message === undefined) return;
    await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }));
    await seconds(work);
  }
}

const counters: QueueAttributeName[] = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
];

function show(...cells: (string | number)[]): void {
  const [t, visible, notVisible, delayed] = cells.map(String);
  console.log(`${t!.padStart(4)} ${visible!.padStart(9)} ${notVisible!.padStart(12)} ${delayed!.padStart(8)}`);
}

async function status(): Promise<void> {
  show('t', 'visible', 'not visible', 'delayed');
  for (let t = 1; t <= samples; t++) {
    await seconds(1);
    const counted = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: counters }));
    show(t, ...counters.map((counter) => counted.Attributes![counter]!));
  }
}

const terminals: Record<string, () => Promise<void>> = {
  slow_producer: () => produce('Slow', 10),
  fast_producer: () => produce('Fast', 2),
  slow_consumer: () => consume(20, 8),
  fast_consumer: () => consume(5, 2),
};
const open = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(terminals);
const unknown = open.find((name) => !Object.hasOwn(terminals, name));
if (unknown !== undefined) {
  console.error(`There is no terminal ${unknown}; there are ${Object.keys(terminals).join(', ')}.`);
  process.exit(2);
}
for (const name of open) terminals[name]!();
// calls take a millisecond or two, and in each second the monitor looks last
await sqs.advance(100);
await sqs.until(status());
