import type { Ok, Refusal } from '../core/calls.js';
import type { Asked, Turned } from './decode.js';
import type { WireResponse } from './http.js';
/** The answer as it goes over the wire. */
export declare function encode(asked: Asked, reply: Ok | Refusal, requestId: string): WireResponse;
/** What a call answers, with queues, ARNs and tasks as the client knows them. */
export declare function outputFor({ call, origin, place }: Asked, { output }: Ok): object;
/** The answer to a request that was turned away. */
export declare const encodeTurned: (turned: Turned, requestId: string) => WireResponse;
