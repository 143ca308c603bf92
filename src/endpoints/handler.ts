import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Call, Ok, Reply } from '../core/calls.js';
import type { Clock } from '../core/clock.js';
import type { Choose, Endpoint, Service } from '../core/endpoint.js';
import type { Setup } from '../core/schedule.js';
import { Handler } from '../serve/handler.js';
import { VirtualClock } from '../time/virtual.js';
import { changed } from '../wire/kinds.js';
import { operations } from '../wire/operations.js';
import { addressOf, home, urlOf } from '../wire/place.js';
import { clientOver, originOf } from './client.js';
import { modelEndpoint } from './model.js';
import { ask } from './sdk.js';

/** A service behind both borders of the wire, and the AWS SDK before them, all in this process. */
export function handlerEndpoint(service: Service, clock: Clock = new VirtualClock()): Endpoint {
  return new HandlerEndpoint(service, clock);
}

const origin = originOf(home.region);

class HandlerEndpoint implements Endpoint {
  readonly name = 'handler';
  readonly accuracy: Endpoint['accuracy'];
  readonly clock: Clock;
  readonly #model: Endpoint;
  readonly #client: SQSClient;

  constructor(service: Service, clock: Clock) {
    this.clock = clock;
    this.#model = modelEndpoint(service, clock);
    this.accuracy = this.#model.accuracy;
    const desk = { call: (call: Call, { choose }: { choose?: Choose }) => this.#model.call(call, choose ?? plain) };
    this.#client = clientOver(new Handler(clock, () => desk), clock, { maxAttempts: 1, md5: false });
  }

  open(setup: Setup): void | Promise<void> {
    return this.#model.open(setup);
  }

  /** Whoever gets the answer lets the clock go on. */
  async call(call: Call, choose: Choose): Promise<Reply> {
    this.clock.hold();
    const { reply } = await ask(this.#client, withUrls(call), { choose });
    return reply.kind === 'ok' ? withNames(call, reply) : reply;
  }

  close(): void | Promise<void> {
    this.#client.destroy();
    return this.#model.close();
  }
}

const plain: Choose = () => 0;

/** A call as a client asks it, with URLs for queues. */
export const withUrls = ({ call, input }: Call, at = origin): Call => {
  const queue = (name: string): string => (name === '' ? name : urlOf(at, home, name));
  return { call, input: changed(operations[call].input, input, { queue }) } as Call;
};

/** An answer as a history shows it, with names for queues. */
export const withNames = ({ call }: Call, { kind, output }: Ok): Ok => {
  const queue = (url: string): string => addressOf(url).name;
  return { kind, output: changed(operations[call].output, output, { queue }) as Ok['output'] };
};
