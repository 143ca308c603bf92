import type { History } from '../src/core/history.js';
import type { Profile } from '../src/core/schedule.js';
import type { Reach } from './reach/reach.js';
export type { Reach } from './reach/reach.js';
/** Everything that campaigns must meet. */
export declare const reaches: readonly Reach[];
/** What a campaign with these queues must meet. */
export declare const reachesOf: (profile: Profile) => readonly Reach[];
/** Names of everything the history reached. */
export declare function reachedBy(history: History): ReadonlySet<string>;
