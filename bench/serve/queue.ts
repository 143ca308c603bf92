import type { Client } from './client.js';

let made = 0;
const body = 'x'.repeat(100);

/** A fresh queue on a server, and the traffic on it. */
export class Queue {
  readonly #client: Client;
  readonly #url: string;
  /** Of what has been received and not deleted. */
  readonly #handles: string[] = [];

  private constructor(client: Client, url: string) {
    this.#client = client;
    this.#url = url;
  }

  static async create(client: Client): Promise<Queue> {
    const answer = await client.ask('CreateQueue', { QueueName: `bench-${made++}` });
    return new Queue(client, (JSON.parse(answer) as { QueueUrl: string }).QueueUrl);
  }

  /** Messages of 100 bytes. */
  send(count: number): Promise<void> {
    const input = JSON.stringify({ QueueUrl: this.#url, MessageBody: body });
    return this.#client.askAll('SendMessage', count, () => input);
  }

  /** One message each time. @throws Error if there is none */
  receive(count: number): Promise<void> {
    const input = JSON.stringify({ QueueUrl: this.#url });
    return this.#client.askAll(
      'ReceiveMessage',
      count,
      () => input,
      (answer) => this.#handles.push(handleIn(answer)),
    );
  }

  delete(count: number): Promise<void> {
    const inputOf = (): string => JSON.stringify({ QueueUrl: this.#url, ReceiptHandle: this.#handles.pop() });
    return this.#client.askAll('DeleteMessage', count, inputOf);
  }

  async discard(): Promise<void> {
    await this.#client.ask('DeleteQueue', { QueueUrl: this.#url });
  }
}

function handleIn(answer: string): string {
  const [, handle] = /"ReceiptHandle":"([^"]+)"/.exec(answer) ?? [];
  if (handle === undefined) throw new Error(`a receive without a message: ${answer}`);
  return handle;
}
