import type { QueueAttributes, Reply, Tags } from '../../src/core/calls.js';
import { isFifo, queueOfArn } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import type { Choose } from '../../src/core/endpoint.js';
import type { Cause, Counters, Rules } from '../rules.js';
import { Fifo } from './fifo.js';
import { FifoShelf } from './groups.js';
import { LazyHeap } from './lazy-heap.js';
import type { Leaving, Message, Place } from './message.js';
import type { ReceiveInput } from './receive.js';
import { type Shelf, StandardShelf } from './shelf.js';

/** A receive that found nothing and waits. */
export interface Waiter {
  ticket: number;
  input: ReceiveInput;
  until: Millis;
  choose: Choose;
  /** It stays empty although there are messages (sqs:P5). */
  blind: boolean;
}

export interface Answer {
  ticket: number;
  reply: Reply;
}

/** How many deleted messages a queue remembers, for copies that missed the delete (sqs:N4). */
const graveyardSize = 16;

/** Messages by the end of the delay or window that they are in. */
const ends = (place: 'delayed' | 'hidden'): LazyHeap =>
  new LazyHeap((message, end) => message.place === place && message.visibleAt === end);

/**
 * One queue. Messages are indexed by their next deadline; `settle` moves those that are due. Which of the available ones
 * comes next is the affair of its shelf.
 */
export class Queue {
  readonly name: string;
  readonly createdAt: Millis;
  modifiedAt: Millis;
  /** The attributes that it was created with, and those that it has now. */
  readonly created: QueueAttributes;
  attributes: QueueAttributes;
  tags: Tags = {};
  /** Numeric attributes in force, in seconds and bytes. */
  delay = 0;
  visibility = 0;
  wait = 0;
  retention = 0;
  messageSizeMax = 0;
  deadLetter: { target: string; max: number } | undefined;
  purgedAt: Millis = Number.NEGATIVE_INFINITY;

  /** There if it is a FIFO queue. */
  readonly fifo: Fifo | undefined;
  readonly shelf: Shelf;
  readonly live = new Map<number, Message>();
  readonly waiters: Waiter[] = [];
  readonly graveyard: Message[] = [];
  readonly #counts: Record<Place, number> = { delayed: 0, available: 0, hidden: 0, gone: 0 };
  readonly #hidden = ends('hidden');
  readonly #delayed = ends('delayed');
  /** By birth. */
  readonly #ageing = new LazyHeap(({ place }) => place !== 'gone');
  readonly #rules: Rules;
  #arrivals = 0;
  /** Nothing is due before. */
  #quietUntil: Millis = Number.NEGATIVE_INFINITY;

  constructor(name: string, createdAt: Millis, attributes: QueueAttributes, rules: Rules) {
    this.name = name;
    this.createdAt = createdAt;
    this.modifiedAt = createdAt;
    this.created = attributes;
    this.attributes = attributes;
    this.#rules = rules;
    this.fifo = isFifo(name) ? new Fifo(rules) : undefined;
    this.shelf = this.fifo === undefined ? new StandardShelf(this) : new FifoShelf(this, rules);
    this.configure(attributes, createdAt);
  }

  /** Takes the attributes over at `at`; running windows keep their ends, and delays on a standard queue (sqs:V10, sqs:DY4). */
  configure(attributes: QueueAttributes, at: Millis): void {
    const delay = Number(attributes.DelaySeconds);
    const delays = delay !== this.delay;
    this.attributes = attributes;
    this.delay = delay;
    this.visibility = Number(attributes.VisibilityTimeout);
    this.wait = Number(attributes.ReceiveMessageWaitTimeSeconds);
    this.retention = Number(attributes.MessageRetentionPeriod);
    this.messageSizeMax = Number(attributes.MaximumMessageSize);
    this.deadLetter = undefined;
    if (attributes.RedrivePolicy !== undefined) {
      const policy = JSON.parse(attributes.RedrivePolicy) as { deadLetterTargetArn: string; maxReceiveCount: unknown };
      this.deadLetter = {
        target: queueOfArn(policy.deadLetterTargetArn),
        max: this.#rules.limitOf(policy.maxReceiveCount),
      };
    }
    this.#quietUntil = Number.NEGATIVE_INFINITY;
    this.fifo?.configure(attributes);
    if (delays && this.fifo !== undefined && this.#rules.redelays()) this.#redelay(at);
  }

  get available(): number {
    return this.#counts.available;
  }

  /** How many messages have entered the queue; the next one gets this as its order. */
  get arrivals(): number {
    return this.#arrivals;
  }

  get hidden(): number {
    return this.#counts.hidden;
  }

  /** How many more messages may be in flight (sqs:Q6, sqs:Q7). */
  get room(): number {
    return this.#rules.inFlightMax(this.fifo !== undefined) - this.#counts.hidden;
  }

  /** How many messages are in each state (sqs:C1). */
  get counters(): Counters {
    const { available, hidden, delayed } = this.#counts;
    return { available, hidden, delayed };
  }

  /** A message enters the queue, from a sender or from another queue. */
  add(message: Message, place: 'delayed' | 'available'): void {
    message.order = this.#arrivals++;
    message.place = 'gone';
    this.live.set(message.number, message);
    this.#ageing.push(message.bornAt, message);
    this.#stir(this.#rules.expiresAt(message, this.retention));
    this.#counts.gone++;
    this.shelf.enter(message);
    if (place === 'available') this.show(message, message.visibleAt);
    else this.#delay(message, message.visibleAt);
  }

  /** It is available from `since` on; `back` says how, if it has been before. */
  show(message: Message, since: Millis, back?: 'window' | 'change'): void {
    message.visibleAt = since;
    this.#place(message, 'available');
    this.shelf.show(message, back);
  }

  /** A receive takes it, for a window that is still to be opened. */
  take(message: Message): void {
    this.#place(message, 'hidden');
    this.shelf.hide(message);
  }

  hide(message: Message, until: Millis): void {
    if (message.place !== 'hidden') this.take(message);
    message.visibleAt = until;
    this.#hidden.push(until, message);
    this.#stir(until);
  }

  /** Hides it until then; an empty window leaves it available (sqs:V6). */
  openWindow(message: Message, until: Millis, at: Millis): void {
    if (until > at) this.hide(message, until);
    else this.show(message, at, 'window');
  }

  /** The message leaves the queue. */
  remove(message: Message, how: Leaving): void {
    this.#counts[message.place]--;
    message.place = 'gone';
    this.live.delete(message.number);
    this.shelf.leave(message, how);
    this.fifo?.release(message, how);
    if (message.attempt !== undefined && how !== 'move') message.attempt.isSpoilt = true;
    if (this.#ageing.size > 64 + 2 * this.live.size) this.#compact();
  }

  /** Remembers a deleted message for a while. */
  bury(message: Message, at: Millis): void {
    if (this.#rules.staysCounted(message.place)) this.#counts[message.place]++;
    this.remove(message, 'delete');
    message.deletedAt = at;
    this.graveyard.push(message);
    if (this.graveyard.length > graveyardSize) this.graveyard.shift();
  }

  /** Puts a deleted message back, in flight until its window ends. */
  unbury(message: Message): void {
    const until = message.visibleAt;
    this.graveyard.splice(this.graveyard.indexOf(message), 1);
    this.add(message, 'available');
    this.hide(message, until);
  }

  /** Empties the queue (sqs:PQ2, sqs:PQ4). */
  purge(at: Millis): void {
    this.purgedAt = at;
    this.graveyard.length = 0;
    for (const message of [...this.live.values()]) if (this.#rules.purges(message.place)) this.remove(message, 'purge');
    this.fifo?.purge();
  }

  /** Takes over what an earlier queue of the name held; delays and windows go on. */
  inherit(messages: Iterable<Message>): void {
    for (const message of messages) {
      const { place, visibleAt } = message;
      this.add(message, place === 'delayed' ? 'delayed' : 'available');
      if (place === 'hidden') this.hide(message, visibleAt);
    }
  }

  /** The first message that a receive can begin with, off the shelf; the caller hides it, removes it or puts it back. */
  takeFirst(): Message | undefined {
    return this.shelf.takeFirst();
  }

  /** Puts a message back that `takeFirst` gave and nobody hid or removed. */
  putBack(message: Message): void {
    this.shelf.putBack(message);
  }

  /** Hides everything that is on the shelf. */
  hideRest(until: Millis): void {
    for (let message = this.takeFirst(); message !== undefined; message = this.takeFirst()) this.hide(message, until);
  }

  /** One of the first few hidden messages, if there is one at place `index` of the index by deadline. */
  hiddenAt(index: number): Message | undefined {
    const message = this.#hidden.at(index);
    return message?.place === 'hidden' ? message : undefined;
  }

  /** The message deleted `back` deletes before the newest, while its life would still last. */
  deletedAt(back: number, at: Millis): Message | undefined {
    const message = this.graveyard[this.graveyard.length - 1 - back];
    return message !== undefined && this.#rules.expiresAt(message, this.retention) > at ? message : undefined;
  }

  /** Ends what is due at `at`: lives, delays, windows, in this order (sqs:P11). Returns what became available. */
  settle(at: Millis): Cause | undefined {
    // recorded choices count on the order that this leaves for `hiddenAt`
    this.#hidden.clear();
    if (at < this.#quietUntil) return undefined;
    const aged = this.#age(at) && this.fifo !== undefined;
    const delay = this.#end(this.#delayed, at);
    const window = this.#end(this.#hidden, at, 'window');
    if (window && this.#rules.sweepHides()) this.hideRest(Number.POSITIVE_INFINITY);
    this.#quietUntil = Math.min(this.#nextAge(), this.#delayed.next, this.#hidden.next);
    return window ? 'window' : delay ? 'delay' : aged ? 'age' : undefined;
  }

  /** The next instant at which something may become available: a delay or window ends, or a life that locks a group. */
  nextEnd(): Millis {
    const end = Math.min(this.#delayed.next, this.#hidden.next);
    return this.fifo === undefined ? end : Math.min(end, this.#nextAge());
  }

  #stir(at: Millis): void {
    if (at < this.#quietUntil) this.#quietUntil = at;
  }

  #place(message: Message, place: Place): void {
    this.#counts[message.place]--;
    this.#counts[place]++;
    message.place = place;
  }

  #delay(message: Message, until: Millis): void {
    this.#place(message, 'delayed');
    message.visibleAt = until;
    this.#delayed.push(until, message);
    this.#stir(until);
  }

  /** A new queue delay holds for what is still delayed (sqs:DY4). */
  #redelay(at: Millis): void {
    for (const message of this.live.values()) {
      if (message.place !== 'delayed') continue;
      const until = this.#rules.delayEnds(message.sentAt, this.#rules.fifoDelayOf(undefined, this.delay));
      if (until > at) this.#delay(message, until);
      else this.show(message, at);
    }
  }

  #age(at: Millis): boolean {
    let aged = false;
    while (this.#nextAge() <= at) {
      const oldest = this.#ageing.pop()!;
      if (!this.#rules.ageRemoves(oldest.place)) continue;
      this.remove(oldest, 'age');
      aged = true;
    }
    return aged;
  }

  #end(due: LazyHeap, at: Millis, back?: 'window'): boolean {
    let ended = false;
    for (let end = due.next; end <= at; end = due.next) {
      this.show(due.pop()!, end, back);
      ended = true;
    }
    return ended;
  }

  /** When the oldest message is too old. */
  #nextAge(): Millis {
    const oldest = this.#ageing.peek();
    return oldest === undefined ? Number.POSITIVE_INFINITY : this.#rules.expiresAt(oldest, this.retention);
  }

  #compact(): void {
    for (const heap of [this.#ageing, this.#hidden, this.#delayed, this.shelf]) heap.compact();
  }
}
