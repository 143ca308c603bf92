/** A binary min-heap of values under numeric keys; equal keys come out by turn, the order they went in unless given. */
export class Heap {
    #keys = [];
    #turns = [];
    #values = [];
    #turn = 0;
    get size() {
        return this.#keys.length;
    }
    /** The smallest key, Infinity when empty. */
    get next() {
        return this.#keys.length === 0 ? Number.POSITIVE_INFINITY : this.#keys[0];
    }
    peek() {
        return this.#values[0];
    }
    /** The value at place `index` of the heap's own order, for a choice among all. */
    at(index) {
        return this.#values[index];
    }
    push(key, value, turn = this.#turn++) {
        let hole = this.#keys.length;
        this.#keys.push(key);
        this.#turns.push(turn);
        this.#values.push(value);
        while (hole > 0) {
            const parent = (hole - 1) >> 1;
            const above = this.#keys[parent];
            if (above < key || (above === key && this.#turns[parent] <= turn))
                break;
            this.#move(parent, hole);
            hole = parent;
        }
        this.#put(hole, key, turn, value);
    }
    pop() {
        const size = this.#keys.length;
        if (size === 0)
            return undefined;
        const top = this.#values[0];
        const key = this.#keys.pop();
        const turn = this.#turns.pop();
        const value = this.#values.pop();
        if (size > 1)
            this.#sink(0, key, turn, value);
        else
            this.#turn = 0;
        return top;
    }
    /** Keeps only the entries that `live` accepts: O(n). */
    compact(live) {
        const size = this.#keys.length;
        let kept = 0;
        for (let i = 0; i < size; i++)
            if (live(this.#values[i], this.#keys[i]))
                this.#move(i, kept++);
        this.#keys.length = this.#turns.length = this.#values.length = kept;
        for (let i = (kept >> 1) - 1; i >= 0; i--)
            this.#sink(i, this.#keys[i], this.#turns[i], this.#values[i]);
    }
    #sink(from, key, turn, value) {
        const size = this.#keys.length;
        let hole = from;
        for (;;) {
            let child = 2 * hole + 1;
            if (child >= size)
                break;
            if (child + 1 < size && this.#before(child + 1, child))
                child++;
            const childKey = this.#keys[child];
            if (key < childKey || (key === childKey && turn < this.#turns[child]))
                break;
            this.#move(child, hole);
            hole = child;
        }
        this.#put(hole, key, turn, value);
    }
    #before(a, b) {
        const x = this.#keys[a];
        const y = this.#keys[b];
        return x < y || (x === y && this.#turns[a] < this.#turns[b]);
    }
    #move(from, to) {
        this.#put(to, this.#keys[from], this.#turns[from], this.#values[from]);
    }
    #put(place, key, turn, value) {
        this.#keys[place] = key;
        this.#turns[place] = turn;
        this.#values[place] = value;
    }
}
