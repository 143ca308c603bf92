import type { Millis } from '../../src/core/clock.js';

/** What is remembered under a key since an instant. */
export interface Kept {
  readonly key: string;
  at: Millis;
}

/** How many forgotten values may stay in the list before it is cut. */
const slack = 1024;

/** Values by key that are forgotten from the oldest on. */
export class Memory<V extends Kept> {
  readonly #values = new Map<string, V>();
  /** As they came; a value counts only while it is the one under its key. */
  #list: V[] = [];
  /** Where the list begins. */
  #from = 0;

  get size(): number {
    return this.#values.size;
  }

  get(key: string): V | undefined {
    return this.#values.get(key);
  }

  keep(value: V): void {
    this.#values.set(value.key, value);
    this.#list.push(value);
  }

  delete(key: string): void {
    this.#values.delete(key);
  }

  clear(): void {
    this.#values.clear();
    this.#list = [];
    this.#from = 0;
  }

  /** Forgets the oldest value, and again, as long as `over` says so of it. */
  prune(over: (oldest: V) => boolean): void {
    while (this.#from < this.#list.length) {
      const oldest = this.#list[this.#from]!;
      if (!over(oldest)) break;
      this.#from++;
      if (this.#values.get(oldest.key) === oldest) this.#values.delete(oldest.key);
    }
    if (this.#from < slack || 2 * this.#from < this.#list.length) return;
    this.#list = this.#list.slice(this.#from);
    this.#from = 0;
  }
}
