import type { Op } from '../../core/history.js';
import type { Schedule } from '../../core/schedule.js';
import { withFewerActors, withFewerLiberties, withFewerSteps } from './fewer.js';
import { isLegal } from './legal.js';
import { withOneMore } from './more.js';
import { withFewerGroups, withStandardQueues } from './names.js';
import { withFewerQueues, withLowerLimits } from './setup.js';
import { withSimplerSteps } from './steps.js';
import { withDeadlines, withLongestChange, withShorterPairs } from './times.js';

/**
 * Schedules that are simpler than the given one, the boldest first: fewer steps, then less of everything else. `ops`,
 * where known, are the ops of the schedule's last run; with them, steps that lose their reference keep their time.
 */
export function* simpler(schedule: Schedule, ops: readonly Op[] = []): Generator<Schedule> {
  for (const candidate of candidates(schedule, ops))
    if (candidate.setup === schedule.setup || isLegal(candidate.setup)) yield candidate;
}

function* candidates(schedule: Schedule, ops: readonly Op[]): Generator<Schedule> {
  yield* withFewerSteps(schedule, ops);
  yield* withFewerLiberties(schedule);
  yield* withFewerQueues(schedule);
  yield* withStandardQueues(schedule);
  yield* withFewerActors(schedule);
  yield* withFewerGroups(schedule);
  yield* withDeadlines(schedule, ops);
  yield* withLongestChange(schedule);
  yield* withLowerLimits(schedule);
  yield* withSimplerSteps(schedule);
  yield* withShorterPairs(schedule);
  yield* withOneMore(schedule);
}
