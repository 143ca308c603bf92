/** Integer milliseconds since the run began. */
export type Millis = number;
/**
 * Time, as the run and the endpoints see it. One dispatcher sleeps with `until`; endpoints set alarms.
 * On a virtual clock time moves only inside `until`, and stands still while somebody holds it.
 */
export interface Clock {
    now(): Millis;
    /** Time passes until `at`, or until the promise settles. Returns nothing when that was possible without waiting. */
    until(at: Millis | Promise<unknown>): Promise<void> | undefined;
    /** Calls `ring` once at `at` (or at the next turn if that is past), unless cancelled. Returns the cancel. */
    alarm(at: Millis, ring: () => void): () => void;
    /** Time stands still from `hold` until as many `release`: an answer is on its way to its actor. */
    hold(): void;
    release(): void;
}
