import type { Call } from '../core/calls.js';
import type { Step } from '../core/schedule.js';
import type { Actor } from './actor.js';
/**
 * The step's call with its blanks filled: birth certificates, receipts and move tasks (see `Step`). Undefined if the actor
 * holds no receipt or task where one is needed.
 */
export declare function fill(step: Step, actor: Actor): Call | undefined;
