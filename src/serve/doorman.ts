import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { inNextTurn } from '../time/wall.js';
import { requestMax } from '../wire/decode.js';
import type { WireRequest, WireResponse } from '../wire/http.js';
import { broken } from './handler.js';

type Answer = WireResponse | typeof broken;

/** Answers a request; `from` names the connection it came over. */
export type Answers = (request: WireRequest, from: string) => Answer | Promise<Answer>;

/** How many requests of one connection may wait for their answers: whoever sends on and on may never read one. */
const waitingMost = 64;

interface Connection {
  name: string;
  /** Requests whose answers have not been sent. */
  waiting: number;
}

/** Takes requests from sockets and puts answers on them. */
export class Doorman {
  readonly #answers: Answers;
  readonly #server: Server;
  readonly #url: string;
  readonly #defect: (error: unknown) => void;
  readonly #connections = new WeakMap<object, Connection>();
  #connected = 0;
  #ready: [ServerResponse, Answer][] = [];
  /** What the last client called this server, and what that comes to. */
  #host = '';
  #origin = '';

  constructor(answers: Answers, server: Server, url: string, defect: (error: unknown) => void) {
    this.#answers = answers;
    this.#server = server;
    this.#url = url;
    this.#defect = defect;
  }

  welcome(request: IncomingMessage, response: ServerResponse): void {
    const chunks: Buffer[] = [];
    let length = 0;
    const heard = (): void => this.#answer(request, response, chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks));
    const hear = (chunk: Buffer): void => {
      chunks.push(chunk);
      length += chunk.length;
      if (length <= requestMax) return;
      // the rest changes nothing: it is passed over, as long as a request may take
      request.off('data', hear).off('end', heard);
      heard();
    };
    request.on('data', hear).on('end', heard).on('error', nothing);
  }

  #answer(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
    const connection = this.#connectionOf(request);
    if (++connection.waiting > waitingMost) {
      response.shouldKeepAlive = false;
      this.#write(response, tooMany);
      return;
    }
    try {
      const answer = this.#answers(this.#toWire(request, body), connection.name);
      if (answer instanceof Promise) answer.then((late) => this.#write(response, late), this.#failing(response));
      else this.#write(response, answer);
    } catch (error) {
      this.#failing(response)(error);
    }
  }

  #toWire({ method = '', url = '/', headers }: IncomingMessage, body: Buffer): WireRequest {
    const mark = url.indexOf('?');
    const path = pathIn(mark < 0 ? url : url.slice(0, mark));
    const query = mark < 0 ? '' : url.slice(mark + 1);
    const origin = headers.host === undefined ? this.#url : this.#originOf(headers.host);
    return { method, path, query, headers: headers as WireRequest['headers'], body, origin };
  }

  #originOf(host: string): string {
    if (host !== this.#host) {
      this.#host = host;
      this.#origin = hostForm.test(host) ? `http://${host}` : this.#url;
    }
    return this.#origin;
  }

  #connectionOf({ socket }: IncomingMessage): Connection {
    let connection = this.#connections.get(socket);
    if (connection === undefined) {
      connection = { name: String(++this.#connected), waiting: 0 };
      this.#connections.set(socket, connection);
    }
    return connection;
  }

  /**
   * Answers go out together, once all requests that have come are answered: a client that is woken for each of them
   * costs more than the answer.
   */
  #write(response: ServerResponse, answer: Answer): void {
    if (this.#ready.push([response, answer]) === 1) inNextTurn(this.#sendReady);
  }

  readonly #sendReady = (): void => {
    const ready = this.#ready;
    this.#ready = [];
    for (const [response, answer] of ready) this.#send(response, answer);
  };

  #send(response: ServerResponse, answer: Answer): void {
    this.#connectionOf(response.req).waiting--;
    if (answer === broken) {
      response.destroy();
      return;
    }
    const { status, headers, body } = answer;
    // who is about to end keeps no connection
    if (!this.#server.listening) response.shouldKeepAlive = false;
    const fields: (string | number)[] = ['content-length', Buffer.byteLength(body)];
    for (const name of Object.keys(headers)) fields.push(name, headers[name]!);
    response.writeHead(status, fields as string[]).end(body);
  }

  #failing(response: ServerResponse): (error: unknown) => void {
    return (error) => {
      this.#defect(error);
      this.#write(response, plain(500, 'a defect of the server'));
    };
  }
}

/** A client that takes this server for a proxy sends the whole address. */
const pathIn = (target: string): string => (target.startsWith('/') ? target : target.replace(/^http:\/\/[^/]*/i, ''));

/** What may stand in a URL between its slashes: a client can send anything. */
const hostForm = /^(?:[a-z0-9._-]{1,255}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

const plain = (status: number, says: string): WireResponse => ({
  status,
  headers: { 'content-type': 'text/plain' },
  body: `${says}\n`,
});
const tooMany = plain(429, 'too many requests wait on this connection');

const nothing = (): void => {};
