import type { Clock, Millis } from '../core/clock.js';
import type { Endpoint } from '../core/endpoint.js';
import type { History } from '../core/history.js';
import type { WireRequest, WireResponse } from '../wire/http.js';
import { type Place } from '../wire/place.js';
import { type DeskOptions } from './desk.js';
import { type broken } from './handler.js';
export type ServedOptions = Omit<DeskOptions, 'tick'>;
/** What a client can see of time. */
export interface ClockState {
    clock: 'virtual' | 'wall';
    /** Milliseconds since the beginning. */
    now: Millis;
    /** When the next long poll is answered; null if none waits, and in real time, where nobody can know. */
    next: Millis | null;
}
/** SQS as a server offers it: every region and account, and control over time. */
export declare class Served {
    #private;
    /** `endpoint` makes a fresh endpoint on this clock for each region and account, whose number no other has. */
    constructor(clock: Clock, endpoint: (number: number) => Endpoint, options: ServedOptions);
    /** Answers a request of any kind. */
    answer(request: WireRequest, from: string): WireResponse | typeof broken | Promise<WireResponse | typeof broken>;
    get time(): ClockState;
    /** Moves virtual time, and lets whoever got an answer have it. */
    advanceTo(at: Millis): Promise<void>;
    /** Forgets all queues, messages and histories; time goes on. Polls that wait are answered. */
    reset(): Promise<void>;
    /** The history of a place, of the only one that there is unless said; undefined where none is kept. */
    history(place?: Place): History | undefined;
    /** All histories that are kept, with their places. */
    histories(): {
        place: Place;
        history: History;
    }[];
    /** Answers the polls that wait. */
    close(): Promise<void>;
}
