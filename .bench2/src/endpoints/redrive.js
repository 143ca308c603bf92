import { plainDesk, SeededDesk } from '../serve/desk.js';
import { broken, Handler } from '../serve/handler.js';
import { Places } from '../serve/places.js';
import { VirtualClock } from '../time/virtual.js';
import { nextTurn, wallClock } from '../time/wall.js';
import { inProcessClient, releaseSoon } from './client.js';
import { fastClient } from './fast.js';
import { modelEndpoint } from './model.js';
/** SQS in this process, for programs that use the AWS SDK. Nothing leaves the process, and nothing is looked up. */
export class InProcess {
    clock;
    #handler;
    #places;
    /** `service` makes the service of a region and account, whose number no other has. */
    constructor(service, clock, options = {}) {
        const { seed = 'redrive', liberties = [] } = options;
        this.clock = clock;
        const tick = clock instanceof VirtualClock ? 1 : 0;
        this.#places = new Places((number) => {
            const endpoint = modelEndpoint(service(number), clock);
            return new SeededDesk(endpoint, { ...plainDesk, seed, liberties, tick });
        });
        this.#handler = new Handler(clock, (place, call) => this.#places.deskOf(place, call));
    }
    /** An SQSClient of the AWS SDK; with `fast`, one that leaves out serialisation, signing and parsing. */
    client(options = {}) {
        return (options.fast === true ? fastClient : inProcessClient)(this.#handler, this.clock, options);
    }
    /** Answers one HTTP request of any SQS client. @throws Error where the connection would have broken */
    async handle(request) {
        const answer = await this.#handler.handle(request);
        if (answer === broken)
            throw new Error('socket hang up');
        return answer;
    }
    /** Lets time pass, and everybody who waits for it go on. */
    async advance(ms) {
        await nextTurn();
        await this.clock.until(this.clock.now() + ms);
        await nextTurn();
    }
    /** Lets time pass until the work is done. */
    async until(work) {
        await nextTurn();
        await this.clock.until(work);
        return work;
    }
    /** Sleeps in the time of this clock. */
    sleep(ms) {
        return new Promise((resolve) => {
            this.clock.alarm(this.clock.now() + ms, () => {
                this.clock.hold();
                resolve();
                releaseSoon(this.clock);
            });
        });
    }
    async close() {
        await this.#places.close();
    }
}
/** The clock that the options name. */
export function clockOf(clock = 'virtual') {
    if (typeof clock !== 'string')
        return clock;
    return clock === 'wall' ? wallClock() : new VirtualClock();
}
