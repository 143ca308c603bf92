import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { properties } from '../../properties/index.js';
import type { Campaign, Failure, Outcome, PropertyTally } from '../../src/campaign.js';
import { type Ability, attributesOf } from '../../src/generate/abilities.js';
import { writeTrace } from '../../src/trace.js';
import { writeWhole } from '../files.js';
import type { Cell, Column, Deviation, State } from '../matrix/matrix.js';
import { forgiving } from '../weak.js';
import { needs } from './needs.js';
import type { Lacks } from './read.js';

/** Who is judged. */
export type About = Pick<Column, 'name' | 'project' | 'version' | 'released' | 'lacks' | 'timing' | 'warnings'>;

export const lacksOf = (lacks: Lacks): Ability[] => Object.keys(lacks) as Ability[];

/** A judge who forgives what is said of attributes that belong to what is lacking. */
export function forgivingLacks(judge: Campaign['judge'], lacks: readonly Ability[]): Campaign['judge'] {
  const names = attributesOf(lacks);
  if (names.length === 0) return judge;
  return forgiving(judge, ({ says }) => names.some((name) => new RegExp(`\\b${name}\\b`).test(says)));
}

/** Where the traces of a report go, and the line that runs one of them again on its target. */
export interface Report {
  folder: string;
  replay(trace: string, target: string): string;
}

/** The column of an implementation after its campaign; keeps the trace of every failure. */
export function columnOf(about: About, outcome: Outcome, report: Report): Column {
  const { folder } = report;
  const traces = join('traces', about.name);
  rmSync(join(folder, traces), { recursive: true, force: true });
  const cells = properties.map(({ name }): [string, Cell] => {
    const own = outcome.failures.filter(({ violation }) => violation.property === name).toSorted(bySize);
    const deviations = own.map((failure, k) => {
      const trace = join(traces, `${name}${k === 0 ? '' : `-${k + 1}`}.jsonl`);
      const path = join(folder, trace);
      writeWhole(path, writeTrace(failure.history, [failure.violation]));
      return deviationOf(failure, trace, report.replay(path, about.name));
    });
    return [name, cellOf(name, about.lacks, outcome.properties.get(name)!, deviations)];
  });
  const { runs, calls, gone } = outcome;
  const unanswered = mostOf(outcome.unanswered).map(([why, calls]) => ({ why, calls }));
  const lost = mostOf(outcome.lost).map(([why, schedules]) => ({ why, schedules }));
  const missing = { ...(lost.length > 0 && { lost }), ...(gone !== undefined && { gone }) };
  return { ...about, runs, calls, unanswered, ...missing, cells: Object.fromEntries(cells) };
}

/** How many reasons are told. */
const reasonsMax = 10;

const mostOf = (counts: ReadonlyMap<string, number>): [string, number][] =>
  [...counts].toSorted(([why, a], [other, b]) => b - a || (why < other ? -1 : 1)).slice(0, reasonsMax);

/** The smallest first, among them the most frequent. */
function bySize(a: Failure, b: Failure): number {
  const size = a.history.schedule.steps.length - b.history.schedule.steps.length;
  return size || b.seen - a.seen || (a.violation.says < b.violation.says ? -1 : 1);
}

const deviationOf = (
  { violation, history, seen, like, again = { shown: 0, runs: 0 } }: Failure,
  trace: string,
  replay: string,
): Deviation => ({
  says: violation.says,
  seen,
  steps: history.schedule.steps.length,
  ...(like !== undefined && { like }),
  trace,
  replay,
  repeated: again.runs,
  again: again.shown,
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
