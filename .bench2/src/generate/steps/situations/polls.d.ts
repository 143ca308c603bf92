import type { Step } from '../../../core/schedule.js';
import { type Recipe } from '../recipe.js';
import { type Next } from './next.js';
/** The other thing with the same receipt. */
export declare function afterSettling(last: Step, { draw, features, values }: Recipe): Next[];
/** Somebody waits while the message comes back, or is deleted; or what came back becomes a dead letter. */
export declare function afterReceive(last: Step, recipe: Recipe): Next[];
/** A poll whose wait ends exactly when the delay of the send does; a dead letter at the end of its life. */
export declare function afterSend(last: Step, recipe: Recipe): Next[];
