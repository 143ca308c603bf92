import type { Draw } from '../../chance/seed.js';
import { isFifo, type QueueAttributes, queueOfArn } from '../../core/calls.js';
import type { FaultName, Setup, Step } from '../../core/schedule.js';
import { low, pick } from '../pick.js';
import { bystander } from '../setup.js';
import type { Feature } from '../swarm.js';
import type { Values } from '../values.js';
import type { Past } from './past.js';

/** What the steps of one schedule are drawn from. */
export interface Recipe {
  draw: Draw;
  features: ReadonlySet<Feature>;
  values: Values;
  setup: Setup;
  /** The names of all queues of the setup but the bystander. */
  queues: readonly string[];
  /** The dead-letter queue of each queue of the setup that has one. */
  targets: ReadonlyMap<string, string>;
  /** How often each queue that has one delivers a message before it is a dead letter. */
  limits: ReadonlyMap<string, number>;
  /** Faults to draw from; none where the schedule has none. */
  faults: readonly FaultName[];
  actors: readonly string[];
  /** The message groups that its messages belong to. */
  groups: readonly string[];
  /** Whether steps wait for hours, and for deadlines that are hours away. */
  isFar: boolean;
}

/** Draws the next step of one kind. */
export type DrawStep = (id: number, recipe: Recipe, past: Past) => Step;

const actorNames = ['a', 'b', 'c', 'd', 'e', 'f'];
const groupNames = ['g1', 'g2', 'g3', 'g4'];

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
    queues: setup.queues.map(({ name }) => name).filter((name) => name !== bystander),
    ...redriveOf(setup),
    faults: features.has('faults') ? faults : [],
    actors: actorNames.slice(0, crowd),
    groups: groupNames.slice(0, pick(draw, [1, 2, 2, 3, 4])),
    isFar: features.has('far-times') && values.farPauses.length > 0,
  };
}

function redriveOf({ queues }: Setup): Pick<Recipe, 'targets' | 'limits'> {
  const targets = new Map<string, string>();
  const limits = new Map<string, number>();
  for (const { name, attributes } of queues) {
    if (attributes.RedrivePolicy === undefined) continue;
    const policy = JSON.parse(attributes.RedrivePolicy) as { deadLetterTargetArn: string; maxReceiveCount: unknown };
    targets.set(name, queueOfArn(policy.deadLetterTargetArn));
    limits.set(name, Number(policy.maxReceiveCount));
  }
  return { targets, limits };
}

export const drawActor = ({ draw, actors }: Recipe): string => pick(draw, actors);

/** The first queue gets most of the traffic, so that its messages meet. */
export const drawQueue = ({ draw, queues }: Recipe): string => queues[low(draw, queues.length)]!;

/** The first queue that is not the given one. */
export const otherQueue = ({ setup }: Recipe, queue: string): string | undefined =>
  setup.queues.find(({ name }) => name !== queue)?.name;

/** The last queue of the given one's type, which is the target of others where there are dead letters. */
export const lastAlike = ({ setup }: Recipe, queue: string): string =>
  setup.queues.findLast(({ name }) => isFifo(name) === isFifo(queue))?.name ?? queue;

/** What the setup gave the queue; nothing for a queue that is not of the setup. */
export const attributesOf = ({ setup }: Recipe, queue: unknown): QueueAttributes | undefined =>
  setup.queues.find(({ name }) => name === queue)?.attributes;

/** Whether the content of a message was its deduplication id at time 0 (sqs:F3). */
export const isContentBased = (recipe: Recipe, queue: string): boolean =>
  attributesOf(recipe, queue)?.ContentBasedDeduplication === 'true';
