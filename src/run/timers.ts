import { type CallName, isFifo, isRefusal } from '../core/calls.js';
import type { Millis } from '../core/clock.js';
import { attribute } from '../core/deadline.js';
import type { Op } from '../core/history.js';
import { limits } from '../core/limits.js';
import type { Setup } from '../core/schedule.js';

/** The calls that may delay or hide messages, and the member that says for how long. */
export const timedBy: Partial<Record<CallName, 'DelaySeconds' | 'VisibilityTimeout'>> = {
  SendMessage: 'DelaySeconds',
  SendMessageBatch: 'DelaySeconds',
  ReceiveMessage: 'VisibilityTimeout',
  ChangeMessageVisibility: 'VisibilityTimeout',
  ChangeMessageVisibilityBatch: 'VisibilityTimeout',
};

/** When delays and windows of a run may end: upper bounds, known from the calls alone. */
export class Timers {
  readonly #setup: Setup;
  readonly #writes: readonly Op[];
  readonly #ends: Millis[] = [];

  constructor(setup: Setup, past: readonly Op[]) {
    this.#setup = setup;
    this.#writes = past.filter(({ call }) => call === 'SetQueueAttributes' || call === 'CreateQueue');
    for (const op of past) this.add(op);
  }

  get size(): number {
    return this.#ends.length;
  }

  /** The ends of all that the op may have delayed or hidden. */
  add(op: Op): void {
    const member = timedBy[op.call];
    if (member === undefined || isRefusal(op.reply)) return;
    const { QueueUrl, Entries } = op.input as { QueueUrl: string; Entries?: object[] };
    // a FIFO queue knows no delay but its own, whatever a send says (sqs:DY2)
    const isOwn = member === 'VisibilityTimeout' || !isFifo(QueueUrl);
    for (const entry of Entries ?? [op.input]) {
      const own = isOwn ? (entry as Record<string, unknown>)[member] : undefined;
      this.#ends.push(op.returned + 1000 * (typeof own === 'number' ? own : this.#slowest(op, member)));
    }
  }

  /** The first end after `now` and not after `until`. */
  next(now: Millis, until: Millis): Millis | undefined {
    let next: Millis | undefined;
    for (const at of this.#ends) if (at > now && at <= until && (next === undefined || at < next)) next = at;
    return next;
  }

  isOver(until: Millis): boolean {
    return this.#ends.every((at) => at <= until);
  }

  /** The longest value, in seconds, that the attribute had on any queue that was written to, or has on the op's own. */
  #slowest(op: Op, name: string): number {
    let slowest = attribute(op, name, this.#setup);
    for (const { input } of this.#writes) {
      const { Attributes } = input as { Attributes?: Record<string, string> };
      const value = Number(Attributes?.[name] ?? 0);
      if (value > slowest && value <= limits.visibilityMax) slowest = value;
    }
    return slowest;
  }
}
