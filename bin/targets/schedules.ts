import type { Campaign } from '../../src/campaign.js';
import { sparing } from '../../src/generate/abilities.js';
import { type Range, scheduleOf } from '../../src/generate/schedule.js';
import { lacksOf } from './column.js';
import type { Lacks } from './read.js';

/** The schedule that a seed means for a target: without what that does not have. */
export function schedulesFor(lacks: Lacks, range: Range): Campaign['schedule'] {
  const own = lacks.fifo === undefined ? range : { ...range, profile: 'standard' as const };
  return (seed) => sparing(scheduleOf(seed, own), lacksOf(lacks));
}
