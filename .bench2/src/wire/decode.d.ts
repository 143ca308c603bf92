import type { Call, CallName, Refusal } from '../core/calls.js';
import { type WireRequest } from './http.js';
import { type Place } from './place.js';
/**
 * The border between HTTP and canonical calls, in both protocols of SQS (sqs section 10). Sockets, time and state are
 * elsewhere: the same request always decodes to the same call, and the same reply is always written as the same bytes.
 */
/** Bytes in a request that is looked at: a payload of 1 MiB (sqs:Q2) in six bytes for each of its own, and some more. */
export declare const requestMax: number;
/** What has to be known of a request for its answer to be written. */
export interface Asked {
    protocol: 'json' | 'query';
    place: Place;
    origin: string;
    call: Call;
}
/** A request that is refused before any service hears of it. */
export interface Turned {
    protocol: 'json' | 'query';
    refusal: Refusal;
}
/** What the request asks, or why it asks nothing. Never throws. */
export declare function decode(request: WireRequest): Asked | Turned;
/** A call whose queues, ARNs and tasks are still as the client names them. */
export declare function askedOf(protocol: Asked['protocol'], origin: string, action: CallName, input: Record<string, unknown>, signer: Partial<Place>): Asked;
