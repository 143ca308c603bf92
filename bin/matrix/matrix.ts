import type { Level, Profile } from '../../src/core/schedule.js';
import type { Timing } from '../rehearsal.js';
import type { Lacks } from '../targets/read.js';
import type { Warning } from '../warnings.js';

/** What a campaign says of one property of one implementation. */
export type State =
  /** Obligations were judged and none was broken. */
  | 'holds'
  /** At least one deviation showed again when its schedule was run again. */
  | 'broken'
  /** Obligations came up and none could be decided, or what looked broken did not show again. */
  | 'undecided'
  /** Nothing to judge came up. */
  | 'not reached'
  /** It needs what the implementation does not have. */
  | 'not applicable';

/** One thing that an implementation does otherwise than the contract says, with the smallest schedule found for it. */
export interface Deviation {
  says: string;
  /** Mutants with which the model does the same. */
  like?: readonly string[];
  /** In how many schedules of the campaign it showed. */
  seen: number;
  /** Steps of the smallest schedule. */
  steps: number;
  /** The trace, from the folder of the report. */
  trace: string;
  /** The line that runs it again. */
  replay: string;
  /** How often the schedule was run again, and how often it showed. */
  repeated: number;
  again: number;
}

export interface Cell {
  state: State;
  /** Why the property does not apply. */
  why?: string;
  /** Obligations decided and left open. */
  judged: number;
  open: number;
  deviations: Deviation[];
}

/** One implementation. Without cells there is a reason. */
export interface Column {
  name: string;
  project?: string;
  version?: string;
  released?: string;
  lacks: Lacks;
  runs: number;
  calls: number;
  /** Why nobody knows what became of a call, for calls that were not meddled with, and of how many; the most frequent first. */
  unanswered: { why: string; calls: number }[];
  /** Why schedules could not be run, and how many; the most frequent reasons first. */
  lost?: { why: string; schedules: number }[];
  /** Why it was given up before all schedules had run. */
  gone?: string;
  /** How its schedules were timed, and how much of them was decidable. */
  timing?: Timing;
  /** Answers that are not the model's, where the contract does not demand the model's. */
  warnings?: readonly Warning[];
  /** Why it was not judged: `skipped: no java`, `failed: it was not ready within 20 s`. */
  unjudged?: string;
  /** By property. */
  cells: Record<string, Cell>;
}

/** One property, as its prose has it. */
export interface Row {
  property: string;
  claim: string;
  source: string[];
}

/** What all implementations were found to do. Everything that is written is a function of it. */
export interface Matrix {
  /** The version of Redrive. */
  redrive: string;
  seed: string;
  level: Level;
  profile: Profile;
  rows: Row[];
  columns: Column[];
}

/** `fauxqs 1.9.2`. */
export const titleOf = ({ name, version }: Pick<Column, 'name' | 'version'>): string =>
  version === undefined ? name : `${name} ${version}`;

/** Cells of the column in this state. */
export const count = ({ cells }: Column, state: State): number =>
  Object.values(cells).filter((cell) => cell.state === state).length;

export const deviationsOf = ({ cells }: Column): Deviation[] =>
  Object.values(cells).flatMap(({ deviations }) => deviations);
