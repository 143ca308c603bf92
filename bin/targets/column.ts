import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { properties } from '../../properties/index.js';
import type { Campaign, Failure, Outcome, PropertyTally } from '../../src/campaign.js';
import { violationsOf } from '../../src/check.js';
import type { Verdict, Violation } from '../../src/core/verdict.js';
import { type Ability, attributesOf } from '../../src/generate/abilities.js';
import { writeTrace } from '../../src/trace.js';
import { writeWhole } from '../files.js';
import { kindOf } from '../matrix/kind.js';
import type { Cell, Column, Deviation, State } from '../matrix/matrix.js';
import { needs } from './needs.js';
import type { Lacks } from './read.js';

/** Who is judged. */
export type About = Pick<Column, 'name' | 'project' | 'version' | 'released' | 'lacks'>;

export const lacksOf = (lacks: Lacks): Ability[] => Object.keys(lacks) as Ability[];

/** A judge who forgives what is said of attributes that belong to what is lacking. */
export function forgiving(judge: Campaign['judge'], lacks: readonly Ability[]): Campaign['judge'] {
  const names = attributesOf(lacks);
  if (names.length === 0) return judge;
  const isForgiven = ({ says }: Violation): boolean => names.some((name) => new RegExp(`\\b${name}\\b`).test(says));
  return (history) => judge(history).map((verdict) => without(verdict, isForgiven));
}

function without(verdict: Verdict, isForgiven: (violation: Violation) => boolean): Verdict {
  if (verdict.kind !== 'broken') return verdict;
  const { violations, ...rest } = verdict;
  const left = violations.filter((violation) => !isForgiven(violation));
  return left.length > 0 ? { ...rest, violations: left } : { ...rest, kind: 'holds' };
}

/** How often the smallest schedule of each deviation is run again. */
const repeats = 3;

/** How often a failure showed when its schedule was run again; what could not be run showed nothing. */
async function again({ history, violation }: Failure, { execute, judge }: Judging): Promise<number> {
  const kind = kindOf(violation);
  const runs = await Promise.allSettled(Array.from({ length: repeats }, () => execute(history.schedule)));
  const histories = runs.flatMap((run) => (run.status === 'fulfilled' ? [run.value] : []));
  return histories.filter((one) => violationsOf(judge(one)).some((other) => kindOf(other) === kind)).length;
}

/** A failure, and how often it showed again. */
interface Found {
  failure: Failure;
  count: number;
}

type Judging = Pick<Campaign, 'execute' | 'judge'>;

/** Where the traces of a report go, and the line that runs one of them again on its target. */
export interface Report {
  folder: string;
  replay(trace: string, target: string): string;
}

/** The column of an implementation after its campaign: runs every failure again, and keeps its trace. */
export async function columnOf(about: About, outcome: Outcome, judging: Judging, report: Report): Promise<Column> {
  const counts = await Promise.all(outcome.failures.map((failure) => again(failure, judging)));
  const { folder } = report;
  const found: Found[] = outcome.failures.map((failure, k) => ({ failure, count: counts[k]! }));
  const traces = join('traces', about.name);
  rmSync(join(folder, traces), { recursive: true, force: true });
  const cells = properties.map(({ name }): [string, Cell] => {
    const own = found.filter(({ failure }) => failure.violation.property === name).toSorted(bySize);
    const deviations = own.map(({ failure, count }, k) => {
      const trace = join(traces, `${name}${k === 0 ? '' : `-${k + 1}`}.jsonl`);
      const path = join(folder, trace);
      writeWhole(path, writeTrace(failure.history, [failure.violation]));
      return deviationOf(failure, count, trace, report.replay(path, about.name));
    });
    return [name, cellOf(name, about.lacks, outcome.properties.get(name)!, deviations)];
  });
  const { runs, calls } = outcome;
  return { ...about, runs, calls, unanswered: unansweredOf(outcome), cells: Object.fromEntries(cells) };
}

/** How many reasons are told. */
const reasonsMax = 5;

const unansweredOf = ({ unanswered }: Outcome): Column['unanswered'] =>
  [...unanswered]
    .map(([why, calls]) => ({ why, calls }))
    .toSorted((a, b) => b.calls - a.calls || (a.why < b.why ? -1 : 1))
    .slice(0, reasonsMax);

/** The smallest first, among them the most frequent. */
function bySize({ failure: a }: Found, { failure: b }: Found): number {
  const size = a.history.schedule.steps.length - b.history.schedule.steps.length;
  return size || b.seen - a.seen || (a.violation.says < b.violation.says ? -1 : 1);
}

const deviationOf = (
  { violation, history, seen }: Failure,
  again: number,
  trace: string,
  replay: string,
): Deviation => ({
  says: violation.says,
  seen,
  steps: history.schedule.steps.length,
  trace,
  replay,
  repeated: repeats,
  again,
});

function cellOf(property: string, lacks: Lacks, { judged, open }: PropertyTally, deviations: Deviation[]): Cell {
  const lacking = needs[property]?.find((ability) => lacks[ability] !== undefined);
  if (lacking !== undefined)
    return { state: 'not applicable', why: lacks[lacking]!, judged: 0, open: 0, deviations: [] };
  return { state: stateOf(judged, open, deviations), judged, open, deviations };
}

function stateOf(judged: number, open: number, deviations: readonly Deviation[]): State {
  if (deviations.some(({ again }) => again > 0)) return 'broken';
  if (deviations.length > 0) return 'undecided';
  if (judged > 0) return 'holds';
  return open > 0 ? 'undecided' : 'not reached';
}
