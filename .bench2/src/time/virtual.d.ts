import type { Clock, Millis } from '../core/clock.js';
/** Time that moves only while somebody sleeps and nobody holds it, straight to the next thing that happens. Starts at 0. */
export declare class VirtualClock implements Clock {
    #private;
    now(): Millis;
    until(at: Millis | Promise<unknown>): Promise<void> | undefined;
    alarm(at: Millis, ring: () => void): () => void;
    hold(): void;
    release(): void;
    /** When the next alarm rings; Infinity if none is set. */
    next(): Millis;
}
