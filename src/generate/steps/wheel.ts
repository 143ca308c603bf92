import type { Draw } from '../../chance/seed.js';
import { pick } from '../pick.js';
import type { Feature } from '../swarm.js';
import { drawReceive, drawSend, drawSendBatch } from './messages.js';
import { drawCreate, drawDrop, drawLook, drawPurge, drawRead, drawSet } from './queues.js';
import type { DrawStep, Recipe } from './recipe.js';
import { drawRefusal } from './refusals.js';
import { drawChange, drawChangeBatch, drawDelete, drawDeleteBatch } from './settling.js';

/** What one step may do: how to draw it, its weight, the feature it needs. */
const kinds: readonly [DrawStep, number, Feature?][] = [
  [drawSend, 12],
  [drawSendBatch, 3, 'batches'],
  [drawReceive, 16],
  [drawDelete, 8, 'deletes'],
  [drawDeleteBatch, 3, 'batches'],
  [drawChange, 8, 'changes'],
  [drawChangeBatch, 2, 'batches'],
  [drawPurge, 2, 'purges'],
  [drawRead, 5, 'reads'],
  [drawSet, 2, 'settings'],
  [drawCreate, 1, 'lifecycle'],
  [drawDrop, 2, 'lifecycle'],
  [drawLook, 1, 'lifecycle'],
  [drawRefusal, 5, 'refusals'],
];

const factors = [1, 2, 4];

/** The kinds of step of one schedule with their shares, which are uneven: some mostly send, others mostly poll. */
export class Wheel {
  readonly #draw: Draw;
  readonly #shares: { kind: DrawStep; upTo: number }[] = [];

  constructor({ draw, features }: Recipe) {
    this.#draw = draw;
    let upTo = 0;
    for (const [kind, weight, feature] of kinds)
      if (feature === undefined || features.has(feature)) {
        upTo += weight * pick(draw, factors);
        this.#shares.push({ kind, upTo });
      }
  }

  /** A kind of step, by its share. */
  spin(): DrawStep {
    const lot = this.#draw(this.#shares.at(-1)!.upTo);
    return this.#shares.find(({ upTo }) => lot < upTo)!.kind;
  }
}
