import type { History } from '../core/history.js';
import type { Verdict } from '../core/verdict.js';
import type { Failure, Part, PropertyTally, Sum, Tally } from './words.js';

/** Nothing has run yet. */
export const noTally = (): Tally => ({
  runs: 0,
  steps: 0,
  calls: 0,
  simulated: 0,
  repeated: 0,
  properties: new Map(),
  reached: new Map(),
  lost: new Map(),
  unanswered: new Map(),
});

/** What one schedule came to. */
export function tallyOf({ schedule, ops }: History, verdicts: Verdict[], reached: Iterable<string>): Tally {
  const tally = { ...noTally(), runs: 1, steps: schedule.steps.length, calls: ops.length };
  tally.simulated = ops.at(-1)?.returned ?? 0;
  for (const name of reached) add(tally.reached, name, 1);
  for (const { reply, fault } of ops)
    if (reply.kind === 'unknown' && fault === undefined) add(tally.unanswered, reply.why, 1);
  for (const { property, kind, judged, undecided } of verdicts)
    count(tally, property, { ...only[kind], judged, open: undecided });
  return tally;
}

const nothingJudged: PropertyTally = { holds: 0, broken: 0, undecided: 0, judged: 0, open: 0 };
const only: Record<Verdict['kind'], PropertyTally> = {
  holds: { ...nothingJudged, holds: 1 },
  broken: { ...nothingJudged, broken: 1 },
  undecided: { ...nothingJudged, undecided: 1 },
};

const numbers = ['runs', 'steps', 'calls', 'simulated', 'repeated'] as const;

/** Adds a part to a sum, in place. Names stay in the order in which they first came. */
export function addPart(sum: Sum, part: Part): void {
  for (const name of numbers) sum[name] += part[name];
  for (const [name, count] of part.reached) add(sum.reached, name, count);
  for (const [why, count] of part.lost) add(sum.lost, why, count);
  for (const [why, count] of part.unanswered) add(sum.unanswered, why, count);
  for (const [property, tally] of part.properties) count(sum, property, tally);
  for (const [kind, failure] of part.failing) sum.failing.set(kind, smaller(sum.failing.get(kind), failure));
}

const add = (counts: Map<string, number>, name: string, count: number): void => {
  counts.set(name, (counts.get(name) ?? 0) + count);
};

function count({ properties }: Tally, property: string, more: PropertyTally): void {
  const known = properties.get(property);
  if (known === undefined) {
    properties.set(property, { ...more });
    return;
  }
  known.holds += more.holds;
  known.broken += more.broken;
  known.undecided += more.undecided;
  known.judged += more.judged;
  known.open += more.open;
}

/** Of two failures of one kind that with fewer steps, or the earlier one; both were seen. */
function smaller(known: Failure | undefined, next: Failure): Failure {
  if (known === undefined) return next;
  const size = ({ history }: Failure): number => history.schedule.steps.length;
  return { ...(size(next) < size(known) ? next : known), seen: known.seen + next.seen };
}
