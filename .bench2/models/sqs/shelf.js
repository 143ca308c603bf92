import { Heap } from '../../src/core/heap.js';
/** A standard queue's: every available message is a leader, in the order of arrival, and none has followers (sqs:G2). */
export class StandardShelf {
    #queue;
    /** An entry counts only while its message is available. */
    #line = new Heap();
    constructor(queue) {
        this.#queue = queue;
    }
    get leaders() {
        return this.#queue.available;
    }
    enter(message) {
        message.listed = false;
    }
    show(message) {
        if (!message.listed)
            this.putBack(message);
    }
    hide() { }
    leave() { }
    takeFirst() {
        for (;;) {
            const message = this.#line.pop();
            if (message === undefined)
                return undefined;
            message.listed = false;
            if (message.place === 'available')
                return message;
        }
    }
    putBack(message) {
        message.listed = true;
        this.#line.push(message.order, message);
    }
    follower() {
        return undefined;
    }
    compact() {
        this.#line.compact((message) => {
            message.listed = message.place === 'available';
            return message.listed;
        });
    }
}
