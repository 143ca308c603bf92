import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A keep-alive connection that asks one thing at a time: as little of HTTP as it takes, so that servers are measured. */
class Connection {
  readonly #socket: Socket;
  #heard = '';
  #answered: ((body: string) => void) | undefined;

  constructor(port: number) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true }).setEncoding('latin1');
    this.#socket.on('data', (chunk) => this.#hear(String(chunk))).on('close', () => this.#lost());
  }

  async open(): Promise<this> {
    await once(this.#socket, 'connect');
    return this;
  }

  ask(call: string, input: string): Promise<string> {
    this.#socket.write(
      `POST / HTTP/1.1\r\nhost: 127.0.0.1:${this.#socket.remotePort}\r\ncontent-type: application/x-amz-json-1.0\r\nx-amz-target: AmazonSQS.${call}\r\ncontent-length: ${input.length}\r\n\r\n${input}`,
      'latin1',
    );
    return new Promise((resolve) => {
      this.#answered = resolve;
    });
  }

  close(): void {
    this.#socket.removeAllListeners('close').destroy();
  }

  #lost(): void {
    throw new Error('the server closed a connection');
  }

  #hear(chunk: string): void {
    this.#heard += chunk;
    const blank = this.#heard.indexOf('\r\n\r\n');
    if (blank < 0) return;
    const from = blank + 4;
    const to = from + lengthIn(this.#heard.slice(0, from));
    if (this.#heard.length < to) return;
    const body = this.#heard.slice(from, to);
    if (!this.#heard.startsWith('HTTP/1.1 200')) throw new Error(`refused: ${this.#heard}`);
    this.#heard = '';
    this.#answered!(body);
  }
}

function lengthIn(head: string): number {
  const [, length] = /\r\ncontent-length: (\d+)\r\n/i.exec(head) ?? [];
  if (length === undefined) throw new Error(`an answer without a length: ${head}`);
  return Number(length);
}

/** A client with so many connections, that is so many requests in flight. */
export class Client {
  readonly #connections: readonly Connection[];

  private constructor(connections: readonly Connection[]) {
    this.#connections = connections;
  }

  static async connect(port: number, inFlight: number): Promise<Client> {
    const connections = Array.from({ length: inFlight }, () => new Connection(port).open());
    return new Client(await Promise.all(connections));
  }

  ask(call: string, input: object): Promise<string> {
    return this.#connections[0]!.ask(call, JSON.stringify(input));
  }

  /** Asks `count` times; `inputOf` the k-th is asked for when it goes out, and `hear` gets every answer. */
  async askAll(call: string, count: number, inputOf: (k: number) => string, hear = nothing): Promise<void> {
    let asked = 0;
    const work = async (connection: Connection): Promise<void> => {
      while (asked < count) hear(await connection.ask(call, inputOf(asked++)));
    };
    await Promise.all(this.#connections.map(work));
  }

  close(): void {
    for (const connection of this.#connections) connection.close();
  }
}

const nothing = (_body: string): void => {};
