import { chooserOf, drawsOf } from '../chance/keyed.js';
import { faults } from '../faults/index.js';
import { ActorExchange } from '../run/exchange.js';
import { Journal } from './journal.js';
export const plainDesk = {
    level: 'strict',
    liberties: [],
    faults: [],
    setup: { queues: [] },
    record: false,
};
/** One call in so many meets a fault. */
const faultEvery = 10;
/** A late answer is so late. */
const lateBy = 1000;
/** The desk of one place: an endpoint whose clients come when they like. */
export class SeededDesk {
    #endpoint;
    #options;
    #settings;
    /** Kept also for faults, which are told in its words. */
    #journal;
    #chooser;
    #calls = 0;
    #last = 0;
    constructor(endpoint, options) {
        const { seed, level, liberties, setup, record } = options;
        this.#endpoint = endpoint;
        this.#options = options;
        this.#settings = { seed, level, liberties: [...liberties], setup };
        this.#chooser = this.#newChooser();
        if (record || options.faults.length > 0)
            this.#journal = new Journal(endpoint, this.#settings, record);
    }
    /** Creates the queues of the setup. @throws what the endpoint's `open` throws */
    open() {
        return this.#endpoint.open(this.#options.setup);
    }
    call(call, asking) {
        if (this.#options.tick === 0)
            return this.#answer(call, asking);
        const ready = this.#turn();
        return ready === undefined ? this.#answer(call, asking) : ready.then(() => this.#answerLater(call, asking));
    }
    close() {
        return this.#endpoint.close();
    }
    /** What has been recorded; undefined if nothing is. */
    history() {
        const { record, mutant } = this.#options;
        if (!record || this.#journal === undefined)
            return undefined;
        const history = this.#journal.history();
        return mutant === undefined ? history : { ...history, mutant };
    }
    /** The next free instant. */
    #turn() {
        const { clock } = this.#endpoint;
        const at = this.#last + this.#options.tick;
        const ready = clock.now() < at ? clock.until(at) : undefined;
        return ready === undefined ? undefined : this.#turnAfter(ready);
    }
    /** While it waited, another call may have come at the very instant it waited for. */
    async #turnAfter(ready) {
        const { clock } = this.#endpoint;
        await ready;
        while (clock.now() < this.#last + this.#options.tick)
            await clock.until(this.#last + this.#options.tick);
    }
    /** An answer that comes later holds the clock, also one that only had to wait for its turn. */
    #answerLater(call, asking) {
        const reply = this.#answer(call, asking);
        if (!(reply instanceof Promise))
            this.#endpoint.clock.hold();
        return reply;
    }
    #answer(call, asking) {
        if (this.#options.tick > 0)
            this.#last = this.#endpoint.clock.now();
        if (this.#journal === undefined)
            return this.#endpoint.call(call, asking.choose ?? this.#choose());
        return this.#noted(this.#journal, call, asking);
    }
    #noted(journal, call, { from }) {
        const visit = journal.begin(call, from, (step) => this.#faultOf(step));
        if (visit === undefined)
            return this.#endpoint.call(call, plain);
        const { actor, step, fault } = visit;
        const exchange = new ActorExchange(journal, actor, call, step, fault);
        const op = fault === undefined ? exchange.send() : faults[fault].around(exchange, lateBy);
        if (!(op instanceof Promise)) {
            journal.end(visit, op);
            return op.reply;
        }
        return op.then((done) => {
            journal.end(visit, done);
            this.#endpoint.clock.hold();
            exchange.letGo();
            return done.reply;
        });
    }
    #faultOf(step) {
        const { faults, seed } = this.#options;
        if (faults.length === 0)
            return undefined;
        const draw = drawsOf(`${seed}/${step}`);
        return draw(faultEvery) === 0 ? faults[draw(faults.length)] : undefined;
    }
    /** Nobody wants to know the decisions taken long ago. */
    #choose() {
        if (this.#calls % 1000 === 999)
            this.#chooser = this.#newChooser();
        return this.#chooser.of(String(this.#calls++));
    }
    #newChooser() {
        return chooserOf({ ...this.#settings, steps: [] });
    }
}
const plain = () => 0;
