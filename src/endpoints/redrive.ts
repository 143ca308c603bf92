import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Clock, Millis } from '../core/clock.js';
import type { Service } from '../core/endpoint.js';
import type { Liberty } from '../core/schedule.js';
import { plainDesk, SeededDesk } from '../serve/desk.js';
import { broken, Handler } from '../serve/handler.js';
import { Places } from '../serve/places.js';
import { VirtualClock } from '../time/virtual.js';
import { nextTurn, wallClock } from '../time/wall.js';
import type { WireRequest, WireResponse } from '../wire/http.js';
import { type ClientOptions, inProcessClient, releaseSoon } from './client.js';
import { fastClient } from './fast.js';
import { modelEndpoint } from './model.js';

export interface InProcessOptions {
  /** Fixes how the open decisions of the contract are answered. */
  seed?: string;
  /** Time that only moves when it is asked to (unless said), real time, or a clock of your own. */
  clock?: 'virtual' | 'wall' | Clock;
  /** The freedoms of the contract that the service takes: none unless said. */
  liberties?: readonly Liberty[];
}

/** SQS in this process, for programs that use the AWS SDK. Nothing leaves the process, and nothing is looked up. */
export class InProcess {
  readonly clock: Clock;
  readonly #handler: Handler;
  readonly #places: Places<SeededDesk>;

  /** `service` makes the service of a region and account, whose number no other has. */
  constructor(service: (number: number) => Service, clock: Clock, options: Omit<InProcessOptions, 'clock'> = {}) {
    const { seed = 'redrive', liberties = [] } = options;
    this.clock = clock;
    const tick = clock instanceof VirtualClock ? 1 : 0;
    this.#places = new Places((number) => {
      const endpoint = modelEndpoint(service(number), clock);
      return new SeededDesk(endpoint, { ...plainDesk, seed, liberties, tick });
    });
    this.#handler = new Handler(clock, (place, call) => this.#places.deskOf(place, call));
  }

  /** An SQSClient of the AWS SDK; with `fast`, one that leaves out serialisation, signing and parsing. */
  client(options: ClientOptions & { fast?: boolean } = {}): SQSClient {
    return (options.fast === true ? fastClient : inProcessClient)(this.#handler, this.clock, options);
  }

  /** Answers one HTTP request of any SQS client. @throws Error where the connection would have broken */
  async handle(request: WireRequest): Promise<WireResponse> {
    const answer = await this.#handler.handle(request);
    if (answer === broken) throw new Error('socket hang up');
    return answer;
  }

  /** Lets time pass, and everybody who waits for it go on. */
  async advance(ms: Millis): Promise<void> {
    await nextTurn();
    await this.clock.until(this.clock.now() + ms);
    await nextTurn();
  }

  /** Lets time pass until the work is done. */
  async until<T>(work: Promise<T>): Promise<T> {
    // if it fails at once, nobody has looked yet, and Node would end the process
    work.catch(() => {});
    await nextTurn();
    await this.clock.until(work);
    return work;
  }

  /** Sleeps in the time of this clock. */
  sleep(ms: Millis): Promise<void> {
    return new Promise((resolve) => {
      this.clock.alarm(this.clock.now() + ms, () => {
        this.clock.hold();
        resolve();
        releaseSoon(this.clock);
      });
    });
  }

  /** Answers the polls that wait, and those that still come. */
  async close(): Promise<void> {
    this.#handler.close();
    await this.#places.close();
  }
}

/** The clock that the options name. */
export function clockOf(clock: InProcessOptions['clock'] = 'virtual'): Clock {
  if (typeof clock !== 'string') return clock;
  return clock === 'wall' ? wallClock() : new VirtualClock();
}
