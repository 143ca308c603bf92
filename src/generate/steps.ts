import type { Draw } from '../chance/seed.js';
import type { CallName, MessageAttributes } from '../core/calls.js';
import { attributeDefaults } from '../core/limits.js';
import type { AtDeadline, Deadline, FaultName, Setup, Step, When } from '../core/schedule.js';
import { refusals } from './refusals.js';
import { pick, redrivePolicy } from './setup.js';
import type { Feature } from './swarm.js';
import type { Values } from './values.js';

/** What one step may do; `[kind, weight, feature it needs]`. */
const kinds = [
  ['send', 12, undefined],
  ['sendBatch', 3, 'batches'],
  ['receive', 16, undefined],
  ['delete', 8, 'deletes'],
  ['deleteBatch', 2, 'batches'],
  ['change', 8, 'changes'],
  ['changeBatch', 2, 'batches'],
  ['purge', 1, 'purges'],
  ['read', 3, 'reads'],
  ['set', 2, 'settings'],
  ['create', 1, 'lifecycle'],
  ['drop', 1, 'lifecycle'],
  ['look', 1, 'lifecycle'],
  ['refusal', 3, 'refusals'],
] as const;

type Kind = (typeof kinds)[number][0];

const messageAttributes: readonly MessageAttributes[] = [
  { k: { DataType: 'String', StringValue: 'x' } },
  { General: { DataType: 'String', StringValue: 'Kenobi' }, Hello: { DataType: 'String', StringValue: 'There' } },
  { n: { DataType: 'Number.int', StringValue: '7' }, b: { DataType: 'Binary', BinaryValue: 'AAH/' } },
];
const texts = ['<a>&b</a>', 'line\r\nbreak "quoted"', '\u{1F600}', 'x'.repeat(200)];
const names = [['All'], ['k'], ['Hel.*', 'n']];
const readNames = [
  ['All'],
  ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible', 'ApproximateNumberOfMessagesDelayed'],
  ['VisibilityTimeout', 'RedrivePolicy'],
];

/** How many of the latest deadlines a step may aim at. */
const aims = 6;

/** A receive that somebody made: whose receipts there are. */
interface Holder {
  actor: string;
  queue: string;
}

/** Writes the steps of one schedule, remembering what later steps can refer to. */
export class StepWriter {
  readonly #draw: Draw;
  readonly #features: ReadonlySet<Feature>;
  readonly #values: Values;
  readonly #setup: Setup;
  readonly #faults: readonly FaultName[];
  readonly #actors: readonly string[];
  readonly #wheel: Kind[];
  readonly #holders: Holder[] = [];
  readonly #deadlines: { after: number; deadline: Deadline }[] = [];
  #rhyme: Step | undefined;

  constructor(draw: Draw, features: ReadonlySet<Feature>, values: Values, setup: Setup, faults: readonly FaultName[]) {
    this.#draw = draw;
    this.#features = features;
    this.#values = values;
    this.#setup = setup;
    this.#faults = features.has('faults') ? faults : [];
    const crowd = features.has('crowd') ? 2 + draw(5) : 1;
    this.#actors = ['a', 'b', 'c', 'd', 'e', 'f'].slice(0, crowd);
    this.#wheel = kinds.flatMap(([kind, weight, feature]) =>
      feature === undefined || features.has(feature) ? Array<Kind>(weight).fill(kind) : [],
    );
  }

  step(id: number): Step {
    const step = this.#rhyming(id) ?? this[pick(this.#draw, this.#wheel)](id);
    this.#schedule(step);
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
    if (this.#features.has('attributes')) set(input, 'MessageAttributeNames', pick(this.#draw, [undefined, ...names]));
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
    const QueueUrl = this.#draw(2) === 0 ? this.#queue() : 'q9';
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
    const { foreign, ...refused } = pick(this.#draw, refusals)(queue);
    const step: Step = { id, actor: holder?.actor ?? this.#actor(), ...refused };
    const other = this.#setup.queues.find(({ name }) => name !== queue)?.name;
    if (foreign && other !== undefined) {
      step.from = queue;
      step.input.QueueUrl = other;
    }
    return step;
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
        if (!this.#features.has('dead-letters') || target === queue) return { RedrivePolicy: '' };
        return { RedrivePolicy: this.#draw(3) === 0 ? '' : redrivePolicy(target, 1 + this.#draw(3)) };
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
    if (call === 'DeleteMessage' && this.#draw(3) > 0) this.#holders.splice(this.#holders.lastIndexOf(holder), 1);
    return step;
  }

  #settlingBatch(id: number, call: CallName, members: () => Record<string, unknown>): Step {
    const holder = this.#holder();
    if (holder === undefined) return this.receive(id);
    const Entries = Array.from({ length: 1 + this.#draw(3) }, (_, k) => ({ Id: String(k + 1), ...members() }));
    return {
      id,
      actor: holder.actor,
      call,
      input: { QueueUrl: holder.queue, Entries },
      receipts: Entries.map((_, k) => k + this.#back()),
    };
  }

  /** Which receipt, counted back: mostly the newest. */
  #back(): number {
    return this.#features.has('stale') && this.#draw(3) === 0 ? 1 + this.#draw(3) : 0;
  }

  /** Sometimes the other thing is done with the same receipt, at once. */
  #rhyming(id: number): Step | undefined {
    const last = this.#rhyme;
    this.#rhyme = undefined;
    if (last === undefined || this.#draw(3) > 0) return undefined;
    const other: CallName = last.call === 'DeleteMessage' ? 'ChangeMessageVisibility' : 'DeleteMessage';
    const { QueueUrl } = last.input;
    const step: Step = { id, actor: last.actor, call: other, input: { QueueUrl } };
    if (other === 'ChangeMessageVisibility') step.input.VisibilityTimeout = pick(this.#draw, this.#values.change);
    if (last.receipts !== undefined) step.receipts = last.receipts;
    return step;
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
    if (lot === 19 && this.#features.has('far-times')) return { wait: pick(this.#draw, this.#values.farPauses) };
    return lot < 18 ? undefined : { wait: pick(this.#draw, this.#values.pauses) };
  }

  /** At one of the latest deadlines, a tick before it or after it. */
  #aim(step: Step): AtDeadline {
    const back = Math.min(this.#draw(aims), this.#draw(aims));
    const aim = this.#deadlines[this.#deadlines.length - 1 - back] ?? this.#deadlines.at(-1)!;
    const at: AtDeadline = { ...aim, tick: this.#draw(3) - 1 };
    const waits = typeof step.input.WaitTimeSeconds === 'number' && step.input.WaitTimeSeconds > 0;
    if (waits && (aim.deadline === 'delay' || aim.deadline === 'visibility') && this.#draw(2) === 0) {
      at.ends = true;
      at.tick = 0;
    }
    return at;
  }

  #remember(step: Step): void {
    const { input } = step;
    switch (step.call) {
      case 'ReceiveMessage':
        this.#holders.push({ actor: step.actor, queue: input.QueueUrl as string });
        this.#deadline(step, 'visibility', this.#seconds(step, 'VisibilityTimeout') > 0);
        this.#deadline(step, 'poll', this.#seconds(step, 'WaitTimeSeconds', 'ReceiveMessageWaitTimeSeconds') > 0);
        this.#deadline(step, 'cap', this.#features.has('far-times') && this.#draw(4) === 0);
        break;
      case 'SendMessage':
      case 'SendMessageBatch':
        this.#deadline(step, 'delay', this.#seconds(step, 'DelaySeconds') > 0);
        this.#deadline(step, 'cap', this.#features.has('far-times') && this.#draw(8) === 0);
        this.#deadline(step, 'retention', this.#features.has('far-times') && this.#draw(2) === 0);
        break;
      case 'DeleteMessage':
        this.#rhyme = step;
        break;
      case 'ChangeMessageVisibility':
        this.#rhyme = step;
        this.#deadline(step, 'visibility', (input.VisibilityTimeout as number) > 0);
        break;
      case 'PurgeQueue':
      case 'DeleteQueue':
        this.#deadline(step, 'guard', this.#features.has('far-times') || this.#features.has('lifecycle'));
        break;
    }
  }

  #deadline(step: Step, deadline: Deadline, isThere: boolean): void {
    if (isThere) this.#deadlines.push({ after: step.id, deadline });
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
