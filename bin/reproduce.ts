import { type Mutant, mutants, mutatedRules } from '../models/mutants/index.js';
import { Sqs } from '../models/sqs/service.js';
import { type Campaign, type Guesses, type IsSame, shrinkWhile } from '../src/campaign.js';
import { violationsOf } from '../src/check.js';
import type { History } from '../src/core/history.js';
import type { Schedule } from '../src/core/schedule.js';
import { modelEndpoint, modelEpoch, SetupError } from '../src/endpoints/model.js';
import { run, wallOptions } from '../src/run/run.js';
import { kindOf } from './matrix/kind.js';

type Judge = Campaign['judge'];

/** Two bugs say as much as ten. */
const enough = 2;
/** Schedules that shrinking with one of them may run. */
const budget = 400;

/**
 * For a failure on a real endpoint: plants every bug in the model until the model fails in the same way, and shrinks there, in
 * virtual time.
 */
export function guessesWith(judge: Judge): NonNullable<Campaign['guesses']> {
  return async ({ history: { schedule }, violation }) => {
    const kind = kindOf(violation);
    const isSame: IsSame = (other) => kindOf(other) === kind;
    const guesses: Guesses & { schedules: Schedule[]; like: string[] } = { schedules: [], like: [] };
    for (const mutant of mutants) {
      if (guesses.like.length === enough) break;
      const history = await onMutant(mutant, schedule);
      if (history === undefined || !violationsOf(judge(history)).some(isSame)) continue;
      guesses.like.push(mutant.id);
      guesses.schedules.push(await smallest(mutant, history, judge, isSame));
    }
    return guesses;
  };
}

async function smallest(mutant: Mutant, history: History, judge: Judge, isSame: IsSame): Promise<Schedule> {
  let runs = 0;
  const execute = (schedule: Schedule): Promise<History> => {
    runs++;
    return onModelWith(mutant, schedule);
  };
  const { schedule } = await shrinkWhile({ execute, judge }, isSame, history, { isOver: () => runs >= budget });
  // a real endpoint is asked for no choices
  const { choices: _, ...plain } = schedule;
  return plain;
}

/** Undefined where the bug lets nobody make the queues. */
async function onMutant(mutant: Mutant, schedule: Schedule): Promise<History | undefined> {
  try {
    return await onModelWith(mutant, schedule);
  } catch (error) {
    if (error instanceof SetupError) return undefined;
    throw error;
  }
}

const onModelWith = (mutant: Mutant, schedule: Schedule): Promise<History> =>
  run(schedule, modelEndpoint(new Sqs(mutatedRules(mutant), modelEpoch)), wallOptions);
