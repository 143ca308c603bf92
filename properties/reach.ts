import type { History } from '../src/core/history.js';
import type { Profile } from '../src/core/schedule.js';
import { deadLetters } from './reach/dead-letters.js';
import { dedup } from './reach/dedup.js';
import { freedom } from './reach/freedom.js';
import { groups } from './reach/groups.js';
import { polls } from './reach/polls.js';
import { queues } from './reach/queues.js';
import type { Reach, Scene } from './reach/reach.js';
import { windows } from './reach/windows.js';
import { factsOf } from './reading/facts.js';

export type { Reach } from './reach/reach.js';

const scenes: readonly Scene[] = [windows, polls, deadLetters, groups, dedup, queues, freedom].flat();

/** Everything that campaigns must meet. */
export const reaches: readonly Reach[] = scenes.flatMap((scene) => scene.reaches);

/** What a campaign with these queues must meet. */
export const reachesOf = (profile: Profile): readonly Reach[] =>
  reaches.filter(({ on }) => profile === 'all' || on === undefined || on === profile);

/** Names of everything the history reached. */
export function reachedBy(history: History): ReadonlySet<string> {
  const facts = factsOf(history);
  const found = new Set<string>();
  for (const { look } of scenes) look(facts, found);
  return found;
}
