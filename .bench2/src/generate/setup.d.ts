import type { Draw } from '../chance/seed.js';
import type { Setup } from '../core/schedule.js';
import type { Feature } from './swarm.js';
import type { Values } from './values.js';
/** Which types the queues of one schedule have; `mixed` has both. */
export type Kind = 'standard' | 'fifo' | 'mixed';
/** One to four queues; with dead letters, some of them pass their poison on to a later one of their type. */
export declare function drawSetup(draw: Draw, features: ReadonlySet<Feature>, values: Values, kind: Kind): Setup;
/** A limit of 1 to 3, mostly low; as text now and then, which is as good as a number (sqs:A7). */
export declare function drawPolicy(draw: Draw, target: string): string;
