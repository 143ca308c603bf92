import { Heap } from '../../src/core/heap.js';
/** Values by key that can be forgotten from the oldest on. */
export class Memory {
    #values = new Map();
    /** An entry counts only while its value is the one under its key. */
    #byAge = new Heap();
    get size() {
        return this.#values.size;
    }
    get(key) {
        return this.#values.get(key);
    }
    keep(value) {
        this.#values.set(value.key, value);
        this.#byAge.push(value.at, value);
    }
    delete(key) {
        this.#values.delete(key);
    }
    clear() {
        this.#values.clear();
        this.#byAge.compact(() => false);
    }
    /** Forgets the oldest value, and again, as long as `over` says so of it. */
    prune(over) {
        for (;;) {
            const oldest = this.#byAge.peek();
            if (oldest === undefined)
                return;
            const counts = this.#values.get(oldest.key) === oldest;
            if (counts && !over(oldest))
                return;
            this.#byAge.pop();
            if (counts)
                this.#values.delete(oldest.key);
        }
    }
}
