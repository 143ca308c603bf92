import { Heap } from '../../src/core/heap.js';
import type { Message } from './message.js';

/** Messages by key. An entry counts only while it holds: nobody takes one out, it is dropped when it comes up. */
export class LazyHeap {
  readonly #heap = new Heap<Message>();
  readonly #holds: (message: Message, key: number) => boolean;

  constructor(holds: (message: Message, key: number) => boolean) {
    this.#holds = holds;
  }

  /** All entries, also those that no longer hold. */
  get size(): number {
    return this.#heap.size;
  }

  /** The smallest key, Infinity when empty. */
  get next(): number {
    this.clear();
    return this.#heap.next;
  }

  /** The message under the smallest key. */
  peek(): Message | undefined {
    this.clear();
    return this.#heap.peek();
  }

  /** The same, taken out. */
  pop(): Message | undefined {
    this.clear();
    return this.#heap.pop();
  }

  /** The message at place `index` of the heap's own order, whether it holds or not. */
  at(index: number): Message | undefined {
    return this.#heap.at(index);
  }

  /** Equal keys come out by turn, the order they went in unless given. */
  push(key: number, message: Message, turn?: number): void {
    this.#heap.push(key, message, turn);
  }

  compact(): void {
    this.#heap.compact(this.#holds);
  }

  /** Drops what lies on top and no longer holds. */
  clear(): void {
    const heap = this.#heap;
    while (heap.size > 0 && !this.#holds(heap.peek()!, heap.next)) heap.pop();
  }
}
