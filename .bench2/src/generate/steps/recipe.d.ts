import type { Draw } from '../../chance/seed.js';
import { type QueueAttributes } from '../../core/calls.js';
import type { FaultName, Setup, Step } from '../../core/schedule.js';
import type { Feature } from '../swarm.js';
import type { Values } from '../values.js';
import type { Past } from './past.js';
/** What the steps of one schedule are drawn from. */
export interface Recipe {
    draw: Draw;
    features: ReadonlySet<Feature>;
    values: Values;
    setup: Setup;
    /** The dead-letter queue of each queue of the setup that has one. */
    targets: ReadonlyMap<string, string>;
    /** How often each queue that has one delivers a message before it is a dead letter. */
    limits: ReadonlyMap<string, number>;
    /** Faults to draw from; none where the schedule has none. */
    faults: readonly FaultName[];
    actors: readonly string[];
    /** The message groups that its messages belong to. */
    groups: readonly string[];
    /** Whether steps wait for hours, and for deadlines that are hours away. */
    isFar: boolean;
}
/** Draws the next step of one kind. */
export type DrawStep = (id: number, recipe: Recipe, past: Past) => Step;
/** One actor, or a crowd of two to six. */
export declare function drawRecipe(draw: Draw, features: ReadonlySet<Feature>, values: Values, setup: Setup, faults: readonly FaultName[]): Recipe;
export declare const drawActor: ({ draw, actors }: Recipe) => string;
/** The first queue gets most of the traffic, so that its messages meet. */
export declare const drawQueue: ({ draw, setup: { queues } }: Recipe) => string;
/** The first queue that is not the given one. */
export declare const otherQueue: ({ setup }: Recipe, queue: string) => string | undefined;
/** The last queue of the given one's type, which is the target of others where there are dead letters. */
export declare const lastAlike: ({ setup }: Recipe, queue: string) => string;
/** What the setup gave the queue; nothing for a queue that is not of the setup. */
export declare const attributesOf: ({ setup }: Recipe, queue: unknown) => QueueAttributes | undefined;
/** Whether the content of a message was its deduplication id at time 0 (sqs:F3). */
export declare const isContentBased: (recipe: Recipe, queue: string) => boolean;
