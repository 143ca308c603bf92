import { LazyHeap } from './lazy-heap.js';
import type { Leaving, Message } from './message.js';
import type { Queue } from './queue.js';

/**
 * Which of a queue's available messages a receive comes to. It begins with a leader, goes on with what may follow it,
 * and then with the next leader. A queue has one shelf, and tells it whatever happens to its messages.
 */
export interface Shelf {
  /** How many messages a receive can begin with. */
  readonly leaders: number;
  /** The message has come into the queue, in no place yet. */
  enter(message: Message): void;
  /** It has become available; `back` says how, if it has been before. */
  show(message: Message, back?: 'window' | 'change'): void;
  /** It is not available any more. */
  hide(message: Message): void;
  /** It has left the queue. */
  leave(message: Message, how: Leaving): void;
  /** The first leader, off the shelf; whoever takes it hides it, removes it or puts it back. */
  takeFirst(): Message | undefined;
  /** Puts back a leader that is still what it was. */
  putBack(leader: Message): void;
  /** What may be taken at this place of a row or behind it, once the row in front has been taken. */
  follower(place: Message | undefined): Message | undefined;
  /** Drops what no longer counts. */
  compact(): void;
}

/** A standard queue's: every available message is a leader, in the order of arrival, and none has followers (sqs:G2). */
export class StandardShelf implements Shelf {
  readonly #queue: Queue;
  readonly #line = new LazyHeap((message) => {
    message.listed = message.place === 'available';
    return message.listed;
  });

  constructor(queue: Queue) {
    this.#queue = queue;
  }

  get leaders(): number {
    return this.#queue.available;
  }

  enter(message: Message): void {
    message.listed = false;
  }

  show(message: Message): void {
    if (!message.listed) this.putBack(message);
  }

  hide(): void {}

  leave(): void {}

  takeFirst(): Message | undefined {
    const message = this.#line.pop();
    if (message !== undefined) message.listed = false;
    return message;
  }

  putBack(message: Message): void {
    message.listed = true;
    this.#line.push(message.order, message);
  }

  follower(): undefined {
    return undefined;
  }

  compact(): void {
    this.#line.compact();
  }
}
