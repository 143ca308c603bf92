import type { Call, Reply } from '../core/calls.js';
import type { Clock } from '../core/clock.js';
import type { Accuracy, Choose, Endpoint, Service } from '../core/endpoint.js';
import type { Setup } from '../core/schedule.js';
import { VirtualClock } from '../time/virtual.js';

/** The wall-clock time of instant 0 on the model, in epoch milliseconds: any fixed instant does. */
export const modelEpoch = 1_700_000_000_000;

const exact: Accuracy = { early: 0, late: 0, epoch: modelEpoch, epochError: 0 };

/**
 * A service on a clock, virtual unless given: instant calls answer at once, long polls when the service says so. The
 * accuracy is that of the clock.
 */
export function modelEndpoint(
  service: Service,
  clock: Clock = new VirtualClock(),
  accuracy: Accuracy = exact,
): Endpoint {
  return new ModelEndpoint(service, clock, accuracy);
}

class ModelEndpoint implements Endpoint {
  readonly name = 'model';
  readonly accuracy: Accuracy;
  readonly clock: Clock;
  readonly #service: Service;
  readonly #polls = new Map<number, (reply: Reply) => void>();
  #cancelAlarm: (() => void) | undefined;
  #alarmAt = Number.POSITIVE_INFINITY;

  constructor(service: Service, clock: Clock, accuracy: Accuracy) {
    this.#service = service;
    this.clock = clock;
    this.accuracy = accuracy;
  }

  open(setup: Setup): void {
    for (const { name, attributes } of setup.queues) {
      const { RedrivePolicy: _policy, RedriveAllowPolicy: _allows, ...Attributes } = attributes;
      this.#create({ call: 'CreateQueue', input: { QueueName: name, Attributes } });
    }
    // after all queues, so that every dead-letter target exists (sqs:X2), and before anybody is denied (sqs:X12)
    for (const policy of ['RedrivePolicy', 'RedriveAllowPolicy'])
      for (const { name: QueueUrl, attributes } of setup.queues) {
        const text = attributes[policy];
        if (text === undefined) continue;
        this.#create({ call: 'SetQueueAttributes', input: { QueueUrl, Attributes: { [policy]: text } } });
      }
  }

  call(call: Call, choose: Choose): Reply | Promise<Reply> {
    const reply = this.#service.call(this.clock.now(), call, choose);
    if (reply.kind !== 'waiting') {
      if (this.#polls.size > 0) this.#answerPolls();
      return reply;
    }
    const answered = new Promise<Reply>((resolve) => {
      this.#polls.set(reply.ticket, resolve);
    });
    this.#answerPolls();
    return answered;
  }

  close(): void {
    this.#cancelAlarm?.();
  }

  #create(call: Call): void {
    const reply = this.#service.call(0, call, () => 0);
    if (reply.kind === 'error') throw new SetupError(`the setup was refused: ${reply.message}`);
  }

  /** Passes on the answers that are ready and sets the alarm for the next ones. */
  #answerPolls(): void {
    const now = this.clock.now();
    if (this.#service.due() <= now)
      for (const { ticket, reply } of this.#service.settle(now)) {
        // time stands still until the run has recorded the answer
        this.clock.hold();
        this.#polls.get(ticket)!(reply);
        this.#polls.delete(ticket);
      }
    this.#setAlarm(this.#service.due());
  }

  #setAlarm(at: number): void {
    if (at === this.#alarmAt) return;
    this.#cancelAlarm?.();
    this.#cancelAlarm = undefined;
    this.#alarmAt = at;
    if (at === Number.POSITIVE_INFINITY) return;
    this.#cancelAlarm = this.clock.alarm(at, () => {
      this.#alarmAt = Number.POSITIVE_INFINITY;
      this.#answerPolls();
    });
  }
}

/** The setup of a schedule is not one that the service accepts. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}
