import type { Step } from '../../core/schedule.js';
/** A batch as a single call with one of its entries, and with fewer or simpler entries. */
export declare function simplerBatches(step: Step): Generator<Step>;
