import type { Draw } from '../chance/seed.js';
import type { Call, Reply } from '../core/calls.js';
import type { Clock, Millis } from '../core/clock.js';
import type { Accuracy, Choose, Endpoint } from '../core/endpoint.js';
import type { Setup } from '../core/schedule.js';

/**
 * The endpoint behind a network: every request and every reply is under way for up to `most` milliseconds, so that calls
 * of different actors overtake each other. For endpoints on a virtual clock.
 */
export const withLatency = (endpoint: Endpoint, most: Millis, draw: Draw): Endpoint =>
  new LatentEndpoint(endpoint, most, draw);

class LatentEndpoint implements Endpoint {
  readonly name: string;
  readonly clock: Clock;
  readonly accuracy: Accuracy;
  readonly #endpoint: Endpoint;
  readonly #most: Millis;
  readonly #draw: Draw;

  constructor(endpoint: Endpoint, most: Millis, draw: Draw) {
    this.name = endpoint.name;
    this.clock = endpoint.clock;
    this.accuracy = { ...endpoint.accuracy, network: 2 * most };
    this.#endpoint = endpoint;
    this.#most = most;
    this.#draw = draw;
  }

  open(setup: Setup): void | Promise<void> {
    return this.#endpoint.open(setup);
  }

  call(call: Call, choose: Choose): Promise<Reply> {
    return new Promise((resolve) => {
      this.#later(() => {
        const reply = this.#endpoint.call(call, choose);
        if (!(reply instanceof Promise)) return this.#send(reply, resolve);
        reply.then((answer) => {
          this.#send(answer, resolve);
          // the endpoint holds the clock for every answer that it gives later
          this.clock.release();
        });
      });
    });
  }

  close(): void | Promise<void> {
    return this.#endpoint.close();
  }

  #send(reply: Reply, resolve: (reply: Reply) => void): void {
    this.#later(() => {
      this.clock.hold();
      resolve(reply);
    });
  }

  #later(then: () => void): void {
    this.clock.alarm(this.clock.now() + this.#draw(this.#most + 1), then);
  }
}
