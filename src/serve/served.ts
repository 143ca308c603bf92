import type { Clock, Millis } from '../core/clock.js';
import type { Endpoint } from '../core/endpoint.js';
import type { History } from '../core/history.js';
import { VirtualClock } from '../time/virtual.js';
import { nextTurn } from '../time/wall.js';
import type { WireRequest, WireResponse } from '../wire/http.js';
import { home, keyOf, type Place } from '../wire/place.js';
import { control } from './control.js';
import { type DeskOptions, SeededDesk } from './desk.js';
import { type broken, Handler } from './handler.js';
import { Places } from './places.js';

export type ServedOptions = Omit<DeskOptions, 'tick'>;

/** What a client can see of time. */
export interface ClockState {
  clock: 'virtual' | 'wall';
  /** Milliseconds since the beginning. */
  now: Millis;
  /** When the next long poll is answered; null if none waits, and in real time, where nobody can know. */
  next: Millis | null;
}

/** SQS as a server offers it: every region and account, and control over time. */
export class Served {
  readonly #clock: Clock;
  readonly #endpoint: (number: number) => Endpoint;
  readonly #options: ServedOptions;
  #places: Places<SeededDesk>;
  readonly #handler: Handler;

  /** `endpoint` makes a fresh endpoint on this clock for each region and account, whose number no other has. */
  constructor(clock: Clock, endpoint: (number: number) => Endpoint, options: ServedOptions) {
    this.#clock = clock;
    this.#endpoint = endpoint;
    this.#options = options;
    this.#places = this.#newPlaces();
    this.#handler = new Handler(clock, (place, call) => this.#places.deskOf(place, call));
  }

  /** Answers a request of any kind. */
  answer(request: WireRequest, from: string): WireResponse | typeof broken | Promise<WireResponse | typeof broken> {
    return control(this, request) ?? this.#handler.handle(request, { from });
  }

  get time(): ClockState {
    const virtual = this.#clock instanceof VirtualClock ? this.#clock : undefined;
    const next = virtual?.next() ?? Number.POSITIVE_INFINITY;
    return {
      clock: virtual === undefined ? 'wall' : 'virtual',
      now: this.#clock.now(),
      next: Number.isFinite(next) ? next : null,
    };
  }

  /** Moves virtual time, and lets whoever got an answer have it. */
  async advanceTo(at: Millis): Promise<void> {
    await this.#clock.until(at);
    await nextTurn();
  }

  /** Forgets all queues, messages and histories; time goes on. Polls that wait are answered. */
  async reset(): Promise<void> {
    const places = this.#places;
    this.#places = this.#newPlaces();
    this.#handler.dismiss();
    await places.close();
  }

  /** The history of a place, of the only one that there is unless said; undefined where none is kept. */
  history(place?: Place): History | undefined {
    const all = this.#asked();
    const wanted = place ?? (all.length === 1 ? all[0]!.place : home);
    return all.find((one) => keyOf(one.place) === keyOf(wanted))?.desk.history();
  }

  /** All histories that are kept, with their places. */
  histories(): { place: Place; history: History }[] {
    return this.#asked().flatMap(({ place, desk }) => {
      const history = desk.history();
      return history === undefined ? [] : [{ place, history }];
    });
  }

  /** The places that have been asked anything; that at home where none has. */
  #asked(): ReturnType<Places<SeededDesk>['all']> {
    if (this.#places.all().length === 0) this.#places.deskOf(home, { call: 'ListQueues' });
    return this.#places.all();
  }

  /** Answers the polls that wait, and those that still come. */
  async close(): Promise<void> {
    this.#handler.close();
    await this.#places.close();
  }

  #newPlaces(): Places<SeededDesk> {
    const tick = this.#clock instanceof VirtualClock ? 1 : 0;
    const { setup, record } = this.#options;
    return new Places(
      (number) => {
        const desk = new SeededDesk(this.#endpoint(number), { ...this.#options, tick });
        desk.open();
        return desk;
      },
      record || setup.queues.length > 0,
    );
  }
}
