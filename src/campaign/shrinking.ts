import { violationsOf } from '../check.js';
import type { History } from '../core/history.js';
import type { Schedule } from '../core/schedule.js';
import { EndpointError } from '../endpoints/address.js';
import { SetupError } from '../endpoints/model.js';
import { coreOf, withoutDrain } from '../generate/core.js';
import { type Shrinking, shrink } from '../generate/shrink.js';
import { without } from '../generate/simpler/without.js';
import { slices } from '../generate/slices.js';
import { kindOf, kindsIn, sameAs } from './kinds.js';
import type { Campaign, Failure, Guesses, IsSame } from './words.js';

/** The failures as small as they get, shrunk side by side. */
export async function shrunk(campaign: Campaign, wanted: Failure[]): Promise<Failure[]> {
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

/**
 * Where every round takes seconds, guesses come first, and then those that take as long as the last run. What is best known is
 * tried twice, for times differ.
 */
function firstRounds(campaign: Campaign, failure: Failure, { schedules }: Guesses): Schedule[][] {
  const { parallel = 1 } = campaign;
  const { history, violation } = failure;
  if (parallel === 1) return [];
  const best = [...schedules, ...coreGuesses(campaign, failure)];
  const bold = slices(history, violation.ops);
  return [
    [...best.flatMap((guess) => [guess, guess]), ...bold.map(([closedUp]) => closedUp)],
    bold.map(([, timed]) => timed),
  ];
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

/** The failures with how often they showed again. */
export const runAgain = async (campaign: Campaign, failures: Failure[]): Promise<Failure[]> =>
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
