import { drawsOf } from '../chance/keyed.js';
import type { Draw } from '../chance/seed.js';
import {
  type FaultName,
  type Level,
  type Liberty,
  liberties,
  type Profile,
  type Schedule,
  type Step,
} from '../core/schedule.js';
import { drawSetup, type Kind } from './setup.js';
import { drawRecipe } from './steps/recipe.js';
import { StepWriter } from './steps/writer.js';
import { drawFeatures, type Feature } from './swarm.js';
import { type Values, virtualValues } from './values.js';

/** What the schedules of a campaign may contain. */
export interface Range {
  /** Drawn per schedule unless given. */
  level?: Level;
  /** All unless given. */
  profile?: Profile;
  /** Liberties to draw from; those that the level does not allow are left out. All unless given. */
  liberties?: readonly Liberty[];
  /** Faults to draw from. All unless given. */
  faults?: readonly FaultName[];
  /** Values for virtual time unless given. */
  values?: Values;
}

export const allFaults: readonly FaultName[] = [
  'lost-request',
  'lost-reply',
  'repeated',
  'slow-reply',
  'throttled',
  'crash',
];
export const allLiberties = Object.keys(liberties) as readonly Liberty[];

/** The schedule of a seed. The same seed and range give the same schedule. */
export const scheduleOf = (seed: string, range: Range = {}): Schedule => drawSchedule(drawsOf(seed), seed, range);

export function drawSchedule(draw: Draw, seed: string, range: Range = {}): Schedule {
  const values = range.values ?? virtualValues;
  const features = drawFeatures(draw);
  const drawn: Level = draw(4) === 0 ? 'documented' : 'strict';
  const level = range.level ?? drawn;
  const setup = drawSetup(draw, features, values, drawKind(draw, range.profile ?? 'all'));
  const writer = new StepWriter(drawRecipe(draw, features, values, setup, range.faults ?? allFaults));
  const steps: Step[] = [];
  for (let id = 1, count = drawCount(draw, features, values); id <= count; id++) steps.push(writer.step(id));
  return { seed, level, setup, liberties: drawLiberties(draw, level, range.liberties ?? allLiberties), steps };
}

/** Refusals change nothing: many of them come on top. */
function drawCount(draw: Draw, features: ReadonlySet<Feature>, { steps: [fewest, most] }: Values): number {
  const count = fewest + draw(most - fewest + 1);
  return features.has('many-refusals') ? 2 * count : count;
}

/** With `all`, one schedule in sixteen has queues of both types, and the others are shared evenly. */
function drawKind(draw: Draw, profile: Profile): Kind {
  if (profile !== 'all') return profile;
  const lot = draw(32);
  return lot < 15 ? 'standard' : lot < 30 ? 'fifo' : 'mixed';
}

/** None in a third of the schedules, else each with one half. */
function drawLiberties(draw: Draw, level: Level, from: readonly Liberty[]): Liberty[] {
  if (draw(3) === 0) return [];
  const legal = from.filter((liberty) => level === 'documented' || liberties[liberty] === 'strict');
  return legal.filter(() => draw(2) === 0);
}
