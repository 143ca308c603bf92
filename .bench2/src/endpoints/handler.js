import { Handler } from '../serve/handler.js';
import { VirtualClock } from '../time/virtual.js';
import { changed } from '../wire/kinds.js';
import { operations } from '../wire/operations.js';
import { addressOf, home, urlOf } from '../wire/place.js';
import { clientOver, originOf } from './client.js';
import { modelEndpoint } from './model.js';
import { ask } from './sdk.js';
/** A service behind both borders of the wire, and the AWS SDK before them, all in this process. */
export function handlerEndpoint(service, clock = new VirtualClock()) {
    return new HandlerEndpoint(service, clock);
}
const origin = originOf(home.region);
class HandlerEndpoint {
    name = 'handler';
    accuracy;
    clock;
    #model;
    #client;
    constructor(service, clock) {
        this.clock = clock;
        this.#model = modelEndpoint(service, clock);
        this.accuracy = this.#model.accuracy;
        const desk = { call: (call, { choose }) => this.#model.call(call, choose ?? plain) };
        this.#client = clientOver(new Handler(clock, () => desk), clock, { maxAttempts: 1, md5: false });
    }
    open(setup) {
        return this.#model.open(setup);
    }
    /** Whoever gets the answer lets the clock go on. */
    async call(call, choose) {
        this.clock.hold();
        const { reply } = await ask(this.#client, withUrls(call), { choose });
        return reply.kind === 'ok' ? withNames(call, reply) : reply;
    }
    close() {
        this.#client.destroy();
        return this.#model.close();
    }
}
const plain = () => 0;
/** A call as a client asks it, with URLs for queues. */
export const withUrls = ({ call, input }, at = origin) => {
    const queue = (name) => (name === '' ? name : urlOf(at, home, name));
    return { call, input: changed(operations[call].input, input, { queue }) };
};
/** An answer as a history shows it, with names for queues. */
export const withNames = ({ call }, { kind, output }) => {
    const queue = (url) => addressOf(url).name;
    return { kind, output: changed(operations[call].output, output, { queue }) };
};
