import { VirtualClock } from '../time/virtual.js';
import { nextTurn } from '../time/wall.js';
import { home, keyOf } from '../wire/place.js';
import { control } from './control.js';
import { SeededDesk } from './desk.js';
import { Handler } from './handler.js';
import { Places } from './places.js';
/** SQS as a server offers it: every region and account, and control over time. */
export class Served {
    #clock;
    #endpoint;
    #options;
    #places;
    #handler;
    /** `endpoint` makes a fresh endpoint on this clock for each region and account, whose number no other has. */
    constructor(clock, endpoint, options) {
        this.#clock = clock;
        this.#endpoint = endpoint;
        this.#options = options;
        this.#places = this.#newPlaces();
        this.#handler = new Handler(clock, (place, call) => this.#places.deskOf(place, call));
    }
    /** Answers a request of any kind. */
    answer(request, from) {
        return control(this, request) ?? this.#handler.handle(request, { from });
    }
    get time() {
        const virtual = this.#clock instanceof VirtualClock ? this.#clock : undefined;
        const next = virtual?.next() ?? Number.POSITIVE_INFINITY;
        return {
            clock: virtual === undefined ? 'wall' : 'virtual',
            now: this.#clock.now(),
            next: Number.isFinite(next) ? next : null,
        };
    }
    /** Moves virtual time, and lets whoever got an answer have it. */
    async advanceTo(at) {
        await this.#clock.until(at);
        await nextTurn();
    }
    /** Forgets all queues, messages and histories; time goes on. Polls that wait are answered. */
    async reset() {
        const places = this.#places;
        this.#places = this.#newPlaces();
        this.#handler.dismiss();
        await places.close();
    }
    /** The history of a place, of the only one that there is unless said; undefined where none is kept. */
    history(place) {
        const all = this.#places.all();
        const wanted = place ?? (all.length === 1 ? all[0].place : home);
        return all.find((one) => keyOf(one.place) === keyOf(wanted))?.desk.history();
    }
    /** All histories that are kept, with their places. */
    histories() {
        return this.#places.all().flatMap(({ place, desk }) => {
            const history = desk.history();
            return history === undefined ? [] : [{ place, history }];
        });
    }
    /** Answers the polls that wait. */
    async close() {
        this.#handler.dismiss();
        await this.#places.close();
    }
    #newPlaces() {
        const tick = this.#clock instanceof VirtualClock ? 1 : 0;
        return new Places((number) => {
            const desk = new SeededDesk(this.#endpoint(number), { ...this.#options, tick });
            desk.open();
            return desk;
        }, this.#options.setup.queues.length > 0);
    }
}
