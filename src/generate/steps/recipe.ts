import type { Draw } from '../../chance/seed.js';
import { type QueueAttributes, queueOfArn } from '../../core/calls.js';
import type { FaultName, Setup, Step } from '../../core/schedule.js';
import { low, pick } from '../pick.js';
import type { Feature } from '../swarm.js';
import type { Values } from '../values.js';
import type { Holders } from './holders.js';

/** What the steps of one schedule are drawn from. */
export interface Recipe {
  draw: Draw;
  features: ReadonlySet<Feature>;
  values: Values;
  setup: Setup;
  /** The dead-letter queue of each queue of the setup that has one. */
  targets: ReadonlyMap<string, string>;
  /** Faults to draw from; none where the schedule has none. */
  faults: readonly FaultName[];
  actors: readonly string[];
  /** Whether steps wait for hours, and for deadlines that are hours away. */
  isFar: boolean;
}

/** Draws the next step of one kind. */
export type DrawStep = (id: number, recipe: Recipe, holders: Holders) => Step;

const actorNames = ['a', 'b', 'c', 'd', 'e', 'f'];

/** One actor, or a crowd of two to six. */
export function drawRecipe(
  draw: Draw,
  features: ReadonlySet<Feature>,
  values: Values,
  setup: Setup,
  faults: readonly FaultName[],
): Recipe {
  const crowd = features.has('crowd') ? 2 + draw(5) : 1;
  return {
    draw,
    features,
    values,
    setup,
    targets: targetsOf(setup),
    faults: features.has('faults') ? faults : [],
    actors: actorNames.slice(0, crowd),
    isFar: features.has('far-times') && values.farPauses.length > 0,
  };
}

function targetsOf({ queues }: Setup): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const { name, attributes } of queues) {
    if (attributes.RedrivePolicy === undefined) continue;
    const policy = JSON.parse(attributes.RedrivePolicy) as { deadLetterTargetArn: string };
    targets.set(name, queueOfArn(policy.deadLetterTargetArn));
  }
  return targets;
}

export const drawActor = ({ draw, actors }: Recipe): string => pick(draw, actors);

/** The first queue gets most of the traffic, so that its messages meet. */
export const drawQueue = ({ draw, setup: { queues } }: Recipe): string => queues[low(draw, queues.length)]!.name;

/** The first queue that is not the given one. */
export const otherQueue = ({ setup }: Recipe, queue: string): string | undefined =>
  setup.queues.find(({ name }) => name !== queue)?.name;

/** What the setup gave the queue; nothing for a queue that is not of the setup. */
export const attributesOf = ({ setup }: Recipe, queue: unknown): QueueAttributes | undefined =>
  setup.queues.find(({ name }) => name === queue)?.attributes;
