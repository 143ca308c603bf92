import { SQSClient } from '@aws-sdk/client-sqs';
import type { Clock } from '../core/clock.js';
import { type Asking, broken, type Handler } from '../serve/handler.js';
import type { WireResponse } from '../wire/http.js';
export interface ClientOptions {
    /** us-east-1 unless said. */
    region?: string;
    /** Twelve digits, twelve zeros unless said. */
    account?: string;
    /** How often the SDK sends a request in all: 3 unless said. */
    maxAttempts?: number;
    /** Whether the SDK checks the digests of bodies: it does unless said. */
    md5?: boolean;
}
/** What may go with a command to the request handler: the options of `send`. */
export interface SendWith extends Asking {
    abortSignal?: AbortSignal;
    /** The response, where it is known already. */
    answer?: WireResponse | typeof broken;
}
/**
 * A real SQSClient with the service in its request handler: the SDK serialises, signs, retries and parses as always, and
 * there is no socket that it could use. While a request is under way the clock stands still, but for long polls; and
 * after the answer, until its client has gone on as far as it can.
 */
export declare function inProcessClient(handler: Handler, clock: Clock, options?: ClientOptions): SQSClient;
/** The same for somebody who holds the clock himself, once for each request, until he has seen what came of it. */
export declare function clientOver(handler: Handler, clock: Clock, options?: ClientOptions): SQSClient;
/** As the SDK would find it for itself. */
export declare const originOf: (region: string) => string;
/** Lets time go on when whoever got an answer has had his turn. */
export declare function releaseSoon(clock: Clock): void;
/** While the answer waits for time to pass, this call does not hold the clock. */
export declare const parking: (clock: Clock, asking: Asking) => Asking;
