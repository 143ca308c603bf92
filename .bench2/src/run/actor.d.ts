import type { Op } from '../core/history.js';
/** One sequential client: what it holds, and the op it waits for. */
export declare class Actor {
    #private;
    readonly name: string;
    /** The op under way; undefined when the actor is free. */
    pending: Promise<Op> | undefined;
    constructor(name: string);
    /** Keeps the handles of an answered receive, and that of a move task it started. */
    keep(op: Op): void;
    /** A handle it holds of the queue, counted back from the newest, modulo how many there are. */
    receipt(queue: string, back: number): string | undefined;
    /** The handle of a move task it started, counted in the same way. */
    task(back: number): string | undefined;
    forget(): void;
}
