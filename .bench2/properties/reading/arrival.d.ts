import type { Millis } from '../../src/core/clock.js';
import type { Facts } from './facts.js';
import type { Judgement } from './judge.js';
/** Every accepted send that is delayed, or every one that is not, against the long polls open when its message arrives. */
export declare function arrivalsAnswer(facts: Facts, judgement: Judgement, delayed: boolean, late: Millis): void;
