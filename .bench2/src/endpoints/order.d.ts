import { type Call } from '../core/calls.js';
import type { Setup } from '../core/schedule.js';
type Queue = Setup['queues'][number];
/** The queue that the attributes name as dead-letter target, if any. */
export declare function targetOf({ RedrivePolicy }: Record<string, string>): string | undefined;
/**
 * The calls that make a setup, in an order in which none is refused: dead-letter targets before their sources (sqs:X2),
 * after all queues the policies whose targets are on a cycle, and last who may be a source, because that names sources
 * and could forbid them (sqs:X12).
 */
export declare function creation(queues: readonly Queue[]): Call[];
export {};
