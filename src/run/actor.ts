import type { CallName, Calls } from '../core/calls.js';
import type { Millis } from '../core/clock.js';
import type { Op } from '../core/history.js';

/** One sequential client: what it holds, and the op it waits for. */
export class Actor {
  readonly name: string;
  /** The op under way; undefined when the actor is free. */
  pending: Promise<Op> | undefined;
  /** When its latest answer came. */
  answered: Millis = -1;
  readonly #receipts = new Map<string, string[]>();
  readonly #tasks: string[] = [];
  readonly #pages = new Map<CallName, string[]>();

  constructor(name: string) {
    this.name = name;
  }

  /** Keeps the handles of an answered receive, that of a move task it started, and tokens of further pages. */
  keep(op: Op): void {
    this.answered = op.returned;
    if (op.reply.kind !== 'ok') return;
    const { output } = op.reply;
    if (op.call === 'ReceiveMessage')
      this.#keepReceipts(op.input.QueueUrl, output as Calls['ReceiveMessage']['output']);
    else if (op.call === 'StartMessageMoveTask') this.#keepTask(output);
    else if (op.call === 'ListQueues' || op.call === 'ListDeadLetterSourceQueues') this.#keepPage(op.call, output);
  }

  #keepReceipts(queue: string, { Messages }: Calls['ReceiveMessage']['output']): void {
    if (Messages === undefined) return;
    let held = this.#receipts.get(queue);
    if (held === undefined) {
      held = [];
      this.#receipts.set(queue, held);
    }
    for (const { ReceiptHandle } of Messages) held.push(ReceiptHandle);
  }

  #keepTask(output: object): void {
    const { TaskHandle } = output as { TaskHandle?: string };
    if (TaskHandle !== undefined) this.#tasks.push(TaskHandle);
  }

  #keepPage(call: CallName, output: object): void {
    const { NextToken } = output as { NextToken?: string };
    if (NextToken !== undefined) this.#pages.set(call, [...(this.#pages.get(call) ?? []), NextToken]);
  }

  /** A handle it holds of the queue, counted back from the newest, modulo how many there are. */
  receipt(queue: string, back: number): string | undefined {
    const held = this.#receipts.get(queue);
    return held && backFrom(held, back);
  }

  /** The handle of a move task it started, counted in the same way. */
  task(back: number): string | undefined {
    return backFrom(this.#tasks, back);
  }

  /** The token of a further page of such a list, counted in the same way. */
  page(call: CallName, back: number): string | undefined {
    const held = this.#pages.get(call);
    return held && backFrom(held, back);
  }

  forget(): void {
    this.#receipts.clear();
    this.#tasks.length = 0;
    this.#pages.clear();
    this.pending = undefined;
  }
}

const backFrom = (held: string[], back: number): string | undefined => held[held.length - 1 - (back % held.length)];
