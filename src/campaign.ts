import { createHash, hash } from 'node:crypto';
import { seedOf } from './chance/seed.js';
import { violationsOf } from './check.js';
import type { History } from './core/history.js';
import type { Schedule } from './core/schedule.js';
import type { Verdict, Violation } from './core/verdict.js';
import { EndpointError, EndpointGone, RunLost } from './endpoints/address.js';
import { SetupError } from './endpoints/model.js';
import { coreOf, withoutDrain } from './generate/core.js';
import { type Shrinking, shrink } from './generate/shrink.js';
import { without } from './generate/simpler/without.js';
import { slices } from './generate/slices.js';
import { inOrder } from './run/in-order.js';
import { writeTrace } from './trace.js';

/** What a campaign needs: everything that touches an endpoint, a clock or the properties comes in here. */
export interface Campaign {
  seed: string;
  /** How many schedules to run; unlimited unless given. */
  runs?: number;
  /** Asked before every schedule: whether to stop. */
  isOver?: () => boolean;
  /** Schedules under way at the same time; 1 unless given. */
  parallel?: number;
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

/** Runs schedules, judges every one, shrinks what fails. Deterministic but for `isOver`. Errors of `execute` pass through. */
export async function runCampaign(given: Campaign): Promise<Outcome> {
  const { campaign, gone } = untilGone(given);
  const digest = createHash('sha256');
  const { failing, ...tally } = await sumOf(campaign, campaign.parts ?? partsOf(campaign), ({ digests }, sum) => {
    for (const one of digests) digest.update(one);
    campaign.progress?.(sum);
  });
  if (tally.runs === 0) throwIfAny(gone(), tally.lost);
  let failures = campaign.keepGoing === true ? [...failing.values()] : [...failing.values()].slice(0, 1);
  if (gone() === undefined) failures = await shrunk(campaign, failures);
  if (gone() === undefined) failures = await runAgain(campaign, failures);
  return { ...tally, digest: digest.digest('hex'), failures, ...(gone() !== undefined && { gone: gone()!.message }) };
}

/** A campaign of which nothing came. */
function throwIfAny(gone: Error | undefined, lost: ReadonlyMap<string, number>): void {
  if (gone !== undefined) throw gone;
  for (const why of lost.keys()) throw new EndpointError(why);
}

/** The campaign, which begins nothing more once its endpoint has gone; `gone` then says why. */
function untilGone(campaign: Campaign): { campaign: Campaign; gone(): Error | undefined } {
  let gone: Error | undefined;
  const execute: Campaign['execute'] = async (schedule, brief) => {
    try {
      return await campaign.execute(schedule, brief);
    } catch (error) {
      if (error instanceof EndpointGone) gone ??= error;
      throw error;
    }
  };
  const isOver = (): boolean => gone !== undefined || campaign.isOver?.() === true;
  const shrinkTime = (): (() => boolean) => {
    const isLate = campaign.shrinkTime?.();
    return () => gone !== undefined || isLate?.() === true;
  };
  return { campaign: { ...campaign, execute, isOver, shrinkTime }, gone: () => gone };
}

/** Runs and judges the schedules after the first `before`: parts of one schedule each. */
export async function* partsOf(campaign: Campaign, before = 0): AsyncGenerator<Part> {
  const { runs = Number.POSITIVE_INFINITY, parallel = 1 } = campaign;
  let begun = 0;
  const executed = inOrder(parallel, () =>
    begun < runs && campaign.isOver?.() !== true
      ? unlessLost(campaign.execute(campaign.schedule(seedOf(campaign.seed, before + begun++))))
      : undefined,
  );
  let number = before;
  for await (const history of executed) {
    number++;
    if (history instanceof RunLost) yield lostPart(history);
    else if (!(history instanceof EndpointGone)) yield await judged(campaign, history, number);
  }
}

async function unlessLost(execution: Promise<History>): Promise<History | RunLost | EndpointGone> {
  try {
    return await execution;
  } catch (error) {
    if (error instanceof RunLost || error instanceof EndpointGone) return error;
    throw error;
  }
}

const lostPart = ({ message }: RunLost): Part => ({
  ...noTally(),
  lost: new Map([[message, 1]]),
  digests: [],
  failing: new Map(),
});

/** Consecutive schedules: `runs` of them after the first `before`. */
export interface Job {
  before: number;
  runs: number;
}

/** All of a job, unless it fails in a campaign that stops at a failure. */
export async function partOf(campaign: Campaign, { before, runs }: Job): Promise<Part> {
  const digests: string[] = [];
  const parts = partsOf({ ...campaign, runs, isOver: () => false }, before);
  const sum = await sumOf(campaign, parts, (part) => digests.push(...part.digests));
  return { ...sum, digests };
}

/** The sum of parts, up to the first failure in a campaign that stops there. `take` sees each, and the sum so far. */
async function sumOf(
  { keepGoing = false }: Campaign,
  parts: AsyncIterable<Part>,
  take: (part: Part, sum: Sum) => void,
): Promise<Sum> {
  const sum: Sum = { ...noTally(), failing: new Map() };
  for await (const part of parts) {
    addPart(sum, part);
    take(part, sum);
    if (sum.failing.size > 0 && !keepGoing) break;
  }
  return sum;
}

const noTally = (): Tally => ({
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

async function judged(campaign: Campaign, history: History, number: number): Promise<Part> {
  const verdicts = campaign.judge(history);
  // members stand in the order in which the run wrote them: as fixed as the canonical one, and three times as fast
  const text = JSON.stringify(history);
  const digests = [hash('sha256', text)];
  const tally = tallyOf(history, verdicts, campaign.reached(history));
  if (await repeat(campaign, history, text, number)) tally.repeated++;
  const { seed } = history.schedule;
  const kinds = kindsOf(campaign, violationsOf(verdicts));
  const failing = [...kinds].map(
    ([kind, violation]) => [kind, { violation, history, seed, run: number, seen: 1 }] as const,
  );
  return { ...tally, digests, failing: new Map(failing) };
}

const kindOf = ({ kindOf }: Campaign, violation: Violation): string => kindOf?.(violation) ?? violation.property;

/** The first violation of each kind. */
function kindsOf(campaign: Campaign, violations: Violation[]): ReadonlyMap<string, Violation> {
  const kinds = new Map<string, Violation>();
  for (const violation of violations) {
    const kind = kindOf(campaign, violation);
    if (!kinds.has(kind)) kinds.set(kind, violation);
  }
  return kinds;
}

/** Side by side. */
async function shrunk(campaign: Campaign, wanted: Failure[]): Promise<Failure[]> {
  // before anything is timed: guessing is all computation
  const guesses: Guesses[] = [];
  for (const failure of wanted) guesses.push(await guessesOf(campaign, failure));
  let left = wanted.length;
  const shrinking: Shrinking = { parallel: () => Math.ceil((campaign.parallel ?? 1) / left) };
  if (wanted.length > 0 && campaign.shrinkTime !== undefined) shrinking.isOver = campaign.shrinkTime();
  return Promise.all(
    wanted.map(async (failure, k) => {
      const smallest = await minimal(campaign, failure, guesses[k]!, shrinking);
      left--;
      return smallest;
    }),
  );
}

const noGuesses: Guesses = { schedules: [], like: [] };

const guessesOf = async (campaign: Campaign, failure: Failure): Promise<Guesses> =>
  (await campaign.guesses?.(failure)) ?? noGuesses;

/** Where every round takes seconds, guesses come first: each of them twice, for times differ. */
function firstRounds(campaign: Campaign, failure: Failure, { schedules }: Guesses): Schedule[][] {
  const { parallel = 1 } = campaign;
  const { history, violation } = failure;
  if (parallel === 1) return [];
  const best = [...schedules, ...coreGuesses(campaign, failure)];
  const rounds = slices(history, violation.ops);
  return best.length === 0 ? rounds : [best.flatMap((guess) => [guess, guess]), ...rounds];
}

/** The core of the record, closed up and with the times of the run; nothing where it is all of it. */
function coreGuesses(campaign: Campaign, { history, violation }: Failure): Schedule[] {
  const known = kindsIn(campaign, history);
  const kind = kindOf(campaign, violation);
  const core = coreOf(history, (part) => {
    const kinds = kindsIn(campaign, part);
    return kinds.has(kind) && [...kinds].every((other) => known.has(other));
  });
  const { schedule, ops } = history;
  const left = new Set(schedule.steps.map(({ id }) => id).filter((id) => !core.has(id)));
  return left.size === 0 ? [] : [without(schedule, left), without(schedule, left, ops)];
}

const runAgain = async (campaign: Campaign, failures: Failure[]): Promise<Failure[]> =>
  campaign.again === undefined ? failures : Promise.all(failures.map((failure) => seenAgain(campaign, failure)));

/** What could not be run showed nothing. Of what was shrunk without a drain the record is then one with it. */
async function seenAgain(campaign: Campaign, failure: Failure): Promise<Failure> {
  const { again: runs = 0, execute, judge } = campaign;
  const { schedule, drainedFrom } = failure.history;
  const isSame = sameAs(campaign, failure);
  const attempts = await Promise.allSettled(Array.from({ length: runs }, () => execute(schedule)));
  const shown = attempts.flatMap((attempt) => {
    if (attempt.status === 'rejected') return [];
    const violation = violationsOf(judge(attempt.value)).find(isSame);
    return violation === undefined ? [] : [{ violation, history: attempt.value }];
  });
  return { ...failure, ...(drainedFrom === undefined && shown[0]), again: { shown: shown.length, runs } };
}

const kindsIn = (campaign: Campaign, history: History): ReadonlySet<string> =>
  new Set(kindsOf(campaign, violationsOf(campaign.judge(history))).keys());

const sameAs = (campaign: Campaign, { violation }: Failure): IsSame => {
  const kind = kindOf(campaign, violation);
  return (other) => kindOf(campaign, other) === kind;
};

function tallyOf({ schedule, ops }: History, verdicts: Verdict[], reached: Iterable<string>): Tally {
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

/** Names stay in the order in which they first came. */
function addPart(sum: Sum, part: Part): void {
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

/** Whether the schedule was run again: it has to give the same trace, as it does where it gives the same JSON `text`. */
async function repeat(campaign: Campaign, history: History, text: string, number: number): Promise<boolean> {
  const every = campaign.repeatEvery ?? 20;
  if (every === 0 || number % every !== 1 % every) return false;
  const again = await campaign.execute(campaign.schedule(history.schedule.seed));
  if (JSON.stringify(again) !== text && writeTrace(again) !== writeTrace(history))
    throw new NotDeterministic(`seed ${history.schedule.seed} gave two different traces`);
  return true;
}

/** Shrinks a failing history while the same kind of violation stays. */
async function minimal(campaign: Campaign, failure: Failure, guesses: Guesses, shrinking: Shrinking): Promise<Failure> {
  const isSame = sameAs(campaign, failure);
  // a campaign that stopped here may end at a smaller breach of another property: it is the same bug
  const isAsGood = campaign.keepGoing === true ? isSame : () => true;
  const first = firstRounds(campaign, failure, guesses);
  const isBrief = kindsIn(campaign, withoutDrain(failure.history)).has(kindOf(campaign, failure.violation));
  const execute = (schedule: Schedule): Promise<History> => campaign.execute(schedule, isBrief);
  const history = await shrinkWhile({ ...campaign, execute }, isAsGood, failure.history, { ...shrinking, first });
  const found = violationsOf(campaign.judge(history));
  const violation = found.find(isSame) ?? found[0] ?? failure.violation;
  return { ...failure, history, violation, ...(guesses.like.length > 0 && { like: guesses.like }) };
}

/** The smallest history found in which the property, or any without one named, is still broken; it was just executed. */
export const shrinkFailure = (
  campaign: Pick<Campaign, 'execute' | 'judge'>,
  property: string | undefined,
  history: History,
  shrinking: Shrinking = {},
): Promise<History> =>
  shrinkWhile(campaign, (violation) => property === undefined || violation.property === property, history, shrinking);

/** The same while any violation is wanted. */
export const shrinkWhile = (
  { execute, judge }: Pick<Campaign, 'execute' | 'judge'>,
  isWanted: IsSame,
  history: History,
  shrinking: Shrinking,
): Promise<History> =>
  shrink(
    history,
    async (schedule) => {
      const again = await attempt(execute, schedule);
      return again !== undefined && violationsOf(judge(again)).some(isWanted) ? again : undefined;
    },
    shrinking,
  );

/** A candidate whose setup the service refuses is no candidate. */
async function attempt(execute: Campaign['execute'], schedule: Schedule): Promise<History | undefined> {
  try {
    return await execute(schedule);
  } catch (error) {
    if (error instanceof EndpointError || error instanceof SetupError) return undefined;
    throw error;
  }
}
