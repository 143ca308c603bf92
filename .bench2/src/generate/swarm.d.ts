import type { Draw } from '../chance/seed.js';
/**
 * What a schedule may use, and in how many schedules of ten it is there. Swarm by omission: most bugs need few features, and
 * the others only get in the way (a purge hides a loss, a delete hides a late redelivery).
 */
declare const frequencies: {
    readonly batches: 6;
    readonly 'long-polls': 7;
    readonly deletes: 7;
    readonly changes: 7;
    readonly delays: 7;
    readonly 'dead-letters': 6;
    readonly tasks: 3;
    readonly purges: 3;
    readonly settings: 3;
    readonly lifecycle: 4;
    readonly reads: 7;
    readonly refusals: 5;
    readonly 'many-refusals': 2;
    readonly attributes: 5;
    readonly tenants: 3;
    readonly dedup: 6;
    readonly attempts: 3;
    readonly labels: 2;
    readonly stale: 7;
    readonly deadlines: 9;
    readonly 'far-times': 4;
    readonly faults: 4;
    readonly crowd: 8;
};
export type Feature = keyof typeof frequencies;
/** The features of one schedule. */
export declare function drawFeatures(draw: Draw): ReadonlySet<Feature>;
export {};
