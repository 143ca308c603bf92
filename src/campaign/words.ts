import type { History } from '../core/history.js';
import type { Schedule } from '../core/schedule.js';
import type { Verdict, Violation } from '../core/verdict.js';

/** What a campaign needs: everything that touches an endpoint, a clock or the properties comes in here. */
export interface Campaign {
  seed: string;
  /** How many schedules to run; unlimited unless given. */
  runs?: number;
  /** Asked before every schedule: whether to stop. */
  isOver?: () => boolean;
  /** Schedules under way at the same time; 1 unless given. */
  parallel?: number;
  /** The numbers of the first schedules, from 0, in the order in which they begin; as they are numbered unless given. */
  order?: readonly number[];
  /** Goes on after a failing schedule; each property is then shrunk once. */
  keepGoing?: boolean;
  /** Called when the shrinking of a failure begins; says from then on whether to stop it. */
  shrinkTime?: () => () => boolean;
  /** Asked before a failure is shrunk on an endpoint that makes one wait. */
  guesses?: (failure: Failure) => Promise<Guesses>;
  /** How often every shrunk failure is run again at the end; never unless given. */
  again?: number;
  /** All of the campaign in parts, in the order of their seeds, from whoever runs it; it runs here unless given. */
  parts?: AsyncIterable<Part>;
  /** Every so many-th schedule runs twice and has to give the same trace; 0 for never, 20 unless given. */
  repeatEvery?: number;
  schedule(seed: string): Schedule;
  /** Runs a schedule. What is `brief` need not be drained. */
  execute(schedule: Schedule, brief?: boolean): Promise<History>;
  judge(history: History): Verdict[];
  /** Violations of one kind are one failure; the name of the property unless given. */
  kindOf?: (violation: Violation) => string;
  /** Names of what the history reached. */
  reached(history: History): Iterable<string>;
  /** Called after every part, which is one schedule unless `parts` are given, for a progress line. */
  progress?: (tally: Tally) => void;
}

/** Small schedules that may fail in the same way, and the names of the bugs with which the model does. */
export interface Guesses {
  schedules: readonly Schedule[];
  like: readonly string[];
}

/** Whether a violation is one of a known failure's kind. */
export type IsSame = (violation: Violation) => boolean;

/** How often each property was judged and what it said. */
export interface PropertyTally {
  holds: number;
  broken: number;
  undecided: number;
  /** Obligations decided and left open, over all schedules. */
  judged: number;
  open: number;
}

export interface Tally {
  runs: number;
  steps: number;
  calls: number;
  simulated: number;
  /** Schedules that were run twice and compared. */
  repeated: number;
  properties: Map<string, PropertyTally>;
  reached: Map<string, number>;
  /** Schedules that could not be run to the end, by the reason. */
  lost: Map<string, number>;
  /** Calls that no fault touched and of which still nobody knows the outcome, by the reason. */
  unanswered: Map<string, number>;
}

/** A shrunk failure: the violation as it stands in the history that was just executed. */
export interface Failure {
  violation: Violation;
  history: History;
  /** Seed of the schedule that was shrunk, and its number in the campaign, from 1. */
  seed: string;
  run: number;
  /** How many schedules of the campaign showed this kind of violation. */
  seen: number;
  /** Mutants with which the model breaks the same in the schedule that was shrunk. */
  like?: readonly string[];
  /** In how many of how many further runs the shrunk schedule showed it again. */
  again?: { shown: number; runs: number };
}

/** What consecutive schedules came to: plain data, which can go from thread to thread. */
export interface Sum extends Tally {
  /** The smallest failure of each kind, not shrunk yet. */
  failing: Map<string, Failure>;
}

export interface Part extends Sum {
  /** SHA-256 of each history, in order. */
  digests: string[];
}

export interface Outcome extends Tally {
  /** SHA-256 over the digests of all histories, in order. */
  digest: string;
  /** Shrunk, unless the endpoint had gone by then. */
  failures: Failure[];
  /** Why the endpoint was given up before the end. Schedules that were under way then count for nothing. */
  gone?: string;
}

/** The same schedule gave two different traces: something outside the seed decides. */
export class NotDeterministic extends Error {
  override readonly name = 'NotDeterministic';
}

/** Consecutive schedules: `runs` of them after the first `before`. */
export interface Job {
  before: number;
  runs: number;
}
