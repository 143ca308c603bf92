import type { QueueAttributes, Reply } from '../../src/core/calls.js';
import { queueOfArn } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import type { Choose } from '../../src/core/endpoint.js';
import { Heap } from '../../src/core/heap.js';
import type { Cause, Counters, Rules } from '../rules.js';
import type { Message, Place } from './message.js';
import type { ReceiveInput } from './receive.js';

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

/**
 * One standard queue. Messages are indexed by their next deadline; `settle` moves those that are due. Every heap is
 * lazy: an entry counts only while the message is still where the entry says.
 */
export class Queue {
  readonly name: string;
  readonly createdAt: Millis;
  modifiedAt: Millis;
  attributes: QueueAttributes;
  /** Numeric attributes in force, in seconds and bytes. */
  delay = 0;
  visibility = 0;
  wait = 0;
  retention = 0;
  messageSizeMax = 0;
  deadLetter: { target: string; max: number } | undefined;
  purgedAt: Millis = Number.NEGATIVE_INFINITY;

  readonly live = new Map<number, Message>();
  readonly waiters: Waiter[] = [];
  readonly graveyard: Message[] = [];
  readonly #counts: Record<Place, number> = { delayed: 0, available: 0, hidden: 0, gone: 0 };
  readonly #available = new Heap<Message>();
  readonly #hidden = new Heap<Message>();
  readonly #delayed = new Heap<Message>();
  readonly #ageing = new Heap<Message>();
  readonly #rules: Rules;
  #arrivals = 0;

  constructor(name: string, createdAt: Millis, attributes: QueueAttributes, rules: Rules) {
    this.name = name;
    this.createdAt = createdAt;
    this.modifiedAt = createdAt;
    this.attributes = attributes;
    this.#rules = rules;
    this.configure(attributes);
  }

  /** Takes the attributes over; running windows and delays keep their ends (sqs:V10, sqs:DY4). */
  configure(attributes: QueueAttributes): void {
    this.attributes = attributes;
    this.delay = Number(attributes.DelaySeconds);
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
  }

  get available(): number {
    return this.#counts.available;
  }

  get hidden(): number {
    return this.#counts.hidden;
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
    this.#counts.gone++;
    if (place === 'available') this.show(message);
    else this.#place(message, 'delayed', this.#delayed, message.availableAt);
  }

  show(message: Message): void {
    this.#counts[message.place]--;
    this.#counts.available++;
    message.place = 'available';
    if (message.listed) return;
    message.listed = true;
    this.#available.push(message.order, message);
  }

  hide(message: Message, until: Millis): void {
    message.visibleAt = until;
    this.#place(message, 'hidden', this.#hidden, until);
  }

  /** The message leaves the queue. */
  remove(message: Message): void {
    this.#counts[message.place]--;
    message.place = 'gone';
    this.live.delete(message.number);
    if (this.#ageing.size > 64 + 2 * this.live.size) this.#compact();
  }

  /** Remembers a deleted message for a while. */
  bury(message: Message, at: Millis): void {
    if (this.#rules.staysCounted(message.place)) this.#counts[message.place]++;
    this.remove(message);
    message.deletedAt = at;
    this.graveyard.push(message);
    if (this.graveyard.length > graveyardSize) this.graveyard.shift();
  }

  /** Puts a deleted message back, in flight until its window ends. */
  unbury(message: Message): void {
    this.graveyard.splice(this.graveyard.indexOf(message), 1);
    this.add(message, 'available');
    this.hide(message, message.visibleAt);
  }

  /** Takes over what an earlier queue of the name held; delays and windows go on. */
  inherit(messages: Iterable<Message>): void {
    for (const message of messages) {
      const { place } = message;
      message.listed = false;
      this.add(message, place === 'delayed' ? 'delayed' : 'available');
      if (place === 'hidden') this.hide(message, message.visibleAt);
    }
  }

  /** The first available message in the default order, taken out of the list; the caller hides or removes it. */
  takeFirst(): Message | undefined {
    for (;;) {
      const message = this.#available.pop();
      if (message === undefined) return undefined;
      message.listed = false;
      if (message.place === 'available' && this.live.has(message.number)) return message;
    }
  }

  /** Hides everything that is in the list. */
  hideRest(until: Millis): void {
    for (let message = this.takeFirst(); message !== undefined; message = this.takeFirst()) this.hide(message, until);
  }

  /** Puts a message back that `takeFirst` gave and nobody hid or removed. */
  putBack(message: Message): void {
    message.listed = true;
    this.#available.push(message.order, message);
  }

  /** One of the first few hidden messages, if there is one at place `index` of the index by deadline. */
  hiddenAt(index: number): Message | undefined {
    const message = this.#hidden.at(index);
    return message?.place === 'hidden' && this.live.has(message.number) ? message : undefined;
  }

  /** The message deleted `back` deletes before the newest, while its life would still last. */
  deletedAt(back: number, at: Millis): Message | undefined {
    const message = this.graveyard[this.graveyard.length - 1 - back];
    return message !== undefined && this.#rules.expiresAt(message, this.retention) > at ? message : undefined;
  }

  /** Ends what is due at `at`: lives, delays, windows, in this order (sqs:P11). Returns what became available. */
  settle(at: Millis): Cause | undefined {
    this.#age(at);
    const delay = this.#end(this.#delayed, 'delayed', at);
    const window = this.#end(this.#hidden, 'hidden', at);
    if (window && this.#rules.sweepHides()) this.hideRest(Number.POSITIVE_INFINITY);
    return window ? 'window' : delay ? 'delay' : undefined;
  }

  /** The next instant at which a delay or a window ends. */
  nextEnd(): Millis {
    return Math.min(this.#next(this.#delayed, 'delayed'), this.#next(this.#hidden, 'hidden'));
  }

  #place(message: Message, place: Place, heap: Heap<Message>, key: Millis): void {
    this.#counts[message.place]--;
    this.#counts[place]++;
    message.place = place;
    heap.push(key, message);
  }

  #age(at: Millis): void {
    for (;;) {
      const oldest = this.#ageing.peek();
      if (oldest === undefined) return;
      const here = this.live.get(oldest.number) === oldest;
      if (here && this.#rules.expiresAt(oldest, this.retention) > at) return;
      this.#ageing.pop();
      if (here && this.#rules.ageRemoves(oldest.place)) this.remove(oldest);
    }
  }

  #end(heap: Heap<Message>, place: 'delayed' | 'hidden', at: Millis): boolean {
    let ended = false;
    while (this.#next(heap, place) <= at) {
      this.show(heap.pop()!);
      ended = true;
    }
    return ended;
  }

  /** The first live deadline of the heap; entries that no longer hold are dropped on the way. */
  #next(heap: Heap<Message>, place: 'delayed' | 'hidden'): Millis {
    for (;;) {
      const message = heap.peek();
      if (message === undefined) return Number.POSITIVE_INFINITY;
      const deadline = place === 'hidden' ? message.visibleAt : message.availableAt;
      if (message.place === place && deadline === heap.next && this.live.get(message.number) === message)
        return deadline;
      heap.pop();
    }
  }

  #compact(): void {
    const here = (message: Message): boolean => this.live.get(message.number) === message;
    this.#ageing.compact(here);
    this.#available.compact((message) => {
      message.listed = here(message) && message.place === 'available';
      return message.listed;
    });
    this.#hidden.compact((message, key) => here(message) && message.place === 'hidden' && message.visibleAt === key);
    this.#delayed.compact((message) => here(message) && message.place === 'delayed');
  }
}
