import type { Call } from '../core/calls.js';
import { keyOf, type Place } from '../wire/place.js';
import type { Desk } from './handler.js';

export interface OpenDesk extends Desk {
  close(): void | Promise<void>;
}

/** The desks of regions and accounts: they share nothing (sqs:D1). */
export class Places<T extends OpenDesk> {
  readonly #open: (number: number) => T;
  readonly #keepsAll: boolean;
  readonly #desks = new Map<string, { place: Place; desk: T }>();
  /** The one asked for last, who is likely to be asked for again. */
  #last: { place: Place; desk: T } | undefined;

  /** `open` makes the desk of a place, whose number no other has. With `keepsAll` a place begins with its first call. */
  constructor(open: (number: number) => T, keepsAll = false) {
    this.#open = open;
    this.#keepsAll = keepsAll;
  }

  /** Else a place begins with the first queue that somebody wants there: before, there is nothing to remember. */
  deskOf(place: Place, { call }: Pick<Call, 'call'>): T {
    if (this.#last?.place === place) return this.#last.desk;
    const key = keyOf(place);
    this.#last = this.#desks.get(key);
    if (this.#last !== undefined) return this.#last.desk;
    const desk = this.#open(this.#desks.size);
    if (this.#keepsAll || call === 'CreateQueue') this.#desks.set(key, { place, desk });
    return desk;
  }

  all(): readonly { place: Place; desk: T }[] {
    return [...this.#desks.values()];
  }

  async close(): Promise<void> {
    await Promise.all(this.all().map(({ desk }) => desk.close()));
  }
}
