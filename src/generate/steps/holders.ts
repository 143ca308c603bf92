import type { Draw } from '../../chance/seed.js';
import type { Step } from '../../core/schedule.js';
import { pickLate } from '../pick.js';

/** An actor that made a receive, and the queue whose receipts it may hold since. */
export interface Holder {
  actor: string;
  queue: string;
}

/** Who may hold receipts: one holder for every receive whose receipts are not yet used up. */
export class Holders {
  readonly #draw: Draw;
  readonly #holders: Holder[] = [];

  constructor(draw: Draw) {
    this.#draw = draw;
  }

  /** Somebody who may hold receipts, most likely of a late receive; undefined before the first receive. */
  draw(): Holder | undefined {
    return pickLate(this.#draw, this.#holders);
  }

  remember({ call, actor, input }: Step): void {
    if (call === 'ReceiveMessage') this.#holders.push({ actor, queue: input.QueueUrl as string });
  }

  forget(holder: Holder): void {
    this.#holders.splice(this.#holders.lastIndexOf(holder), 1);
  }
}
