import { decode } from '../wire/decode.js';
import { encode, encodeTurned } from '../wire/encode.js';
/** Nobody will ever know what came of the call: the connection breaks without an answer. */
export const broken = 'broken';
const nothingFound = { kind: 'ok', output: {} };
/** HTTP requests in, HTTP responses out: the wire on one side, the desks of all places on the other. */
export class Handler {
    #deskOf;
    #clock;
    /** Ends the waits of polls that are open. */
    #waits = new Set();
    #requests = 0;
    /** `deskOf` is asked for every call; the desk may depend on it, as a place begins with its first queue. */
    constructor(clock, deskOf) {
        this.#clock = clock;
        this.#deskOf = deskOf;
    }
    /** Never throws or rejects for what a client can send. */
    handle(request, asking = {}) {
        const asked = decode(request);
        if ('refusal' in asked)
            return encodeTurned(asked, this.nextRequestId());
        const reply = this.ask(asked, asking);
        return reply instanceof Promise ? reply.then((r) => this.#written(asked, r)) : this.#written(asked, reply);
    }
    /** The same without the bytes. */
    ask(asked, asking = {}) {
        const reply = this.#deskOf(asked.place, asked.call).call(asked.call, asking);
        if (!(reply instanceof Promise))
            return reply;
        asking.parked?.();
        return new Promise((resolve) => {
            const dismiss = () => resolve(nothingFound);
            this.#waits.add(dismiss);
            reply.then((answer) => {
                this.#waits.delete(dismiss);
                asking.answered?.();
                this.#clock.release();
                resolve(answer);
            });
        });
    }
    /** Answers every open poll with what has been found so far: nothing. */
    dismiss() {
        for (const dismiss of this.#waits)
            dismiss();
        this.#waits.clear();
    }
    /** Deterministic: requests are numbered. */
    nextRequestId() {
        const number = (this.#requests++).toString(16).padStart(12, '0');
        return `00000000-0000-4000-8000-${number}`;
    }
    #written(asked, reply) {
        return reply.kind === 'unknown' ? broken : encode(asked, reply, this.nextRequestId());
    }
}
