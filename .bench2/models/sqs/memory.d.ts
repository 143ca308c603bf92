import type { Millis } from '../../src/core/clock.js';
/** What is remembered under a key since an instant. */
export interface Kept {
    readonly key: string;
    at: Millis;
}
/** Values by key that are forgotten from the oldest on. */
export declare class Memory<V extends Kept> {
    #private;
    get size(): number;
    get(key: string): V | undefined;
    keep(value: V): void;
    delete(key: string): void;
    clear(): void;
    /** Forgets the oldest value, and again, as long as `over` says so of it. */
    prune(over: (oldest: V) => boolean): void;
}
