import type { Millis } from '../../src/core/clock.js';
import { Heap } from '../../src/core/heap.js';

/** What is remembered under a key since an instant. */
export interface Kept {
  readonly key: string;
  at: Millis;
}

/** Values by key that can be forgotten from the oldest on. */
export class Memory<V extends Kept> {
  readonly #values = new Map<string, V>();
  /** An entry counts only while its value is the one under its key. */
  readonly #byAge = new Heap<V>();

  get size(): number {
    return this.#values.size;
  }

  get(key: string): V | undefined {
    return this.#values.get(key);
  }

  keep(value: V): void {
    this.#values.set(value.key, value);
    this.#byAge.push(value.at, value);
  }

  delete(key: string): void {
    this.#values.delete(key);
  }

  clear(): void {
    this.#values.clear();
    this.#byAge.compact(() => false);
  }

  /** Forgets the oldest value, and again, as long as `over` says so of it. */
  prune(over: (oldest: V) => boolean): void {
    for (;;) {
      const oldest = this.#byAge.peek();
      if (oldest === undefined) return;
      const counts = this.#values.get(oldest.key) === oldest;
      if (counts && !over(oldest)) return;
      this.#byAge.pop();
      if (counts) this.#values.delete(oldest.key);
    }
  }
}
