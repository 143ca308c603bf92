import { VirtualClock } from '../time/virtual.js';
/** The wall-clock time of instant 0 on the model, in epoch milliseconds: any fixed instant does. */
export const modelEpoch = 1_700_000_000_000;
const exact = { early: 0, late: 0, epoch: modelEpoch, epochError: 0 };
/**
 * A service on a clock, virtual unless given: instant calls answer at once, long polls when the service says so. The
 * accuracy is that of the clock.
 */
export function modelEndpoint(service, clock = new VirtualClock(), accuracy = exact) {
    return new ModelEndpoint(service, clock, accuracy);
}
class ModelEndpoint {
    name = 'model';
    accuracy;
    clock;
    #service;
    #polls = new Map();
    #cancelAlarm;
    #alarmAt = Number.POSITIVE_INFINITY;
    constructor(service, clock, accuracy) {
        this.#service = service;
        this.clock = clock;
        this.accuracy = accuracy;
    }
    open(setup) {
        for (const { name, attributes } of setup.queues) {
            const { RedrivePolicy: _policy, RedriveAllowPolicy: _allows, ...Attributes } = attributes;
            this.#create({ call: 'CreateQueue', input: { QueueName: name, Attributes } });
        }
        // after all queues, so that every dead-letter target exists (sqs:X2), and before anybody is denied (sqs:X12)
        for (const policy of ['RedrivePolicy', 'RedriveAllowPolicy'])
            for (const { name: QueueUrl, attributes } of setup.queues) {
                const text = attributes[policy];
                if (text === undefined)
                    continue;
                this.#create({ call: 'SetQueueAttributes', input: { QueueUrl, Attributes: { [policy]: text } } });
            }
    }
    call(call, choose) {
        const reply = this.#service.call(this.clock.now(), call, choose);
        if (reply.kind !== 'waiting') {
            if (this.#polls.size > 0)
                this.#answerPolls();
            return reply;
        }
        const answered = new Promise((resolve) => {
            this.#polls.set(reply.ticket, resolve);
        });
        this.#answerPolls();
        return answered;
    }
    close() {
        this.#cancelAlarm?.();
    }
    #create(call) {
        const reply = this.#service.call(0, call, () => 0);
        if (reply.kind === 'error')
            throw new SetupError(`the setup was refused: ${reply.message}`);
    }
    /** Passes on the answers that are ready and sets the alarm for the next ones. */
    #answerPolls() {
        const now = this.clock.now();
        if (this.#service.due() <= now)
            for (const { ticket, reply } of this.#service.settle(now)) {
                // time stands still until the run has recorded the answer
                this.clock.hold();
                this.#polls.get(ticket)(reply);
                this.#polls.delete(ticket);
            }
        this.#setAlarm(this.#service.due());
    }
    #setAlarm(at) {
        if (at === this.#alarmAt)
            return;
        this.#cancelAlarm?.();
        this.#cancelAlarm = undefined;
        this.#alarmAt = at;
        if (at === Number.POSITIVE_INFINITY)
            return;
        this.#cancelAlarm = this.clock.alarm(at, () => {
            this.#alarmAt = Number.POSITIVE_INFINITY;
            this.#answerPolls();
        });
    }
}
/** The setup of a schedule is not one that the service accepts. */
export class SetupError extends Error {
    name = 'SetupError';
}
