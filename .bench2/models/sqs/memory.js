/** How many forgotten values may stay in the list before it is cut. */
const slack = 1024;
/** Values by key that are forgotten from the oldest on. */
export class Memory {
    #values = new Map();
    /** As they came; a value counts only while it is the one under its key. */
    #list = [];
    /** Where the list begins. */
    #from = 0;
    get size() {
        return this.#values.size;
    }
    get(key) {
        return this.#values.get(key);
    }
    keep(value) {
        this.#values.set(value.key, value);
        this.#list.push(value);
    }
    delete(key) {
        this.#values.delete(key);
    }
    clear() {
        this.#values.clear();
        this.#list = [];
        this.#from = 0;
    }
    /** Forgets the oldest value, and again, as long as `over` says so of it. */
    prune(over) {
        while (this.#from < this.#list.length) {
            const oldest = this.#list[this.#from];
            if (!over(oldest))
                break;
            this.#from++;
            if (this.#values.get(oldest.key) === oldest)
                this.#values.delete(oldest.key);
        }
        if (this.#from < slack || 2 * this.#from < this.#list.length)
            return;
        this.#list = this.#list.slice(this.#from);
        this.#from = 0;
    }
}
