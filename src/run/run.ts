import { type Chooser, chooserOf } from '../chance/keyed.js';
import type { Call } from '../core/calls.js';
import type { Clock, Millis } from '../core/clock.js';
import { attribute, countsFromReply, deadlineOf } from '../core/deadline.js';
import type { Choose, Endpoint } from '../core/endpoint.js';
import type { History, Op } from '../core/history.js';
import type { AtDeadline, Schedule, Step } from '../core/schedule.js';
import { faults } from '../faults/index.js';
import { Actor } from './actor.js';
import { type DrainOptions, drain } from './drain.js';
import { ActorExchange, type Recorder } from './exchange.js';
import { fill } from './fill.js';

export interface RunOptions {
  /** How the queues are drained at the end, if at all: long polls of 20 s and endless patience unless said. */
  drain?: DrainOptions | 'none';
  /** Length of one tick of the steps' times in milliseconds; 1 unless said. */
  tick?: Millis;
  /** Name of the mutant planted in the endpoint, for the record. */
  mutant?: string;
}

const plain: Choose = () => 0;
const endless: DrainOptions = { wait: 20, patience: Number.POSITIVE_INFINITY };

/** For a real clock: short polls, ticks far above the jitter of a loopback and far below a timer, 15 s of patience. */
export const wallOptions: RunOptions = { drain: { wait: 1, patience: 15_000 }, tick: 100 };

/**
 * Runs the schedule on the endpoint: opens it, walks the steps in order, drains the queues, closes it. The same
 * schedule on a deterministic endpoint gives the same history, byte for byte. Errors of `open` and `call` pass through.
 */
export async function run(schedule: Schedule, endpoint: Endpoint, options: RunOptions = {}): Promise<History> {
  try {
    await endpoint.open(schedule.setup);
    return await new Run(schedule, endpoint, options).history();
  } finally {
    await endpoint.close();
  }
}

type End = Pick<History, 'drainedFrom' | 'drained'>;

class Run implements Recorder {
  readonly endpoint: Endpoint;
  readonly #schedule: Schedule;
  readonly #options: RunOptions;
  readonly #clock: Clock;
  readonly #chooser: Chooser;
  readonly #actors = new Map<string, Actor>();
  readonly ops: Op[] = [];
  /** The first op of each step that had one. */
  readonly #opOfStep = new Map<number, Op>();
  /** What the endpoint threw at a call: there is no use in going on. */
  #failure: unknown;

  constructor(schedule: Schedule, endpoint: Endpoint, options: RunOptions) {
    this.endpoint = endpoint;
    this.#schedule = schedule;
    this.#options = options;
    this.#clock = endpoint.clock;
    this.#chooser = chooserOf(schedule);
  }

  async history(): Promise<History> {
    for (const step of this.#schedule.steps) {
      const actor = this.#actor(step.actor);
      if (actor.pending !== undefined) await this.#clock.until(actor.pending);
      const ready = this.#sleep(step, actor);
      if (ready !== undefined) await ready;
      this.#launch(step, actor);
    }
    for (const { pending } of this.#actors.values()) if (pending !== undefined) await this.#clock.until(pending);
    const end = await this.#drained();
    this.#mustGoOn();
    return this.#record(end);
  }

  async #drained(): Promise<End> {
    const { drain: how = endless } = this.#options;
    if (how === 'none') return { drained: false };
    const drainedFrom = this.last + 1;
    return { drainedFrom, drained: await drain(this, this.#schedule.setup, this.ops, how) };
  }

  #mustGoOn(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** When the last op began. No two begin at the same instant, so that their order can be told from their times. */
  get last(): Millis {
    return this.ops.length === 0 ? 0 : this.ops[this.ops.length - 1]!.invoked;
  }

  choose(step: number | undefined, attempt: number): Choose {
    // the drain is calm: it takes no liberties
    if (step === undefined) return plain;
    return this.#chooser.of(attempt === 0 ? String(step) : `${step}/${attempt}`);
  }

  /** The next free instant, not before `at`. The actor's is after its latest answer, which is how one knows that order too. */
  turn(at: Millis, actor?: Actor): Promise<void> | undefined {
    this.#mustGoOn();
    const ready = this.#clock.until(Math.max(at, this.last + 1, (actor?.answered ?? -1) + 1));
    return ready === undefined && this.#clock.now() > this.last ? undefined : this.#turnAfter(ready);
  }

  /** While it slept, another op may have begun at the very instant it waited for. */
  async #turnAfter(ready: Promise<void> | undefined): Promise<void> {
    await ready;
    while (this.#clock.now() <= this.last) await this.#clock.until(this.last + 1);
  }

  #actor(name: string): Actor {
    let actor = this.#actors.get(name);
    if (actor === undefined) {
      actor = new Actor(name);
      this.#actors.set(name, actor);
    }
    return actor;
  }

  /** Sleeps until the step's time; undefined when no time has to be waited out. */
  #sleep(step: Step, actor: Actor): Promise<void> | undefined {
    const { at } = step;
    if (at === undefined) return this.turn(0, actor);
    if ('wait' in at) return this.turn(this.last + at.wait, actor);
    const base = this.#opOfStep.get(at.after);
    if (base === undefined) return this.turn(0, actor);
    const pending = this.#actors.get(base.actor)?.pending;
    const instant = (): Millis => this.#instant(step, at, base);
    if (countsFromReply(at.deadline) && pending !== undefined) return this.#sleepAfter(pending, instant, actor);
    return this.turn(instant(), actor);
  }

  async #sleepAfter(pending: Promise<Op>, instant: () => Millis, actor: Actor): Promise<void> {
    await this.#clock.until(pending);
    await this.turn(instant(), actor);
  }

  #instant(step: Step, at: AtDeadline, base: Op): Millis {
    const { setup } = this.#schedule;
    const instant = deadlineOf(base, at.deadline, setup) + at.tick * (this.#options.tick ?? 1);
    if (at.ends !== true) return instant;
    const own = step.input.WaitTimeSeconds;
    const wait =
      typeof own === 'number' ? own : attribute(step as unknown as Op, 'ReceiveMessageWaitTimeSeconds', setup);
    return instant - wait * 1000;
  }

  #launch(step: Step, actor: Actor): void {
    const call = fill(step, actor, step.holder === undefined ? actor : this.#actor(step.holder));
    if (call === undefined) return;
    const place = this.ops.length;
    const exchange = new ActorExchange(this, actor, call, step.id, step.fault?.name);
    const op =
      step.fault === undefined ? exchange.send() : faults[step.fault.name].around(exchange, step.fault.ms ?? 1000);
    this.#opOfStep.set(step.id, this.ops[place]!);
    if (op instanceof Promise) this.#busy(actor, op, exchange);
  }

  #busy(actor: Actor, op: Promise<Op>, exchange: ActorExchange): void {
    actor.pending = op;
    const free = (): void => {
      if (actor.pending === op) actor.pending = undefined;
      exchange.letGo();
    };
    op.then(free, (error) => {
      this.#failure ??= error;
      free();
    });
  }

  /** Sends a call of the drain: no fault, no liberty. */
  ask(actor: Actor, call: Call): Op {
    const place = this.ops.length;
    const exchange = new ActorExchange(this, actor, call);
    const op = exchange.send();
    if (op instanceof Promise) this.#busy(actor, op, exchange);
    return this.ops[place]!;
  }

  #record(end: End): History {
    const { name, accuracy } = this.endpoint;
    const history: History = {
      schedule: { ...this.#schedule, choices: this.#chooser.taken },
      endpoint: { name, ...accuracy },
      ops: this.ops,
      ...end,
    };
    if (this.#options.mutant !== undefined) history.mutant = this.#options.mutant;
    return history;
  }
}
