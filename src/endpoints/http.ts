import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Call, Reply } from '../core/calls.js';
import type { Clock } from '../core/clock.js';
import type { Choose, Endpoint, Service } from '../core/endpoint.js';
import type { Setup } from '../core/schedule.js';
import { type Asking, type Desk, Handler } from '../serve/handler.js';
import { type Listening, listen } from '../serve/server.js';
import { VirtualClock } from '../time/virtual.js';
import type { WireRequest } from '../wire/http.js';
import { home } from '../wire/place.js';
import { parking } from './client.js';
import { withNames, withUrls } from './handler.js';
import { modelEndpoint } from './model.js';
import { ask, sdkClient } from './sdk.js';

/** A service behind a socket of this machine, and the AWS SDK before it. */
export function httpEndpoint(service: Service, clock: Clock = new VirtualClock()): Endpoint {
  return new HttpEndpoint(service, clock);
}

/** Names the call that a request belongs to. */
const opHeader = 'x-redrive-op';
const sockets = 64;
const signer = { region: home.region, credentials: { accessKeyId: 'redrive', secretAccessKey: 'none' } };

class HttpEndpoint implements Endpoint {
  readonly name = 'http';
  readonly accuracy: Endpoint['accuracy'];
  readonly clock: Clock;
  readonly #model: Endpoint;
  readonly #handler: Handler;
  /** What came with the calls whose requests are on their way. */
  readonly #asking = new Map<string, Asking>();
  #calls = 0;
  #listening: Listening | undefined;
  #client: SQSClient | undefined;

  constructor(service: Service, clock: Clock) {
    this.clock = clock;
    this.#model = modelEndpoint(service, clock);
    this.accuracy = this.#model.accuracy;
    const desk: Desk = { call: (call, { choose }) => this.#model.call(call, choose!) };
    this.#handler = new Handler(clock, () => desk);
  }

  async open(setup: Setup): Promise<void> {
    await this.#model.open(setup);
    this.#listening = await listen((request) => this.#handle(request), '127.0.0.1', 0, rethrow);
    this.#client = naming(sdkClient(this.#listening.url, sockets, signer));
  }

  /** Whoever gets the answer lets the clock go on. */
  async call(call: Call, choose: Choose): Promise<Reply> {
    this.clock.hold();
    const op = String(this.#calls++);
    this.#asking.set(op, parking(this.clock, { choose }));
    const { reply } = await ask(this.#client!, withUrls(call, this.#listening!.url), { op });
    return reply.kind === 'ok' ? withNames(call, reply) : reply;
  }

  async close(): Promise<void> {
    this.#handler.dismiss();
    await this.#listening?.close();
    await this.#model.close();
  }

  #handle(request: WireRequest): ReturnType<Handler['handle']> {
    const op = request.headers[opHeader]!;
    const asking = this.#asking.get(op)!;
    this.#asking.delete(op);
    return this.#handler.handle(request, asking);
  }
}

/** A client whose requests say which call they belong to. */
function naming(client: SQSClient): SQSClient {
  const { requestHandler } = client.config;
  const handle: typeof requestHandler.handle = (request, options) => {
    request.headers[opHeader] = (options as { op?: string }).op!;
    return requestHandler.handle(request, options);
  };
  client.config.requestHandler = Object.assign(Object.create(requestHandler), { handle });
  return client;
}

const rethrow = (error: unknown): never => {
  throw error;
};
