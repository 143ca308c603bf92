import type { Call } from '../core/calls.js';
import { type Place } from '../wire/place.js';
import type { Desk } from './handler.js';
export interface OpenDesk extends Desk {
    close(): void | Promise<void>;
}
/** The desks of all regions and accounts that have ever had a queue: they share nothing (sqs:D1). */
export declare class Places<T extends OpenDesk> {
    #private;
    /** `open` makes the desk of a place, whose number no other has. With `keepsAll` each has queues from the beginning. */
    constructor(open: (number: number) => T, keepsAll?: boolean);
    /** Else a place begins with the first queue that somebody wants there: before, there is nothing to remember. */
    deskOf(place: Place, { call }: Pick<Call, 'call'>): T;
    all(): readonly {
        place: Place;
        desk: T;
    }[];
    close(): Promise<void>;
}
