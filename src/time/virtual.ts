import type { Clock, Millis } from '../core/clock.js';
import { Heap } from '../core/heap.js';

interface Alarm {
  ring: () => void;
  live: boolean;
}

/** Time that moves only while somebody sleeps and nobody holds it, straight to the next thing that happens. Starts at 0. */
export class VirtualClock implements Clock {
  #now: Millis = 0;
  #held = 0;
  #sleepers: (() => void)[] = [];
  readonly #alarms = new Heap<Alarm>();

  now(): Millis {
    return this.#now;
  }

  until(at: Millis | Promise<unknown>): Promise<void> | undefined {
    if (typeof at !== 'number') return this.#untilSettled(at);
    if (this.#held > 0 || this.#nextAlarm() <= at) return this.#untilTime(at);
    if (at > this.#now) this.#now = at;
    return undefined;
  }

  alarm(at: Millis, ring: () => void): () => void {
    const alarm = { ring, live: true };
    this.#alarms.push(Math.max(at, this.#now), alarm);
    return () => {
      alarm.live = false;
    };
  }

  hold(): void {
    this.#held++;
  }

  release(): void {
    if (--this.#held > 0) return;
    const sleepers = this.#sleepers;
    this.#sleepers = [];
    for (const wake of sleepers) wake();
  }

  /** When the next alarm rings; Infinity if none is set. */
  next(): Millis {
    return this.#nextAlarm();
  }

  async #untilTime(at: Millis): Promise<void> {
    for (;;) {
      do await this.#unheld();
      while (this.#held > 0);
      if (this.#nextAlarm() > at) break;
      this.#ringNext();
    }
    if (at > this.#now) this.#now = at;
  }

  async #untilSettled(promise: Promise<unknown>): Promise<void> {
    let settled = false;
    const mark = (): void => {
      settled = true;
    };
    promise.then(mark, mark);
    for (;;) {
      do await this.#unheld();
      while (this.#held > 0);
      if (settled) return;
      // with no alarm set, only the promise itself can go on
      if (this.#nextAlarm() === Number.POSITIVE_INFINITY) await promise.then(mark, mark);
      else this.#ringNext();
    }
  }

  #unheld(): Promise<void> | undefined {
    if (this.#held === 0) return undefined;
    return new Promise((resolve) => this.#sleepers.push(resolve));
  }

  #nextAlarm(): Millis {
    while (this.#alarms.peek()?.live === false) this.#alarms.pop();
    return this.#alarms.next;
  }

  #ringNext(): void {
    this.#now = this.#alarms.next;
    const alarm = this.#alarms.pop()!;
    alarm.live = false;
    alarm.ring();
  }
}
