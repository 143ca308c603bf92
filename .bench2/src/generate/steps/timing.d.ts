import type { Step } from '../../core/schedule.js';
import { type Recipe } from './recipe.js';
/** Remembers the deadlines that steps set, and draws when the next ones begin. */
export declare class Timing {
    #private;
    constructor(recipe: Recipe);
    /** Gives the step its time, unless it has one; a receive may become a long poll for it. */
    schedule(step: Step): void;
    /** Remembers the deadlines that the step sets. */
    remember(step: Step): void;
}
/**
 * A duration of the step or of the first entry of its batch, else the attribute of its queue at time 0; the delay of a FIFO
 * queue's messages is always that of the queue (sqs:DY2).
 */
export declare function secondsOf({ input }: Step, recipe: Recipe, member: string, attribute?: string): number;
/** The wait of a long poll, in seconds, that begins after now and ends with the given seconds. */
export declare const drawWait: ({ draw }: Recipe, seconds: number) => number;
