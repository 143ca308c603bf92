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
  /** The open decisions of the step's next attempt. */
  choose(): Choose;
}

const notYet: Reply = { kind: 'unknown', why: 'no reply yet' };
const asItIs = (reply: Reply): Reply => reply;

/** One actor, one call, one endpoint: sends, sees, records. */
export class ActorExchange implements Exchange {
  readonly #run: Recorder;
  readonly #actor: Actor;
  readonly #call: Call;
  readonly #step: number | undefined;
  readonly #fault: FaultName | undefined;
  #holding = false;

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
    if (!(reply instanceof Promise))
      return lateBy > 0 ? this.#seeLate(op, see(reply), lateBy) : this.#see(op, see(reply));
    const { clock } = this.#run.endpoint;
    const seen = reply.then((late) => (lateBy > 0 ? this.#seeLate(op, see(late), lateBy) : this.#see(op, see(late))));
    const release = lateBy > 0 ? reply : seen;
    release.then(() => clock.release());
    return seen;
  }

  answer(reply: Reply): Op {
    return this.#see(this.#begin(), reply);
  }

  crash(reply: Reply): Op {
    const op = this.#begin();
    const answer = this.#ask();
    if (answer instanceof Promise) answer.then(() => this.#run.endpoint.clock.release());
    this.#see(op, reply);
    this.#actor.forget();
    return op;
  }

  wait(ms: Millis): Promise<void> {
    return new Promise((resolve) => this.#wake(this.#run.endpoint.clock.now() + ms, resolve));
  }

  #wake(at: Millis, resolve: () => void): void {
    const { clock } = this.#run.endpoint;
    clock.alarm(at, () => {
      if (clock.now() <= this.#run.last) return this.#wake(this.#run.last + 1, resolve);
      // time stands still until the next send has begun
      clock.hold();
      this.#holding = true;
      resolve();
    });
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
    const reply = this.#run.endpoint.call(this.#call, this.#run.choose());
    if (this.#holding) {
      this.#holding = false;
      this.#run.endpoint.clock.release();
    }
    return reply;
  }

  #see(op: Op, reply: Reply): Op {
    op.returned = this.#run.endpoint.clock.now();
    op.reply = reply;
    this.#actor.keep(op);
    return op;
  }

  #seeLate(op: Op, reply: Reply, ms: Millis): Promise<Op> {
    const { clock } = this.#run.endpoint;
    const seen = new Promise<Op>((resolve) => {
      clock.alarm(clock.now() + ms, () => {
        clock.hold();
        resolve(this.#see(op, reply));
      });
    });
    seen.then(() => clock.release());
    return seen;
  }
}
