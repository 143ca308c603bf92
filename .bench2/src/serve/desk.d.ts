import type { Call, Reply } from '../core/calls.js';
import type { Millis } from '../core/clock.js';
import type { Endpoint } from '../core/endpoint.js';
import type { History } from '../core/history.js';
import type { FaultName, Level, Liberty, Setup } from '../core/schedule.js';
import type { Asking, Desk } from './handler.js';
export interface DeskOptions {
    /** Fixes the answers to the open decisions of the nth call, and the faults. */
    seed: string;
    level: Level;
    liberties: readonly Liberty[];
    /** What happens to one call in ten on its way, drawn from these. */
    faults: readonly FaultName[];
    /** Milliseconds from one call to the next at the least: 1 in virtual time, so that their order shows; 0 in real time. */
    tick: Millis;
    /** Queues that are there from the beginning. */
    setup: Setup;
    /** Whether a history is kept of what every client asks and sees. */
    record: boolean;
    /** The bug in the endpoint, for the record. */
    mutant?: string;
}
export declare const plainDesk: Omit<DeskOptions, 'seed' | 'tick'>;
/** The desk of one place: an endpoint whose clients come when they like. */
export declare class SeededDesk implements Desk {
    #private;
    constructor(endpoint: Endpoint, options: DeskOptions);
    /** Creates the queues of the setup. @throws what the endpoint's `open` throws */
    open(): void | Promise<void>;
    call(call: Call, asking: Asking): Reply | Promise<Reply>;
    close(): void | Promise<void>;
    /** What has been recorded; undefined if nothing is. */
    history(): History | undefined;
}
