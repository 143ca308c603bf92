import type { Millis } from '../core/clock.js';

/** A call that was sent and got no answer. */
interface Unanswered {
  what: string;
  sent: Millis;
}

/** A server that answers nothing for so long, so many calls in a row, is given up. */
export const silenceMax = { calls: 3, lasts: 30_000 } as const;

/** Notices that a server has died or hangs: one call without an answer says little, all of them for long say it. */
export class Silence {
  readonly now: () => Millis;
  #first: Unanswered | undefined;
  #calls = 0;
  #heard = Number.NEGATIVE_INFINITY;
  #isOver = false;

  constructor(now: () => Millis) {
    this.now = now;
  }

  /** Where the server is given up: what was asked first of all that got no answer. It stays so. */
  get since(): string | undefined {
    return this.#isOver ? this.#first?.what : undefined;
  }

  /** Whether anybody was answered after that. */
  wasAnsweredAfter(at: Millis): boolean {
    return this.#heard > at;
  }

  answered(): void {
    this.#heard = this.now();
    if (this.#isOver) return;
    this.#first = undefined;
    this.#calls = 0;
  }

  /** Called when nobody waits for the answer any more. */
  unanswered(call: Unanswered): void {
    if (this.#isOver) return;
    if (this.#first === undefined || call.sent < this.#first.sent) this.#first = call;
    this.#calls++;
    this.#isOver = this.#calls >= silenceMax.calls && this.now() - this.#first.sent >= silenceMax.lasts;
  }
}
