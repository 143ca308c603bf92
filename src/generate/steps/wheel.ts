import type { Draw } from '../../chance/seed.js';
import { isFifo } from '../../core/calls.js';
import { pick } from '../pick.js';
import type { Feature } from '../swarm.js';
import { drawDuplicate } from './duplicates.js';
import { drawPermission, drawTags } from './labels.js';
import { drawReceive, drawSend, drawSendBatch } from './messages.js';
import { drawCreate, drawDrop, drawLook, drawPurge, drawRead, drawSet } from './queues.js';
import type { DrawStep, Recipe } from './recipe.js';
import { drawRefusal } from './refusals.js';
import { drawChange, drawChangeBatch, drawDelete, drawDeleteBatch } from './settling.js';
import { drawTask } from './tasks.js';

/** What one step may do: how to draw it, its weight, the feature it needs. */
type Kind = readonly [DrawStep, number, Feature?];
const kinds: readonly Kind[] = [
  [drawSend, 12],
  [drawSendBatch, 3, 'batches'],
  [drawReceive, 16],
  [drawDelete, 8, 'deletes'],
  [drawDeleteBatch, 3, 'batches'],
  [drawChange, 8, 'changes'],
  [drawChangeBatch, 2, 'batches'],
  [drawPurge, 3, 'purges'],
  [drawRead, 5, 'reads'],
  [drawSet, 3, 'settings'],
  [drawCreate, 2, 'lifecycle'],
  [drawDrop, 2, 'lifecycle'],
  [drawLook, 3, 'reads'],
  [drawRefusal, 5, 'refusals'],
  [drawRefusal, 100, 'many-refusals'],
  [drawTags, 8, 'labels'],
  [drawPermission, 8, 'labels'],
];
const withFifo: readonly Kind[] = [[drawDuplicate, 4, 'dedup']];
const withDeadLetters: readonly Kind[] = [[drawTask, 6, 'tasks']];

const factors = [1, 2, 4];

/** The kinds of step of one schedule with their shares, which are uneven: some mostly send, others mostly poll. */
export class Wheel {
  readonly #draw: Draw;
  readonly #shares: { kind: DrawStep; upTo: number }[] = [];

  constructor({ draw, features, setup, targets }: Recipe) {
    this.#draw = draw;
    let upTo = 0;
    const add = ([kind, weight, feature]: Kind): void => {
      if (feature !== undefined && !features.has(feature)) return;
      upTo += weight * pick(draw, factors);
      this.#shares.push({ kind, upTo });
    };
    kinds.forEach(add);
    if (setup.queues.some(({ name }) => isFifo(name))) withFifo.forEach(add);
    if (targets.size > 0) withDeadLetters.forEach(add);
  }

  /** A kind of step, by its share. */
  spin(): DrawStep {
    const lot = this.#draw(this.#shares.at(-1)!.upTo);
    return this.#shares.find(({ upTo }) => lot < upTo)!.kind;
  }
}
