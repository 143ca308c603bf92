import type { Step } from '../core/schedule.js';
import type { Members } from './members.js';
/** The value with the queues in all its texts renamed; those that the map does not know keep their names. */
export declare function withQueues<T>(value: T, renamed: ReadonlyMap<string, string>): T;
/** The members that each message of a step has, and a receive: those of its call or of each entry of its batch. */
export declare const membersOf: ({ input }: Step) => readonly Members[];
/** The step with the members of its call and of each entry of its batch made anew. */
export declare function withEach(step: Step, change: (members: Members) => Members): Step;
