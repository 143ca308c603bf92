import { consumer, creations, deadLetterUrl, messageIn, nameIn, producer, queueUrl, status, } from './programs.js';
import { speeds, } from './scenario.js';
/** The contract's plain answers: oldest first, longest-waiting poll first, nothing short or empty without need. */
const plainly = () => 0;
/**
 * Runs a scenario in virtual time against a new service. Calls take no time. Order within one instant (sns:LL11): kills,
 * timers and the polls they answer, sends, receives, queue_status; slow before fast.
 */
export function simulate(scenario, service) {
    return new Lab(scenario, service).run();
}
class Lab {
    #scenario;
    #service;
    /** The second at which the service's time begins. */
    #from;
    #sessions;
    #polls = new Map();
    #receives = new Map();
    #deletes = new Map();
    #crashed = {};
    #lost = [];
    #sent = 0;
    constructor(scenario, service) {
        this.#scenario = scenario;
        this.#service = service;
        this.#from = Math.min(0, ...scenario.consumers.map(({ start }) => start));
        this.#sessions = [
            ...inOrder(scenario.producers).map((one) => this.#produces(one)),
            ...inOrder(scenario.consumers).map((one) => this.#consumes(one)),
        ];
    }
    run() {
        for (const call of creations(this.#scenario.maxReceives))
            this.#ask(0, call);
        const rows = [];
        for (let t = this.#from; t <= this.#scenario.seconds; t++) {
            const at = this.#at(t);
            for (let next = this.#next(); next <= at; next = this.#next())
                this.#instant(next);
            rows.push({ t, ...this.#counters(at), did: this.#did() });
        }
        return {
            scenario: this.#scenario,
            rows,
            sent: this.#sent,
            deleted: this.#deletes.size,
            crashed: this.#crashed,
            lost: this.#lost,
            repeated: [...this.#receives].filter(([, receives]) => receives > 1).map(([message]) => message),
        };
    }
    #produces(plan) {
        return this.#session(`${plan.speed}_producer`, producer(plan), 0);
    }
    #consumes(plan) {
        return this.#session(`${plan.speed}_consumer`, consumer(plan), plan.start, plan.killedAt);
    }
    #session(name, program, start, killedAt = Number.POSITIVE_INFINITY) {
        return {
            name,
            program,
            killedAt: this.#at(killedAt),
            state: 'unopened',
            wakesAt: this.#at(start),
            work: undefined,
            deeds: [],
        };
    }
    #at(t) {
        return 1000 * (t - this.#from);
    }
    #next() {
        let next = this.#service.due();
        for (const { state, wakesAt, killedAt } of this.#sessions)
            if (state !== 'over')
                next = Math.min(next, wakesAt, killedAt);
        return next;
    }
    #instant(at) {
        for (const session of this.#sessions)
            if (session.state !== 'over' && session.killedAt <= at)
                this.#kill(session);
        this.#answer(at);
        for (const session of this.#sessions) {
            if (session.state === 'over' || session.wakesAt > at)
                continue;
            this.#resume(session, undefined, at);
            this.#answer(at);
        }
    }
    /** Passes on what the service has for waiting polls. The poll of a dead client may still take a message (sqs:P10). */
    #answer(at) {
        while (this.#service.due() <= at)
            for (const { ticket, reply } of this.#service.settle(at)) {
                const session = this.#polls.get(ticket);
                this.#polls.delete(ticket);
                this.#received(session, reply);
                if (session.state !== 'over')
                    this.#resume(session, reply, at);
            }
    }
    /** Lets a program go on until it sleeps, waits or is over. */
    #resume(session, reply, at) {
        session.wakesAt = Number.POSITIVE_INFINITY;
        let step = session.program.next(reply);
        while (!step.done) {
            if ('sleep' in step.value) {
                session.state = 'asleep';
                session.wakesAt = at + 1000 * step.value.sleep;
                return;
            }
            const answered = this.#call(session, step.value.call, at);
            if (answered === undefined)
                return;
            step = session.program.next(answered);
        }
        session.state = 'over';
        session.deeds.push({ what: step.value });
        if (step.value === 'crashed')
            this.#crashed[session.name] = this.#from + Math.ceil(at / 1000);
    }
    /** The reply, or nothing where a poll has to wait. */
    #call(session, call, at) {
        if (call.call === 'ReceiveMessage')
            session.work = undefined;
        const reply = this.#service.call(at, call, plainly);
        if (reply.kind === 'waiting') {
            session.state = 'waiting';
            this.#polls.set(reply.ticket, session);
            return undefined;
        }
        if (call.call === 'SendMessage')
            this.#sends(session, call.input.MessageBody);
        if (call.call === 'ReceiveMessage')
            this.#received(session, reply);
        if (call.call === 'DeleteMessage')
            this.#deleted(session);
        return reply;
    }
    #sends(session, body) {
        this.#sent++;
        session.deeds.push({ what: 'sent', message: nameIn(body) });
    }
    #received(session, reply) {
        const body = messageIn(reply)?.Body;
        if (body === undefined)
            return;
        const message = nameIn(body);
        session.work = { message, deleted: false };
        const what = session.state === 'over' ? 'swallowed' : 'received';
        session.deeds.push({ what, message, ...counted(this.#receives, message) });
    }
    #deleted(session) {
        const work = session.work;
        work.deleted = true;
        session.deeds.push({ what: 'deleted', message: work.message, ...counted(this.#deletes, work.message) });
    }
    #kill(session) {
        session.state = 'over';
        const { work } = session;
        session.deeds.push(work === undefined ? { what: 'killed' } : { what: 'killed', message: work.message });
        if (work?.deleted)
            this.#lost.push(work.message);
    }
    #counters(at) {
        const counts = this.#count(at, queueUrl);
        const row = {
            visible: Number(counts.ApproximateNumberOfMessages),
            notVisible: Number(counts.ApproximateNumberOfMessagesNotVisible),
            delayed: Number(counts.ApproximateNumberOfMessagesDelayed),
        };
        if (this.#scenario.maxReceives === undefined)
            return row;
        return { ...row, dead: Number(this.#count(at, deadLetterUrl).ApproximateNumberOfMessages) };
    }
    #count(at, queue) {
        const { output } = this.#ask(at, status(queue));
        return output.Attributes;
    }
    #ask(at, call) {
        const reply = this.#service.call(at, call, plainly);
        if (reply.kind !== 'ok')
            throw new Error(`${call.call} was not answered: ${JSON.stringify(reply)}`);
        return reply;
    }
    /** What each terminal did since it was last asked; one that did nothing slept or waited. */
    #did() {
        const did = {};
        for (const session of this.#sessions) {
            const { name, state } = session;
            if (session.deeds.length > 0)
                did[name] = session.deeds;
            else if (state === 'asleep')
                did[name] = [{ what: 'slept' }];
            else if (state === 'waiting')
                did[name] = [{ what: 'waited' }];
            session.deeds = [];
        }
        return did;
    }
}
const inOrder = (plans) => plans.toSorted((a, b) => speeds.indexOf(a.speed) - speeds.indexOf(b.speed));
/** Counts one more for the message; says the how manieth it is unless it is the first. */
function counted(counts, message) {
    const nth = (counts.get(message) ?? 0) + 1;
    counts.set(message, nth);
    return nth > 1 ? { nth } : {};
}
