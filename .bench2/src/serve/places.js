import { keyOf } from '../wire/place.js';
/** The desks of all regions and accounts that have ever had a queue: they share nothing (sqs:D1). */
export class Places {
    #open;
    #keepsAll;
    #desks = new Map();
    /** The one asked for last, who is likely to be asked for again. */
    #last;
    /** `open` makes the desk of a place, whose number no other has. With `keepsAll` each has queues from the beginning. */
    constructor(open, keepsAll = false) {
        this.#open = open;
        this.#keepsAll = keepsAll;
    }
    /** Else a place begins with the first queue that somebody wants there: before, there is nothing to remember. */
    deskOf(place, { call }) {
        if (this.#last?.place === place)
            return this.#last.desk;
        const key = keyOf(place);
        this.#last = this.#desks.get(key);
        if (this.#last !== undefined)
            return this.#last.desk;
        const desk = this.#open(this.#desks.size);
        if (this.#keepsAll || call === 'CreateQueue')
            this.#desks.set(key, { place, desk });
        return desk;
    }
    all() {
        return [...this.#desks.values()];
    }
    async close() {
        await Promise.all(this.all().map(({ desk }) => desk.close()));
    }
}
