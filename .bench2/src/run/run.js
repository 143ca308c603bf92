import { chooserOf } from '../chance/keyed.js';
import { attribute, countsFromReply, deadlineOf } from '../core/deadline.js';
import { faults } from '../faults/index.js';
import { Actor } from './actor.js';
import { drain } from './drain.js';
import { ActorExchange } from './exchange.js';
import { fill } from './fill.js';
const plain = () => 0;
const endless = { wait: 20, patience: Number.POSITIVE_INFINITY };
/** For a real clock: short polls, ticks far above the jitter of a loopback and far below a timer, 15 s of patience. */
export const wallOptions = { drain: { wait: 1, patience: 15_000 }, tick: 100 };
/**
 * Runs the schedule on the endpoint: opens it, walks the steps in order, drains the queues, closes it. The same
 * schedule on a deterministic endpoint gives the same history, byte for byte. Errors of `open` pass through.
 */
export async function run(schedule, endpoint, options = {}) {
    try {
        await endpoint.open(schedule.setup);
        return await new Run(schedule, endpoint, options).history();
    }
    finally {
        await endpoint.close();
    }
}
class Run {
    endpoint;
    #schedule;
    #options;
    #clock;
    #chooser;
    #actors = new Map();
    ops = [];
    /** The first op of each step that had one. */
    #opOfStep = new Map();
    constructor(schedule, endpoint, options) {
        this.endpoint = endpoint;
        this.#schedule = schedule;
        this.#options = options;
        this.#clock = endpoint.clock;
        this.#chooser = chooserOf(schedule);
    }
    async history() {
        for (const step of this.#schedule.steps) {
            const actor = this.#actor(step.actor);
            if (actor.pending !== undefined)
                await this.#clock.until(actor.pending);
            const ready = this.#sleep(step);
            if (ready !== undefined)
                await ready;
            this.#launch(step, actor);
        }
        for (const { pending } of this.#actors.values())
            if (pending !== undefined)
                await this.#clock.until(pending);
        const drainedFrom = this.last + 1;
        const drained = await drain(this, this.#schedule.setup, this.ops, this.#options.drain ?? endless);
        return this.#record(drainedFrom, drained);
    }
    /** When the last op began. No two begin at the same instant, so that their order can be told from their times. */
    get last() {
        return this.ops.length === 0 ? 0 : this.ops[this.ops.length - 1].invoked;
    }
    choose(step, attempt) {
        // the drain is calm: it takes no liberties
        if (step === undefined)
            return plain;
        return this.#chooser.of(attempt === 0 ? String(step) : `${step}/${attempt}`);
    }
    /** The next free instant, not before `at`. */
    turn(at) {
        const ready = this.#clock.until(Math.max(at, this.last + 1));
        return ready === undefined && this.#clock.now() > this.last ? undefined : this.#turnAfter(ready);
    }
    /** While it slept, another op may have begun at the very instant it waited for. */
    async #turnAfter(ready) {
        await ready;
        while (this.#clock.now() <= this.last)
            await this.#clock.until(this.last + 1);
    }
    #actor(name) {
        let actor = this.#actors.get(name);
        if (actor === undefined) {
            actor = new Actor(name);
            this.#actors.set(name, actor);
        }
        return actor;
    }
    /** Sleeps until the step's time; undefined when no time has to be waited out. */
    #sleep(step) {
        const { at } = step;
        if (at === undefined)
            return this.turn(0);
        if ('wait' in at)
            return this.turn(this.last + at.wait);
        const base = this.#opOfStep.get(at.after);
        if (base === undefined)
            return this.turn(0);
        const pending = this.#actors.get(base.actor)?.pending;
        if (countsFromReply(at.deadline) && pending !== undefined)
            return this.#sleepAfter(pending, step, at, base);
        return this.turn(this.#instant(step, at, base));
    }
    async #sleepAfter(pending, step, at, base) {
        await this.#clock.until(pending);
        await this.turn(this.#instant(step, at, base));
    }
    #instant(step, at, base) {
        const { setup } = this.#schedule;
        const instant = deadlineOf(base, at.deadline, setup) + at.tick * (this.#options.tick ?? 1);
        if (at.ends !== true)
            return instant;
        const own = step.input.WaitTimeSeconds;
        const wait = typeof own === 'number' ? own : attribute(step, 'ReceiveMessageWaitTimeSeconds', setup);
        return instant - wait * 1000;
    }
    #launch(step, actor) {
        const call = fill(step, actor);
        if (call === undefined)
            return;
        const place = this.ops.length;
        const exchange = new ActorExchange(this, actor, call, step.id, step.fault?.name);
        const op = step.fault === undefined ? exchange.send() : faults[step.fault.name].around(exchange, step.fault.ms ?? 1000);
        this.#opOfStep.set(step.id, this.ops[place]);
        if (op instanceof Promise)
            this.#busy(actor, op, exchange);
    }
    #busy(actor, op, exchange) {
        actor.pending = op;
        const free = () => {
            if (actor.pending === op)
                actor.pending = undefined;
            exchange.letGo();
        };
        op.then(free, free);
    }
    /** Sends a call of the drain: no fault, no liberty. */
    ask(actor, call) {
        const place = this.ops.length;
        const exchange = new ActorExchange(this, actor, call);
        const op = exchange.send();
        if (op instanceof Promise)
            this.#busy(actor, op, exchange);
        return this.ops[place];
    }
    #record(drainedFrom, drained) {
        const { name, accuracy } = this.endpoint;
        const history = {
            schedule: { ...this.#schedule, choices: this.#chooser.taken },
            endpoint: { name, ...accuracy },
            ops: this.ops,
            drainedFrom,
            drained,
        };
        if (this.#options.mutant !== undefined)
            history.mutant = this.#options.mutant;
        return history;
    }
}
