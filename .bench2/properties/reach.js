import { deadLetters } from './reach/dead-letters.js';
import { dedup } from './reach/dedup.js';
import { freedom } from './reach/freedom.js';
import { groups } from './reach/groups.js';
import { polls } from './reach/polls.js';
import { queues } from './reach/queues.js';
import { windows } from './reach/windows.js';
import { factsOf } from './reading/facts.js';
const scenes = [windows, polls, deadLetters, groups, dedup, queues, freedom].flat();
/** Everything that campaigns must meet. */
export const reaches = scenes.flatMap((scene) => scene.reaches);
/** What a campaign with these queues must meet. */
export const reachesOf = (profile) => reaches.filter(({ on }) => profile === 'all' || on === undefined || on === profile);
/** Names of everything the history reached. */
export function reachedBy(history) {
    const facts = factsOf(history);
    const found = new Set();
    for (const { look } of scenes)
        look(facts, found);
    return found;
}
