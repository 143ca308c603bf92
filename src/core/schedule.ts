import type { CallName, QueueAttributes } from './calls.js';
import type { Millis } from './clock.js';

/** How much is demanded: what an emulator on one machine must hold, or what AWS promises (sqs section 11). */
export type Level = 'strict' | 'documented';

/** Which queues the schedules of a campaign use: standard ones, FIFO ones, or each in its turn. */
export type Profile = 'standard' | 'fifo' | 'all';

/** What the contract lets the service do, taken by the model through `choose`, forgiven by the properties. */
export type Liberty =
  /** Which available message comes next (sqs:N1); of a FIFO queue, which group (sqs:F35). */
  | 'order'
  /** A short poll returns fewer messages than it could (sqs:P2, sqs:F36). */
  | 'short'
  /** A short poll returns nothing although messages are available (sqs:P2). */
  | 'empty'
  /** Which waiting poll gets the message (sqs:P9). */
  | 'waiter'
  /** A delete with a stale handle does not delete (sqs:RH3). */
  | 'stale-delete'
  /** A visibility change with an expired handle does nothing (sqs:RH7). */
  | 'expired-change'
  /** A second copy is delivered inside the visibility window (sqs:N3). */
  | 'duplicate'
  /** A deleted message is delivered once more (sqs:N4). */
  | 'zombie'
  /** A long poll returns nothing although messages are available (sqs:P5). */
  | 'long-empty';

/** The lowest demand under which each liberty is legal: a `documented` liberty breaks strict properties. */
export const liberties: Readonly<Record<Liberty, Level>> = {
  order: 'strict',
  short: 'strict',
  empty: 'strict',
  waiter: 'strict',
  'stale-delete': 'strict',
  'expired-change': 'strict',
  duplicate: 'documented',
  zombie: 'documented',
  'long-empty': 'documented',
};

/** What we do to one call: lose, repeat, delay or refuse it, or crash its actor. */
export type FaultName = 'lost-request' | 'lost-reply' | 'repeated' | 'slow-reply' | 'throttled' | 'crash';

/** Queues that exist before time 0, by name, with AWS's own attributes; a name in `.fifo` makes a FIFO queue. */
export interface Setup {
  queues: { name: string; attributes: QueueAttributes }[];
}

/**
 * A deadline that an earlier step set:
 * - `visibility`  end of the window of that receive or visibility change
 * - `delay`       end of the delay of that send
 * - `retention`   end of the life of that send's message
 * - `poll`        end of the wait of that long poll
 * - `guard`       end of the 60 s guard of that purge or queue deletion
 * - `cap`         12 h after that receive or send
 * - `dedup`       300 s after that send or receive: its deduplication id, or its attempt id, is forgotten
 */
export type Deadline = 'visibility' | 'delay' | 'retention' | 'poll' | 'guard' | 'cap' | 'dedup';

/**
 * When a step begins, never earlier than one tick after the step before it in the list.
 * Absent: at once. `wait`: that many milliseconds later. `after`: at a deadline set by step `after`, or `tick` ticks off
 * it (−1, 0, +1); with `ends`, the step is a long poll and begins so that its own wait ends then.
 */
export type When = { wait: Millis } | AtDeadline;

export interface AtDeadline {
  after: number;
  deadline: Deadline;
  tick: number;
  ends?: true;
}

/**
 * One planned ask. Plain JSON, and any subset of a schedule's steps is a schedule.
 *
 * `input` is AWS's input with four kinds of blanks that the run fills in:
 * - a send without `MessageBody` gets its birth certificate, `m<step>` (batch entry k: `m<step>.<k>`); with a non-empty
 *   `MessageBody` the text follows the certificate after a space; an empty one stays empty; with `body`, the certificates
 *   are those of that step, so that two sends can have one content;
 * - a missing `ReceiptHandle` is the actor's own, or the `holder`'s, where given, as when two threads share what one
 *   received: `receipts[k]` counts back from the newest receipt of the queue (of the queue `from`, where given), modulo how
 *   many there are. Where there is none, the step is skipped;
 * - a missing `TaskHandle` is the actor's own in the same way, `receipts[0]` counting back from its newest move task;
 * - a missing `NextToken` of a list with `receipts` is the actor's own, `receipts[0]` counting back from the newest that an
 *   answer to the same call gave it.
 */
export interface Step {
  id: number;
  actor: string;
  at?: When;
  call: CallName;
  input: Record<string, unknown>;
  receipts?: number[];
  body?: number;
  from?: string;
  holder?: string;
  fault?: { name: FaultName; ms?: Millis };
}

/** The answers that `choose` gave other than 0, by op key and label, in the order of asking. */
export type Choices = Record<string, Record<string, number[]>>;

/**
 * Everything that fixes a run: setup, liberties, steps. With `choices` the open decisions are answered from there (0 where
 * nothing stands); without, from the seed.
 */
export interface Schedule {
  seed: string;
  level: Level;
  setup: Setup;
  liberties: Liberty[];
  steps: Step[];
  choices?: Choices;
}
