import type { Millis } from '../core/clock.js';
import type { History } from '../core/history.js';
import type { WireRequest, WireResponse } from '../wire/http.js';
import { type Place } from '../wire/place.js';
import type { ClockState } from './served.js';
/** What can be controlled from outside. */
export interface Controlled {
    readonly time: ClockState;
    advanceTo(at: Millis): Promise<void>;
    reset(): Promise<void>;
    history(place?: Place): History | undefined;
}
/** The answer to a request that is not for SQS; undefined for one that is. */
export declare function control(served: Controlled, request: WireRequest): WireResponse | Promise<WireResponse> | undefined;
