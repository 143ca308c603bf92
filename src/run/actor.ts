import type { ReceivedMessage } from '../core/calls.js';
import type { Op } from '../core/history.js';

/** One sequential client: what it holds, and the op it waits for. */
export class Actor {
  readonly name: string;
  /** The op under way; undefined when the actor is free. */
  pending: Promise<Op> | undefined;
  readonly #receipts = new Map<string, string[]>();

  constructor(name: string) {
    this.name = name;
  }

  /** Keeps the handles of an answered receive. */
  keep(op: Op): void {
    if (op.call !== 'ReceiveMessage' || op.reply.kind !== 'ok') return;
    const { Messages } = op.reply.output as { Messages?: ReceivedMessage[] };
    if (Messages === undefined) return;
    const queue = op.input.QueueUrl;
    let held = this.#receipts.get(queue);
    if (held === undefined) {
      held = [];
      this.#receipts.set(queue, held);
    }
    for (const { ReceiptHandle } of Messages) held.push(ReceiptHandle);
  }

  /** A handle it holds of the queue, counted back from the newest, modulo how many there are. */
  receipt(queue: string, back: number): string | undefined {
    const held = this.#receipts.get(queue);
    return held?.[held.length - 1 - (back % held.length)];
  }

  forget(): void {
    this.#receipts.clear();
    this.pending = undefined;
  }
}
