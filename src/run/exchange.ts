import type { Call, Reply } from '../core/calls.js';
import type { Millis } from '../core/clock.js';
import type { Choose, Endpoint } from '../core/endpoint.js';
import type { Op } from '../core/history.js';
import type { FaultName } from '../core/schedule.js';
import type { Exchange } from '../faults/fault.js';
import type { Actor } from './actor.js';

/** What an exchange needs of its run. */
export interface Recorder {
  endpoint: Endpoint;
  /** The history so far, in the order of invocation; an op's number is its place in it. */
  readonly ops: Op[];
  /** When the latest op began; the next one begins later. */
  readonly last: Millis;
  /** The open decisions of one attempt of a step; of the drain when there is no step. */
  choose(step: number | undefined, attempt: number): Choose;
}

const notYet: Reply = { kind: 'unknown', why: 'no reply yet' };
const asItIs = (reply: Reply): Reply => reply;

/**
 * One actor, one call, one endpoint: sends, sees, records. While an answer is on its way to the actor, time stands still;
 * whoever launched the exchange calls `letGo` when its outcome has settled.
 */
export class ActorExchange implements Exchange {
  readonly #run: Recorder;
  readonly #actor: Actor;
  readonly #call: Call;
  readonly #step: number | undefined;
  readonly #fault: FaultName | undefined;
  #attempts = 0;
  #held = 0;

  constructor(run: Recorder, actor: Actor, call: Call, step?: number, fault?: FaultName) {
    this.#run = run;
    this.#actor = actor;
    this.#call = call;
    this.#step = step;
    this.#fault = fault;
  }

  send(see: (reply: Reply) => Reply = asItIs, lateBy: Millis = 0): Op | Promise<Op> {
    const op = this.#begin();
    const reply = this.#ask();
    if (!(reply instanceof Promise)) return this.#seeAfter(op, see(reply), lateBy);
    // the next attempt is under way: the answer to the last one need no longer stop the clock
    this.letGo();
    return reply.then((answer) => {
      // the endpoint holds the clock for every answer that it gives later
      this.#held++;
      return this.#seeAfter(op, see(answer), lateBy);
    });
  }

  answer(reply: Reply): Op {
    return this.#see(this.#begin(), reply);
  }

  crash(reply: Reply): Op {
    const op = this.#begin();
    const answer = this.#ask();
    const release = (): void => this.#run.endpoint.clock.release();
    if (answer instanceof Promise) answer.then(release, release);
    this.#see(op, reply);
    this.#actor.forget();
    return op;
  }

  wait(ms: Millis): Promise<void> {
    return new Promise((resolve) => this.#wake(this.#run.endpoint.clock.now() + ms, resolve));
  }

  /** Lets time go on. */
  letGo(): void {
    for (; this.#held > 0; this.#held--) this.#run.endpoint.clock.release();
  }

  #wake(at: Millis, resolve: () => void): void {
    const { clock } = this.#run.endpoint;
    clock.alarm(at, () => {
      if (clock.now() <= this.#run.last) return this.#wake(this.#run.last + 1, resolve);
      this.#hold();
      resolve();
    });
    this.letGo();
  }

  #hold(): void {
    this.#run.endpoint.clock.hold();
    this.#held++;
  }

  #begin(): Op {
    const { call, input } = this.#call;
    const now = this.#run.endpoint.clock.now();
    // one literal, so that all ops have the same hidden class
    const op = {
      id: this.#run.ops.length,
      actor: this.#actor.name,
      call,
      input,
      invoked: now,
      returned: now,
      reply: notYet,
    } as Op;
    if (this.#step !== undefined) op.step = this.#step;
    if (this.#fault !== undefined) op.fault = this.#fault;
    this.#run.ops.push(op);
    return op;
  }

  #ask(): Reply | Promise<Reply> {
    return this.#run.endpoint.call(this.#call, this.#run.choose(this.#step, this.#attempts++));
  }

  #see(op: Op, reply: Reply): Op {
    op.returned = this.#run.endpoint.clock.now();
    op.reply = reply;
    this.#actor.keep(op);
    return op;
  }

  #seeAfter(op: Op, reply: Reply, ms: Millis): Op | Promise<Op> {
    if (ms === 0) return this.#see(op, reply);
    const { clock } = this.#run.endpoint;
    return new Promise((resolve) => {
      clock.alarm(clock.now() + ms, () => {
        this.#hold();
        resolve(this.#see(op, reply));
      });
      this.letGo();
    });
  }
}
