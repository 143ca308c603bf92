import type { Call, Reply } from '../core/calls.js';
import type { Clock } from '../core/clock.js';
import type { Choose } from '../core/endpoint.js';
import { type Asked } from '../wire/decode.js';
import type { WireRequest, WireResponse } from '../wire/http.js';
import type { Place } from '../wire/place.js';
/** Whoever answers the calls of one place. A poll may stay open until the clock says so; its answer holds the clock. */
export interface Desk {
    call(call: Call, asking: Asking): Reply | Promise<Reply>;
}
/** What comes with a request besides its bytes. */
export interface Asking {
    /** Answers the open decisions of this call, where the client knows better than the desk. */
    choose?: Choose;
    /** Who asks, such as the number of a connection. */
    from?: string;
    /** Called when the answer has to wait for time to pass, and when it is there: before anything else can happen. */
    parked?(): void;
    answered?(): void;
}
/** Nobody will ever know what came of the call: the connection breaks without an answer. */
export declare const broken = "broken";
/** HTTP requests in, HTTP responses out: the wire on one side, the desks of all places on the other. */
export declare class Handler {
    #private;
    /** `deskOf` is asked for every call; the desk may depend on it, as a place begins with its first queue. */
    constructor(clock: Clock, deskOf: (place: Place, call: Call) => Desk);
    /** Never throws or rejects for what a client can send. */
    handle(request: WireRequest, asking?: Asking): WireResponse | typeof broken | Promise<WireResponse | typeof broken>;
    /** The same without the bytes. */
    ask(asked: Asked, asking?: Asking): Reply | Promise<Reply>;
    /** Answers every open poll with what has been found so far: nothing. */
    dismiss(): void;
    /** Deterministic: requests are numbered. */
    nextRequestId(): string;
}
