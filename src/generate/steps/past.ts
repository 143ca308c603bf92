import type { Draw } from '../../chance/seed.js';
import { isFifo } from '../../core/calls.js';
import type { Step } from '../../core/schedule.js';
import { pickLate } from '../pick.js';

/** An actor that made a receive, and the queue whose receipts it may hold since. */
export interface Holder {
  actor: string;
  queue: string;
}

/** A message sent to a FIFO queue, as far as a later one can be its duplicate. */
export interface Sent {
  step: number;
  queue: string;
  group: string;
  /** The deduplication id that it gave; absent where its content is its id. */
  dedup?: string;
  /** What its body says after the birth certificate. */
  text?: string;
}

/** What the steps of one schedule left for later ones to refer to. */
export class Past {
  readonly #draw: Draw;
  readonly #holders: Holder[] = [];
  readonly #sent: Sent[] = [];
  readonly #starters: string[] = [];

  constructor(draw: Draw) {
    this.#draw = draw;
  }

  /** Somebody who may hold receipts, most likely of a late receive; undefined before the first receive. */
  holder(): Holder | undefined {
    return pickLate(this.#draw, this.#holders);
  }

  /** A message sent by its own call to a FIFO queue, most likely a late one. */
  sent(): Sent | undefined {
    return pickLate(this.#draw, this.#sent);
  }

  /** An actor that started a move task, most likely a late one. */
  starter(): string | undefined {
    return pickLate(this.#draw, this.#starters);
  }

  remember(step: Step): void {
    const { call, actor, input } = step;
    if (call === 'ReceiveMessage') this.#holders.push({ actor, queue: input.QueueUrl as string });
    else if (call === 'StartMessageMoveTask') this.#starters.push(actor);
    else if (call === 'SendMessage' && isFifo(input.QueueUrl as string)) {
      const sent = sentBy(step);
      if (sent !== undefined) this.#sent.push(sent);
    }
  }

  /** Its receipts are probably used up. */
  forget(holder: Holder): void {
    this.#holders.splice(this.#holders.lastIndexOf(holder), 1);
  }
}

/** What a send to a FIFO queue sent; undefined for one that is refused for want of a group. */
export function sentBy({ id, input, body }: Step): Sent | undefined {
  const { QueueUrl, MessageGroupId, MessageDeduplicationId, MessageBody } = input as Record<string, string>;
  if (MessageGroupId === undefined) return undefined;
  const sent: Sent = { step: body ?? id, queue: QueueUrl!, group: MessageGroupId };
  if (MessageDeduplicationId !== undefined) sent.dedup = MessageDeduplicationId;
  if (MessageBody !== undefined) sent.text = MessageBody;
  return sent;
}
