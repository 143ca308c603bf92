import { Handler } from '../serve/handler.js';
import { listen } from '../serve/server.js';
import { VirtualClock } from '../time/virtual.js';
import { home } from '../wire/place.js';
import { parking } from './client.js';
import { withNames, withUrls } from './handler.js';
import { modelEndpoint } from './model.js';
import { ask, sdkClient } from './sdk.js';
/** A service behind a socket of this machine, and the AWS SDK before it. */
export function httpEndpoint(service, clock = new VirtualClock()) {
    return new HttpEndpoint(service, clock);
}
/** Names the call that a request belongs to. */
const opHeader = 'x-redrive-op';
const sockets = 64;
const signer = { region: home.region, credentials: { accessKeyId: 'redrive', secretAccessKey: 'none' } };
class HttpEndpoint {
    name = 'http';
    accuracy;
    clock;
    #model;
    #handler;
    /** What came with the calls whose requests are on their way. */
    #asking = new Map();
    #calls = 0;
    #listening;
    #client;
    constructor(service, clock) {
        this.clock = clock;
        this.#model = modelEndpoint(service, clock);
        this.accuracy = this.#model.accuracy;
        const desk = { call: (call, { choose }) => this.#model.call(call, choose) };
        this.#handler = new Handler(clock, () => desk);
    }
    async open(setup) {
        await this.#model.open(setup);
        this.#listening = await listen((request) => this.#handle(request), '127.0.0.1', 0, rethrow);
        this.#client = naming(sdkClient(this.#listening.url, sockets, signer));
    }
    /** Whoever gets the answer lets the clock go on. */
    async call(call, choose) {
        this.clock.hold();
        const op = String(this.#calls++);
        this.#asking.set(op, parking(this.clock, { choose }));
        const { reply } = await ask(this.#client, withUrls(call, this.#listening.url), { op });
        return reply.kind === 'ok' ? withNames(call, reply) : reply;
    }
    async close() {
        this.#handler.dismiss();
        await this.#listening?.close();
        await this.#model.close();
    }
    #handle(request) {
        const op = request.headers[opHeader];
        const asking = this.#asking.get(op);
        this.#asking.delete(op);
        return this.#handler.handle(request, asking);
    }
}
/** A client whose requests say which call they belong to. */
function naming(client) {
    const { requestHandler } = client.config;
    const handle = (request, options) => {
        request.headers[opHeader] = options.op;
        return requestHandler.handle(request, options);
    };
    client.config.requestHandler = Object.assign(Object.create(requestHandler), { handle });
    return client;
}
const rethrow = (error) => {
    throw error;
};
