import type { Call, Reply } from './calls.js';
import type { Clock, Millis } from './clock.js';
import type { Setup } from './schedule.js';

/**
 * An open decision of the contract: an integer in [0, n). 0 is always the plain answer; another one takes the liberty
 * named by `label`. Fixed by (seed, op, label, how often this op has asked it before).
 */
export type Choose = (label: import('./schedule.js').Liberty, n: number) => number;

/** How far a history's times can be trusted when it comes from this endpoint. */
export interface Accuracy {
  /** Milliseconds by which a server timer may fire early (d in sqs section 11.1). */
  early: Millis;
  /** Milliseconds by which a server timer may fire late (D). */
  late: Millis;
  /** Milliseconds that a request and its reply may be under way together; none where absent. An assumption, not a promise. */
  network?: Millis;
  /** The server's wall-clock time at time 0 of the run, in epoch milliseconds, and how far off it may be. */
  epoch: number;
  epochError: Millis;
}

/** Anything that answers calls: the model, an HTTP server, a URL. */
export interface Endpoint {
  name: string;
  clock: Clock;
  accuracy: Accuracy;
  /** Creates the setup's queues. Time 0 comes after it. */
  open(setup: Setup): void | Promise<void>;
  /** Throws only where there is no use in going on; a long poll may stay open until the clock says so. */
  call(call: Call, choose: Choose): Reply | Promise<Reply>;
  /** Removes everything that the run created. */
  close(): void | Promise<void>;
}

/** A poll that waits: its answer comes later, from `settle`. */
export interface Waiting {
  kind: 'waiting';
  ticket: number;
}

/**
 * A service without clock or timers: state holds deadlines, time comes as an argument and never runs backwards.
 * `due` is the next instant at which `settle` would answer a waiting poll (Infinity when none waits).
 */
export interface Service {
  call(at: Millis, call: Call, choose: Choose): Reply | Waiting;
  due(): Millis;
  settle(at: Millis): { ticket: number; reply: Reply }[];
}
