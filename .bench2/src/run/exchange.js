const notYet = { kind: 'unknown', why: 'no reply yet' };
const asItIs = (reply) => reply;
/**
 * One actor, one call, one endpoint: sends, sees, records. While an answer is on its way to the actor, time stands still;
 * whoever launched the exchange calls `letGo` when its outcome has settled.
 */
export class ActorExchange {
    #run;
    #actor;
    #call;
    #step;
    #fault;
    #attempts = 0;
    #held = 0;
    constructor(run, actor, call, step, fault) {
        this.#run = run;
        this.#actor = actor;
        this.#call = call;
        this.#step = step;
        this.#fault = fault;
    }
    send(see = asItIs, lateBy = 0) {
        const op = this.#begin();
        const reply = this.#ask();
        if (!(reply instanceof Promise))
            return this.#seeAfter(op, see(reply), lateBy);
        // the next attempt is under way: the answer to the last one need no longer stop the clock
        this.letGo();
        return reply.then((answer) => {
            // the endpoint holds the clock for every answer that it gives later
            this.#held++;
            return this.#seeAfter(op, see(answer), lateBy);
        });
    }
    answer(reply) {
        return this.#see(this.#begin(), reply);
    }
    crash(reply) {
        const op = this.#begin();
        const answer = this.#ask();
        if (answer instanceof Promise)
            answer.then(() => this.#run.endpoint.clock.release());
        this.#see(op, reply);
        this.#actor.forget();
        return op;
    }
    wait(ms) {
        return new Promise((resolve) => this.#wake(this.#run.endpoint.clock.now() + ms, resolve));
    }
    /** Lets time go on. */
    letGo() {
        for (; this.#held > 0; this.#held--)
            this.#run.endpoint.clock.release();
    }
    #wake(at, resolve) {
        const { clock } = this.#run.endpoint;
        clock.alarm(at, () => {
            if (clock.now() <= this.#run.last)
                return this.#wake(this.#run.last + 1, resolve);
            this.#hold();
            resolve();
        });
        this.letGo();
    }
    #hold() {
        this.#run.endpoint.clock.hold();
        this.#held++;
    }
    #begin() {
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
        };
        if (this.#step !== undefined)
            op.step = this.#step;
        if (this.#fault !== undefined)
            op.fault = this.#fault;
        this.#run.ops.push(op);
        return op;
    }
    #ask() {
        return this.#run.endpoint.call(this.#call, this.#run.choose(this.#step, this.#attempts++));
    }
    #see(op, reply) {
        op.returned = this.#run.endpoint.clock.now();
        op.reply = reply;
        this.#actor.keep(op);
        return op;
    }
    #seeAfter(op, reply, ms) {
        if (ms === 0)
            return this.#see(op, reply);
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
