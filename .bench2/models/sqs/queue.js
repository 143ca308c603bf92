import { isFifo, queueOfArn } from '../../src/core/calls.js';
import { Heap } from '../../src/core/heap.js';
import { Fifo } from './fifo.js';
import { FifoShelf } from './groups.js';
import { StandardShelf } from './shelf.js';
/** How many deleted messages a queue remembers, for copies that missed the delete (sqs:N4). */
const graveyardSize = 16;
/**
 * One queue. Messages are indexed by their next deadline; `settle` moves those that are due. Every heap is lazy: an entry
 * counts only while the message is still where the entry says. Which available message comes next is its shelf's affair.
 */
export class Queue {
    name;
    createdAt;
    modifiedAt;
    /** The attributes that it was created with, and those that it has now. */
    created;
    attributes;
    tags = {};
    /** Numeric attributes in force, in seconds and bytes. */
    delay = 0;
    visibility = 0;
    wait = 0;
    retention = 0;
    messageSizeMax = 0;
    deadLetter;
    purgedAt = Number.NEGATIVE_INFINITY;
    /** There if it is a FIFO queue. */
    fifo;
    shelf;
    live = new Map();
    waiters = [];
    graveyard = [];
    #counts = { delayed: 0, available: 0, hidden: 0, gone: 0 };
    #hidden = new Heap();
    #delayed = new Heap();
    #ageing = new Heap();
    #rules;
    #arrivals = 0;
    constructor(name, createdAt, attributes, rules) {
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
    configure(attributes, at) {
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
            const policy = JSON.parse(attributes.RedrivePolicy);
            this.deadLetter = {
                target: queueOfArn(policy.deadLetterTargetArn),
                max: this.#rules.limitOf(policy.maxReceiveCount),
            };
        }
        this.fifo?.configure(attributes);
        if (delays && this.fifo !== undefined && this.#rules.redelays())
            this.#redelay(at);
    }
    get available() {
        return this.#counts.available;
    }
    /** How many messages have entered the queue; the next one gets this as its order. */
    get arrivals() {
        return this.#arrivals;
    }
    get hidden() {
        return this.#counts.hidden;
    }
    /** How many messages are in each state (sqs:C1). */
    get counters() {
        const { available, hidden, delayed } = this.#counts;
        return { available, hidden, delayed };
    }
    /** A message enters the queue, from a sender or from another queue. */
    add(message, place) {
        message.order = this.#arrivals++;
        message.place = 'gone';
        this.live.set(message.number, message);
        this.#ageing.push(message.bornAt, message);
        this.#counts.gone++;
        this.shelf.enter(message);
        if (place === 'available')
            this.show(message, message.visibleAt);
        else
            this.#delay(message, message.visibleAt);
    }
    /** It is available from `since` on; `back` says how, if it has been before. */
    show(message, since, back) {
        message.visibleAt = since;
        this.#place(message, 'available');
        this.shelf.show(message, back);
    }
    /** A receive takes it, for a window that is still to be opened. */
    take(message) {
        this.#place(message, 'hidden');
        this.shelf.hide(message);
    }
    hide(message, until) {
        if (message.place !== 'hidden')
            this.take(message);
        message.visibleAt = until;
        this.#hidden.push(until, message);
    }
    /** Hides it until then; an empty window leaves it available (sqs:V6). */
    openWindow(message, until, at) {
        if (until > at)
            this.hide(message, until);
        else
            this.show(message, at, 'window');
    }
    /** The message leaves the queue. */
    remove(message, how) {
        this.#counts[message.place]--;
        message.place = 'gone';
        this.live.delete(message.number);
        this.shelf.leave(message, how);
        this.fifo?.release(message, how);
        if (message.attempt !== undefined && how !== 'move')
            message.attempt.isSpoilt = true;
        if (this.#ageing.size > 64 + 2 * this.live.size)
            this.#compact();
    }
    /** Remembers a deleted message for a while. */
    bury(message, at) {
        if (this.#rules.staysCounted(message.place))
            this.#counts[message.place]++;
        this.remove(message, 'delete');
        message.deletedAt = at;
        this.graveyard.push(message);
        if (this.graveyard.length > graveyardSize)
            this.graveyard.shift();
    }
    /** Puts a deleted message back, in flight until its window ends. */
    unbury(message) {
        const until = message.visibleAt;
        this.graveyard.splice(this.graveyard.indexOf(message), 1);
        this.add(message, 'available');
        this.hide(message, until);
    }
    /** Empties the queue (sqs:PQ2, sqs:PQ4). */
    purge(at) {
        this.purgedAt = at;
        this.graveyard.length = 0;
        for (const message of [...this.live.values()])
            if (this.#rules.purges(message.place))
                this.remove(message, 'purge');
        this.fifo?.purge();
    }
    /** Takes over what an earlier queue of the name held; delays and windows go on. */
    inherit(messages) {
        for (const message of messages) {
            const { place, visibleAt } = message;
            this.add(message, place === 'delayed' ? 'delayed' : 'available');
            if (place === 'hidden')
                this.hide(message, visibleAt);
        }
    }
    /** The first message that a receive can begin with, off the shelf; the caller hides it, removes it or puts it back. */
    takeFirst() {
        return this.shelf.takeFirst();
    }
    /** Puts a message back that `takeFirst` gave and nobody hid or removed. */
    putBack(message) {
        this.shelf.putBack(message);
    }
    /** Hides everything that is on the shelf. */
    hideRest(until) {
        for (let message = this.takeFirst(); message !== undefined; message = this.takeFirst())
            this.hide(message, until);
    }
    /** One of the first few hidden messages, if there is one at place `index` of the index by deadline. */
    hiddenAt(index) {
        const message = this.#hidden.at(index);
        return message?.place === 'hidden' ? message : undefined;
    }
    /** The message deleted `back` deletes before the newest, while its life would still last. */
    deletedAt(back, at) {
        const message = this.graveyard[this.graveyard.length - 1 - back];
        return message !== undefined && this.#rules.expiresAt(message, this.retention) > at ? message : undefined;
    }
    /** Ends what is due at `at`: lives, delays, windows, in this order (sqs:P11). Returns what became available. */
    settle(at) {
        const aged = this.#age(at) && this.fifo !== undefined;
        const delay = this.#end(this.#delayed, 'delayed', at);
        const window = this.#end(this.#hidden, 'hidden', at);
        if (window && this.#rules.sweepHides())
            this.hideRest(Number.POSITIVE_INFINITY);
        return window ? 'window' : delay ? 'delay' : aged ? 'age' : undefined;
    }
    /** The next instant at which something may become available: a delay or window ends, or a life that locks a group. */
    nextEnd() {
        const end = Math.min(this.#next(this.#delayed, 'delayed'), this.#next(this.#hidden, 'hidden'));
        return this.fifo === undefined ? end : Math.min(end, this.#nextAge());
    }
    #place(message, place) {
        this.#counts[message.place]--;
        this.#counts[place]++;
        message.place = place;
    }
    #delay(message, until) {
        this.#place(message, 'delayed');
        message.visibleAt = until;
        this.#delayed.push(until, message);
    }
    /** A new queue delay holds for what is still delayed (sqs:DY4). */
    #redelay(at) {
        for (const message of this.live.values()) {
            if (message.place !== 'delayed')
                continue;
            const until = this.#rules.delayEnds(message.sentAt, this.#rules.fifoDelayOf(undefined, this.delay));
            if (until > at)
                this.#delay(message, until);
            else
                this.show(message, at);
        }
    }
    #age(at) {
        let aged = false;
        while (this.#nextAge() <= at) {
            const oldest = this.#ageing.pop();
            if (!this.#rules.ageRemoves(oldest.place))
                continue;
            this.remove(oldest, 'age');
            aged = true;
        }
        return aged;
    }
    #end(heap, place, at) {
        let ended = false;
        for (let deadline = this.#next(heap, place); deadline <= at; deadline = this.#next(heap, place)) {
            this.show(heap.pop(), deadline, place === 'hidden' ? 'window' : undefined);
            ended = true;
        }
        return ended;
    }
    /** When the oldest message is too old. */
    #nextAge() {
        for (;;) {
            const oldest = this.#ageing.peek();
            if (oldest === undefined)
                return Number.POSITIVE_INFINITY;
            if (oldest.place !== 'gone')
                return this.#rules.expiresAt(oldest, this.retention);
            this.#ageing.pop();
        }
    }
    /** The first live deadline of the heap; entries that no longer hold are dropped on the way. */
    #next(heap, place) {
        for (;;) {
            const message = heap.peek();
            if (message === undefined)
                return Number.POSITIVE_INFINITY;
            if (message.place === place && message.visibleAt === heap.next)
                return heap.next;
            heap.pop();
        }
    }
    #compact() {
        this.#ageing.compact(({ place }) => place !== 'gone');
        this.#hidden.compact(({ place, visibleAt }, key) => place === 'hidden' && visibleAt === key);
        this.#delayed.compact(({ place, visibleAt }, key) => place === 'delayed' && visibleAt === key);
        this.shelf.compact();
    }
}
