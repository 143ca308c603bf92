import type { Draw } from '../chance/seed.js';
import { arnOf, type CallName, type MessageAttributes, queueOfArn } from '../core/calls.js';
import { attributeDefaults, limits } from '../core/limits.js';
import type { AtDeadline, Deadline, FaultName, Setup, Step, When } from '../core/schedule.js';
import { garbage, refusals } from './refusals.js';
import { drawPolicy, pick } from './setup.js';
import type { Feature } from './swarm.js';
import type { Values } from './values.js';

/** What one step may do; `[kind, weight, feature it needs]`. */
const kinds = [
  ['send', 12, undefined],
  ['sendBatch', 3, 'batches'],
  ['receive', 16, undefined],
  ['delete', 8, 'deletes'],
  ['deleteBatch', 3, 'batches'],
  ['change', 8, 'changes'],
  ['changeBatch', 2, 'batches'],
  ['purge', 2, 'purges'],
  ['read', 5, 'reads'],
  ['set', 2, 'settings'],
  ['create', 1, 'lifecycle'],
  ['drop', 2, 'lifecycle'],
  ['look', 1, 'lifecycle'],
  ['refusal', 5, 'refusals'],
] as const;

type Kind = (typeof kinds)[number][0];

const messageAttributes: readonly MessageAttributes[] = [
  { k: { DataType: 'String', StringValue: 'x' } },
  { General: { DataType: 'String', StringValue: 'Kenobi' }, Hello: { DataType: 'String', StringValue: 'There' } },
  { n: { DataType: 'Number.int', StringValue: '7' }, b: { DataType: 'Binary', BinaryValue: 'AAH/' } },
];
const texts = ['<a>&b</a>', 'line\r\nbreak "quoted"', '\u{1F600}', 'x'.repeat(200)];
const names = [undefined, ['All'], ['k'], ['Hel.*', 'n']];
const readNames = [
  ['All'],
  ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible', 'ApproximateNumberOfMessagesDelayed'],
  ['VisibilityTimeout', 'RedrivePolicy'],
];

const factors = [1, 2, 4];
const actorNames = ['a', 'b', 'c', 'd', 'e', 'f'];

/** How many of the latest deadlines a step may aim at. */
const aims = 6;

/** A deadline that later steps can aim at. */
interface Aim {
  after: number;
  deadline: Deadline;
  queue: unknown;
  /** From the step to the deadline. */
  seconds: number;
}

/** A receive that somebody made: whose receipts there are. */
interface Holder {
  actor: string;
  queue: string;
}

/** Writes the steps of one schedule, remembering what later steps can refer to. */
export class StepWriter {
  readonly #draw: Draw;
  readonly #features: ReadonlySet<Feature>;
  readonly #isFar: boolean;
  readonly #values: Values;
  readonly #setup: Setup;
  readonly #faults: readonly FaultName[];
  readonly #actors: readonly string[];
  readonly #wheel: { kind: Kind; upTo: number }[] = [];
  readonly #holders: Holder[] = [];
  readonly #deadlines: Aim[] = [];
  /** Steps that are to come next, as one situation with the step before them. */
  readonly #next: ((id: number) => Step)[] = [];

  constructor(draw: Draw, features: ReadonlySet<Feature>, values: Values, setup: Setup, faults: readonly FaultName[]) {
    this.#draw = draw;
    this.#features = features;
    this.#isFar = features.has('far-times') && values.farPauses.length > 0;
    this.#values = values;
    this.#setup = setup;
    this.#faults = features.has('faults') ? faults : [];
    const crowd = features.has('crowd') ? 2 + draw(5) : 1;
    this.#actors = actorNames.slice(0, crowd);
    // uneven weights: some schedules mostly send, others mostly poll
    let upTo = 0;
    for (const [kind, weight, feature] of kinds)
      if (feature === undefined || features.has(feature)) {
        upTo += weight * pick(draw, factors);
        this.#wheel.push({ kind, upTo });
      }
  }

  /** A kind of step, by weight. */
  #spin(): Kind {
    const lot = this.#draw(this.#wheel.at(-1)!.upTo);
    return this.#wheel.find(({ upTo }) => lot < upTo)!.kind;
  }

  step(id: number): Step {
    const next = this.#next.shift();
    const step = next === undefined ? this[this.#spin()](id) : next(id);
    this.#schedule(step);
    if (next === undefined) this.#follow(step);
    this.#remember(step);
    return step;
  }

  send(id: number): Step {
    return { id, actor: this.#actor(), call: 'SendMessage', input: { QueueUrl: this.#queue(), ...this.#message() } };
  }

  sendBatch(id: number): Step {
    const Entries = Array.from({ length: 1 + this.#draw(4) }, (_, k) => ({ Id: String(k + 1), ...this.#message() }));
    return { id, actor: this.#actor(), call: 'SendMessageBatch', input: { QueueUrl: this.#queue(), Entries } };
  }

  receive(id: number): Step {
    const input: Record<string, unknown> = { QueueUrl: this.#queue() };
    set(input, 'MaxNumberOfMessages', pick(this.#draw, this.#values.max));
    set(input, 'VisibilityTimeout', pick(this.#draw, this.#values.visibility));
    if (this.#features.has('long-polls')) set(input, 'WaitTimeSeconds', pick(this.#draw, this.#values.wait));
    if (this.#draw(16) > 0) input.MessageSystemAttributeNames = ['All'];
    if (this.#features.has('attributes')) set(input, 'MessageAttributeNames', pick(this.#draw, names));
    return { id, actor: this.#actor(), call: 'ReceiveMessage', input };
  }

  delete(id: number): Step {
    return this.#settling(id, 'DeleteMessage', {});
  }

  change(id: number): Step {
    return this.#settling(id, 'ChangeMessageVisibility', { VisibilityTimeout: pick(this.#draw, this.#values.change) });
  }

  deleteBatch(id: number): Step {
    return this.#settlingBatch(id, 'DeleteMessageBatch', () => ({}));
  }

  changeBatch(id: number): Step {
    return this.#settlingBatch(id, 'ChangeMessageVisibilityBatch', () => ({
      VisibilityTimeout: pick(this.#draw, this.#values.change),
    }));
  }

  purge(id: number): Step {
    return { id, actor: this.#actor(), call: 'PurgeQueue', input: { QueueUrl: this.#queue() } };
  }

  read(id: number): Step {
    const input: Record<string, unknown> = { QueueUrl: this.#queue() };
    if (this.#draw(12) > 0) input.AttributeNames = pick(this.#draw, readNames);
    return { id, actor: this.#actor(), call: 'GetQueueAttributes', input };
  }

  set(id: number): Step {
    const QueueUrl = this.#queue();
    return {
      id,
      actor: this.#actor(),
      call: 'SetQueueAttributes',
      input: { QueueUrl, Attributes: this.#setting(QueueUrl) },
    };
  }

  create(id: number): Step {
    const QueueName = this.#draw(2) === 0 ? this.#queue() : 'q9';
    const input: Record<string, unknown> = { QueueName };
    if (this.#draw(2) === 0) input.Attributes = { VisibilityTimeout: pick(this.#draw, ['1', '30']) };
    return { id, actor: this.#actor(), call: 'CreateQueue', input };
  }

  drop(id: number): Step {
    const last = this.#setup.queues.at(-1)!.name;
    const QueueUrl = pick(this.#draw, this.#features.has('dead-letters') ? [last, last, 'q9'] : [this.#queue(), 'q9']);
    return { id, actor: this.#actor(), call: 'DeleteQueue', input: { QueueUrl } };
  }

  look(id: number): Step {
    if (this.#draw(2) === 0)
      return { id, actor: this.#actor(), call: 'GetQueueUrl', input: { QueueName: this.#queue() } };
    const input: Record<string, unknown> = {};
    set(input, 'QueueNamePrefix', pick(this.#draw, [undefined, 'q', 'q1', 'x']));
    set(input, 'MaxResults', pick(this.#draw, [undefined, 1, 2]));
    return { id, actor: this.#actor(), call: 'ListQueues', input };
  }

  refusal(id: number): Step {
    const holder = this.#holder();
    const queue = holder?.queue ?? this.#queue();
    const other = this.#setup.queues.find(({ name }) => name !== queue)?.name ?? queue;
    const { foreign, ...refused } = pick(this.#draw, refusals)(queue, other);
    const step: Step = { id, actor: holder?.actor ?? this.#actor(), ...refused };
    return foreign ? { ...step, from: queue, input: { ...step.input, QueueUrl: other } } : step;
  }

  #actor(): string {
    return pick(this.#draw, this.#actors);
  }

  #queue(): string {
    // the first queue gets most of the traffic, so that its messages meet
    const { queues } = this.#setup;
    return queues[Math.min(this.#draw(queues.length), this.#draw(queues.length))]!.name;
  }

  #message(): Record<string, unknown> {
    const message: Record<string, unknown> = {};
    if (this.#features.has('delays')) set(message, 'DelaySeconds', pick(this.#draw, this.#values.delay));
    if (!this.#features.has('attributes')) return message;
    if (this.#draw(3) === 0) message.MessageAttributes = pick(this.#draw, messageAttributes);
    if (this.#draw(6) === 0) message.MessageBody = pick(this.#draw, texts);
    return message;
  }

  #setting(queue: string): Record<string, string> {
    const { queues } = this.#setup;
    switch (this.#draw(5)) {
      case 0:
        return { VisibilityTimeout: pick(this.#draw, this.#values.queueVisibility) ?? '0' };
      case 1:
        return { DelaySeconds: pick(this.#draw, this.#values.queueDelay) ?? '0' };
      case 2:
        return { ReceiveMessageWaitTimeSeconds: pick(this.#draw, this.#values.queueWait) ?? '0' };
      case 3:
        return { MessageRetentionPeriod: pick(this.#draw, this.#values.queueRetention) ?? '345600' };
      default: {
        const target = queues.at(-1)!.name;
        if (this.#features.has('refusals') && this.#draw(2) === 0)
          return { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arnOf(target) }) };
        if (!this.#features.has('dead-letters') || target === queue) return { RedrivePolicy: '' };
        return { RedrivePolicy: this.#draw(3) === 0 ? '' : drawPolicy(this.#draw, target) };
      }
    }
  }

  /** Somebody who may hold receipts, most likely of a late receive. */
  #holder(): Holder | undefined {
    const back = Math.min(this.#draw(aims), this.#draw(aims));
    return this.#holders[this.#holders.length - 1 - back] ?? this.#holders.at(-1);
  }

  #settling(id: number, call: CallName, members: Record<string, unknown>): Step {
    const holder = this.#holder();
    if (holder === undefined) return this.receive(id);
    const step: Step = { id, actor: holder.actor, call, input: { QueueUrl: holder.queue, ...members } };
    const back = this.#back();
    if (back > 0) step.receipts = [back];
    if (this.#features.has('refusals') && this.#draw(5) === 0) this.#spoil(step);
    if (call === 'DeleteMessage' && this.#draw(3) > 0) this.#holders.splice(this.#holders.lastIndexOf(holder), 1);
    return step;
  }

  #settlingBatch(id: number, call: CallName, members: () => Record<string, unknown>): Step {
    const holder = this.#holder();
    if (holder === undefined) return this.receive(id);
    const Entries: Record<string, unknown>[] = [];
    for (let k = 1 + this.#draw(3); k > 0; k--) Entries.push({ Id: String(Entries.length + 1), ...members() });
    if (this.#features.has('refusals') && this.#draw(4) === 0) Entries[0]!.ReceiptHandle = garbage;
    return {
      id,
      actor: holder.actor,
      call,
      input: { QueueUrl: holder.queue, Entries },
      receipts: Entries.map((_, k) => k + this.#back()),
    };
  }

  /** A handle that nobody issued, or one of another queue. */
  #spoil(step: Step): void {
    const queue = step.input.QueueUrl as string;
    const other = this.#setup.queues.find(({ name }) => name !== queue)?.name;
    if (other === undefined || this.#draw(2) === 0) step.input.ReceiptHandle = garbage;
    else {
      step.from = queue;
      step.input.QueueUrl = other;
    }
  }

  /** Which receipt, counted back: mostly the newest. */
  #back(): number {
    return this.#features.has('stale') && this.#draw(3) === 0 ? 1 + this.#draw(3) : 0;
  }

  /** Now and then the next steps make a situation of it that single steps rarely make. */
  #follow(step: Step): void {
    const has = (feature: Feature): boolean => this.#features.has(feature);
    switch (step.call) {
      case 'DeleteMessage':
      case 'ChangeMessageVisibility':
        if (has('deletes') && has('changes') && this.#draw(2) === 0) this.#next.push((id) => this.#rhyme(id, step));
        break;
      case 'ReceiveMessage':
        if (has('changes') && has('long-polls') && this.#actors.length > 1 && this.#draw(4) === 0)
          this.#next.push(
            (id) => this.#pollBeside(id, step),
            (id) => this.#release(id, step),
          );
        else if (this.#targetOf(step.input.QueueUrl) !== undefined && this.#draw(4) === 0)
          this.#next.push((id) => this.#scanAgain(id, step));
        break;
      case 'SendMessage':
        if (has('long-polls') && this.#seconds(step, 'DelaySeconds') > 1 && this.#draw(4) === 0)
          this.#next.push((id) => this.#pollUntil(id, step, 'delay', this.#seconds(step, 'DelaySeconds')));
        break;
      case 'DeleteQueue':
        for (const source of this.#setup.queues)
          if (this.#targetOf(source.name) === step.input.QueueUrl)
            for (let k = 0; k < 2; k++) this.#next.push((id) => this.#receiveAll(id, source.name, 0));
        if (this.#values.farPauses.length > 0 && this.#draw(2) === 0)
          this.#next.push(
            (id) => this.#createAgain(id, step),
            (id) => this.#receiveAll(id, step.input.QueueUrl, 1),
          );
    }
  }

  /** The other thing with the same receipt, at once. */
  #rhyme(id: number, last: Step): Step {
    const other: CallName = last.call === 'DeleteMessage' ? 'ChangeMessageVisibility' : 'DeleteMessage';
    const { QueueUrl } = last.input;
    const step: Step = { id, actor: last.actor, call: other, input: { QueueUrl } };
    if (other === 'ChangeMessageVisibility') step.input.VisibilityTimeout = pick(this.#draw, this.#values.change);
    if (last.receipts !== undefined) step.receipts = last.receipts;
    return step;
  }

  /** Another actor waits on the queue. */
  #pollBeside(id: number, { actor, input }: Step): Step {
    const others = this.#actors.filter((other) => other !== actor);
    const step = this.receive(id);
    return {
      ...step,
      actor: pick(this.#draw, others),
      input: { ...step.input, QueueUrl: input.QueueUrl, WaitTimeSeconds: pick(this.#draw, this.#values.poll) },
    };
  }

  /** A poll whose wait ends exactly when the step's deadline comes. */
  #pollUntil(id: number, { id: after, input }: Step, deadline: Deadline, seconds: number): Step {
    const step = this.receive(id);
    const WaitTimeSeconds = 1 + this.#draw(Math.min(seconds - 1, limits.waitMax));
    const at: AtDeadline = { after, deadline, tick: 0, ends: true };
    return { ...step, at, input: { ...step.input, QueueUrl: input.QueueUrl, WaitTimeSeconds } };
  }

  /** The receiver gives its message back. */
  #release(id: number, { actor, input }: Step): Step {
    const change = { QueueUrl: input.QueueUrl, VisibilityTimeout: 0 };
    return { id, actor, call: 'ChangeMessageVisibility', input: change };
  }

  #receiveAll(id: number, QueueUrl: unknown, VisibilityTimeout: number): Step {
    const input = { QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout, MessageSystemAttributeNames: ['All'] };
    return { id, actor: this.#actor(), call: 'ReceiveMessage', input };
  }

  /** Looks at everything that came back at once, so that several messages may be due for the dead-letter queue. */
  #scanAgain(id: number, { id: after, input }: Step): Step {
    const step = this.#receiveAll(id, input.QueueUrl, 1);
    return { ...step, at: { after, deadline: 'visibility', tick: 0 } };
  }

  /** The dead-letter queue of a queue of the setup. */
  #targetOf(queue: unknown): string | undefined {
    const policy = this.#setup.queues.find(({ name }) => name === queue)?.attributes.RedrivePolicy;
    return policy === undefined
      ? undefined
      : queueOfArn((JSON.parse(policy) as { deadLetterTargetArn: string }).deadLetterTargetArn);
  }

  #createAgain(id: number, { actor, input, id: after }: Step): Step {
    const at: AtDeadline = { after, deadline: 'guard', tick: this.#draw(3) - 1 };
    return { id, actor, at, call: 'CreateQueue', input: { QueueName: input.QueueUrl } };
  }

  #schedule(step: Step): void {
    if (step.at === undefined) {
      const at = this.#when(step);
      if (at !== undefined) step.at = at;
    }
    if (this.#faults.length > 0 && this.#draw(8) === 0) {
      const name = pick(this.#draw, this.#faults);
      step.fault = name === 'slow-reply' ? { name, ms: pick(this.#draw, this.#values.lateness) } : { name };
    }
  }

  #when(step: Step): When | undefined {
    const lot = this.#draw(20);
    if (lot < 9) return undefined;
    if (lot < 16 && this.#features.has('deadlines') && this.#deadlines.length > 0) return this.#aim(step);
    if (lot === 19 && this.#isFar) return { wait: pick(this.#draw, this.#values.farPauses) };
    return lot < 18 ? undefined : { wait: pick(this.#draw, this.#values.pauses) };
  }

  /** At one of the latest deadlines of its queue, a tick before it or after it. */
  #aim(step: Step): AtDeadline {
    const near = this.#deadlines.slice(-2 * aims).filter(({ queue }) => queue === step.input.QueueUrl);
    const from = near.length > 0 && this.#draw(4) > 0 ? near : this.#deadlines;
    const back = Math.min(this.#draw(aims), this.#draw(aims));
    const { after, deadline, seconds } = from[from.length - 1 - back] ?? from.at(-1)!;
    const at: AtDeadline = { after, deadline, tick: this.#draw(3) - 1 };
    return this.#endThere(step, deadline, seconds) ? { after, deadline, tick: 0, ends: true } : at;
  }

  /** Makes a receive a long poll that fits before the deadline, so that its wait can end exactly there. */
  #endThere(step: Step, deadline: Deadline, seconds: number): boolean {
    if (step.call !== 'ReceiveMessage' || !this.#features.has('long-polls') || this.#draw(2) === 0) return false;
    if ((deadline !== 'delay' && deadline !== 'visibility') || seconds < 2) return false;
    step.input.WaitTimeSeconds = 1 + this.#draw(Math.min(seconds - 1, limits.waitMax));
    return true;
  }

  #remember(step: Step): void {
    switch (step.call) {
      case 'ReceiveMessage':
        this.#holders.push({ actor: step.actor, queue: step.input.QueueUrl as string });
        this.#deadline(step, 'visibility', this.#seconds(step, 'VisibilityTimeout'));
        this.#deadline(step, 'poll', this.#seconds(step, 'WaitTimeSeconds', 'ReceiveMessageWaitTimeSeconds'));
        this.#farDeadline(step, 'cap', 4);
        break;
      case 'SendMessage':
      case 'SendMessageBatch':
        this.#deadline(step, 'delay', this.#seconds(step, 'DelaySeconds'));
        this.#farDeadline(step, 'cap', 8);
        this.#farDeadline(step, 'retention', 2);
        break;
      case 'ChangeMessageVisibility':
        this.#deadline(step, 'visibility', step.input.VisibilityTimeout as number);
        break;
      case 'PurgeQueue':
      case 'DeleteQueue':
        this.#farDeadline(step, 'guard', 1);
    }
  }

  #deadline(step: Step, deadline: Deadline, seconds: number): void {
    if (seconds > 0) this.#deadlines.push({ after: step.id, deadline, queue: step.input.QueueUrl, seconds });
  }

  /** One in `rarity` of them is worth waiting for. */
  #farDeadline(step: Step, deadline: Deadline, rarity: number): void {
    if (this.#isFar && this.#draw(rarity) === 0) this.#deadline(step, deadline, 1);
  }

  /** A duration of the step: its own, or the attribute of its queue. */
  #seconds(step: Step, member: string, attribute = member): number {
    const entries = step.input.Entries as Record<string, unknown>[] | undefined;
    const own = step.input[member] ?? entries?.[0]?.[member];
    if (typeof own === 'number') return own;
    const queue = this.#setup.queues.find(({ name }) => name === step.input.QueueUrl);
    return Number(queue?.attributes[attribute] ?? attributeDefaults[attribute]);
  }
}

function set(members: Record<string, unknown>, name: string, value: unknown): void {
  if (value !== undefined) members[name] = value;
}
