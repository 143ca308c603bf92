import type {
  Call,
  CallName,
  Calls,
  FailedEntry,
  Ok,
  QueueAttributes,
  ReceivedMessage,
  SendEntry,
  SendResult,
} from '../src/core/calls.js';
import { queueOfArn } from '../src/core/calls.js';
import type { Millis } from '../src/core/clock.js';
import type { History, Op } from '../src/core/history.js';
import { attributeDefaults } from '../src/core/limits.js';

/**
 * What a history says, put in order once for all properties: sends, deliveries and settlings bucketed by message.
 *
 * Times: an effect happened somewhere in [s, e]; `e` is Infinity where the outcome is unknown. `a` is certainly before `b`
 * iff a.e < b.s, possibly before iff a.s <= b.e (sqs section 11.1).
 */

export type OpOf<K extends CallName> = Extract<Op, { call: K }>;
export type BatchCall = 'SendMessageBatch' | 'DeleteMessageBatch' | 'ChangeMessageVisibilityBatch';
export type NamingCall = 'CreateQueue' | 'GetQueueUrl' | 'ListQueues';

export interface Timed {
  op: Op;
  s: Millis;
  /** Infinity when the outcome is unknown. */
  e: Millis;
}

/** One call of the run, as it may have met the service; one entry of it where entries are judged alone. */
export interface Called extends Timed {
  facts: Facts;
  call: CallName;
  input: Call['input'];
  /** The queue by name; undefined when the call names none. */
  queue: string | undefined;
  /** The facts of that queue. */
  place: QueueFacts;
  outcome: 'ok' | 'refused' | 'unknown';
  /** How it was refused; undefined if it was not. */
  refusal: Refused | undefined;
}

/** A refusal, of an entry only with its legacy code. */
export interface Refused {
  code: string;
  status?: number;
  legacy?: string;
}

interface Named {
  QueueUrl?: string;
  QueueName?: string;
}

/** One entry of a send that was accepted, or may have been. */
export interface Sent extends Timed {
  queue: string;
  entry: Omit<SendEntry, 'Id'>;
  /** The facts of that queue. */
  place: QueueFacts;
  /** The delays that it may have had, in seconds: its own, 0 included, else the queue's (sqs:DY1). */
  delay: Range;
  /** The answer, and the message with the id in it; defined iff the outcome is ok. */
  result: SendResult | undefined;
  message: MessageFacts | undefined;
  /** See `shortestLife`; undefined until somebody asks. */
  life: Millis | undefined;
}

/** One receive call, with the values that may have been in force for it. Seconds. */
export interface Received extends Timed {
  op: OpOf<'ReceiveMessage'>;
  queue: string;
  /** The facts of that queue. */
  place: QueueFacts;
  outcome: 'ok' | 'unknown';
  max: number;
  wait: Range;
  visibility: Range;
  deliveries: Delivery[];
}

/** One message in one answer. */
export interface Delivery extends Timed {
  receive: Received;
  queue: string;
  message: ReceivedMessage;
  /** Place in the answer, from 0. */
  index: number;
  of: MessageFacts;
  /** ApproximateReceiveCount, undefined when it was not asked for. */
  count: number | undefined;
  /** Queue that the DeadLetterQueueSourceArn names, if the answer shows one. */
  deadLetteredFrom: string | undefined;
}

/** One delete or visibility change of one handle; refused ones included. */
export interface Settling extends Timed {
  kind: 'delete' | 'change';
  queue: string;
  handle: string;
  outcome: 'ok' | 'refused' | 'unknown';
  /** The code of a refusal: JSON name for a call, legacy code for a batch entry. */
  code: string | undefined;
  /** The new timeout of a change, in seconds. */
  seconds: number | undefined;
  /** The first delivery that carried this handle, if a client has seen it. */
  delivery: Delivery | undefined;
  /** Does it certainly act? Undefined until somebody asks: see `windowOf`, `certainlyDeleted`. */
  acts: boolean | undefined;
}

/** All that is known of one MessageId. */
export interface MessageFacts {
  id: string;
  /** The send that answered with this id; else the one unknown send whose body it carries. */
  sent: Sent | undefined;
  /** In the order of invocation of their receives. */
  deliveries: Delivery[];
  /** Deletes and changes by any handle of the message, in the order of invocation. */
  deletes: Settling[];
  changes: Settling[];
}

/** Lowest and highest legal value. */
export interface Range {
  lo: number;
  hi: number;
}

/** A call that may have emptied or ended a queue. */
export interface Wipe extends Timed {
  queue: string;
  kind: 'purge' | 'delete-queue';
  outcome: 'ok' | 'unknown';
}

export interface QueueFacts {
  name: string;
  isFifo: boolean;
  /** Attributes of the setup; undefined when a step has to create the queue. */
  initial: QueueAttributes | undefined;
  /** CreateQueue and SetQueueAttributes calls that wrote, or may have written, attributes. */
  writes: (Timed & { outcome: 'ok' | 'unknown'; attributes: QueueAttributes; created: boolean })[];
  wipes: Wipe[];
  sends: Sent[];
  receives: Received[];
  /** Receives without a known outcome; each may have hidden messages. */
  blindReceives: Received[];
  /** What is found out on demand. Undefined, or absent, until somebody asks. */
  waits: Waits | undefined;
  redrive: Redrive | undefined;
  behind: ReadonlySet<string> | undefined;
  lasting: Map<string, Lasting | 'written'>;
}

/** The long polls of one queue that took any time, in the order of invocation. */
export interface Waits {
  polls: Received[];
  longest: Millis;
  lastEnd: Millis;
}

/** The maxReceiveCount, and the dead-letter queue when all policies agree on one. */
export interface Redrive extends Range {
  target: string | undefined;
}

/** The value of an attribute that no call of the run wrote. */
interface Lasting {
  range: Range;
  texts: readonly (string | undefined)[];
}

export class Facts {
  readonly history: History;
  readonly strict: boolean;
  /** Milliseconds that a server timer may be early. */
  readonly early: Millis;
  /** Milliseconds that a server timer may be late. */
  readonly late: Millis;
  readonly queues = new Map<string, QueueFacts>();
  /** All ops. */
  readonly calls: Called[] = [];
  readonly sends: Sent[] = [];
  readonly receives: Received[] = [];
  readonly deliveries: Delivery[] = [];
  readonly settlings: Settling[] = [];
  /** Everything that has a MessageId, in the order of its first appearance. */
  readonly messages: MessageFacts[] = [];
  /** Those that were delivered more than once. */
  readonly redelivered: MessageFacts[] = [];
  /** First delivery by handle. */
  readonly handles = new Map<string, Delivery>();
  /** Unknown sends by body; a body may have been sent more than once by a repeated request. */
  readonly unknownSends = new Map<string, Sent[]>();
  /** Deliveries from another queue than the message was sent to, where that is known. */
  readonly moved: Delivery[] = [];
  /** Accepted batch calls. */
  readonly batches: OpOf<BatchCall>[] = [];
  /** Answered reads of attributes. */
  readonly reads: OpOf<'GetQueueAttributes'>[] = [];
  /** Answered calls that give names of queues. */
  readonly namings: OpOf<NamingCall>[] = [];
  /** A purge or queue deletion may go on working for 60 s on AWS (sqs:PQ3, sqs:DQ2). */
  readonly wipeLag: Millis;
  readonly #byId = new Map<string, MessageFacts>();
  readonly #nameless = newQueue('');
  #isBlind = false;
  #drainEnd: Millis | undefined;

  constructor(history: History) {
    this.history = history;
    this.strict = history.schedule.level === 'strict';
    this.early = history.endpoint.early;
    this.late = history.endpoint.late;
    this.wipeLag = this.strict ? 0 : 60_000;
    for (const { name, attributes } of history.schedule.setup.queues) this.queue(name).initial = attributes;
    for (const op of history.ops) this.#read(op);
    this.#link();
  }

  queue(name: string): QueueFacts {
    let queue = this.queues.get(name);
    if (queue === undefined) {
      queue = newQueue(name);
      this.queues.set(name, queue);
    }
    return queue;
  }

  /**
   * The values that a numeric attribute of the queue may have had at some instant of [from, to]. Under the documented
   * level a change may take 60 s (900 s for the retention period) to be seen everywhere (sqs:A30).
   */
  attribute(queue: QueueFacts, name: string, from: Millis, to: Millis): Range {
    const lasting = this.#lasting(queue, name);
    return lasting === 'written' ? this.#written(queue, name, from, to) : lasting.range;
  }

  #lasting(queue: QueueFacts, name: string): Lasting | 'written' {
    let lasting = queue.lasting.get(name);
    if (lasting === undefined) {
      lasting = isWritten(queue, name) ? 'written' : lastingOf(queue, name);
      queue.lasting.set(name, lasting);
    }
    return lasting;
  }

  #written(queue: QueueFacts, name: string, from: Millis, to: Millis): Range {
    const first = Number(queue.initial?.[name] ?? attributeDefaults[name]);
    const since = this.#inForce(queue, name, from);
    const range = { lo: Number.POSITIVE_INFINITY, hi: Number.NEGATIVE_INFINITY };
    if (since === Number.NEGATIVE_INFINITY) widen(range, first);
    for (const { attributes, created, s, e } of queue.writes) {
      const text = attributes[name] ?? (created ? attributeDefaults[name] : undefined);
      if (text !== undefined && s <= to && e >= since) widen(range, text === '' ? Number.NaN : Number(text));
    }
    return range;
  }

  /** When the latest write of the attribute that is certainly in force at `t` began; -Infinity if there is none. */
  #inForce({ writes }: QueueFacts, name: string, t: Millis): Millis {
    const lag = this.strict ? 0 : name === 'MessageRetentionPeriod' ? 900_000 : 60_000;
    let since = Number.NEGATIVE_INFINITY;
    for (const { outcome, attributes, created, s, e } of writes)
      if (outcome === 'ok' && e + lag < t && s > since && (created || attributes[name] !== undefined)) since = s;
    return since;
  }

  /**
   * The texts that any attribute of the queue may have had at some instant of [from, to]; undefined where it is not set.
   * A write certainly in force ends what was certainly written before it, and nothing else.
   */
  values(queue: QueueFacts, name: string, from: Millis, to: Millis): readonly (string | undefined)[] {
    const lasting = this.#lasting(queue, name);
    if (lasting !== 'written') return lasting.texts;
    const first = queue.initial?.[name] ?? attributeDefaults[name];
    const since = this.#inForce(queue, name, from);
    const texts = since === Number.NEGATIVE_INFINITY ? [first] : [];
    for (const { attributes, created, s, e } of queue.writes)
      if (s <= to && e >= since && (created || attributes[name] !== undefined))
        texts.push(attributes[name] ?? (created ? attributeDefaults[name] : undefined));
    return texts.map((text) => text || undefined);
  }

  /**
   * The maxReceiveCount that may have been in force in [from, to]: lowest and highest; Infinity stands for no policy.
   * `target` is the dead-letter queue when all policies in force agree on one.
   */
  redrive(queue: QueueFacts, from: Millis, to: Millis): Redrive {
    if (queue.redrive !== undefined) return queue.redrive;
    const texts = this.values(queue, 'RedrivePolicy', from, to);
    const redrive = redriveOf(texts);
    if (queue.lasting.get('RedrivePolicy') !== 'written') queue.redrive = redrive;
    return redrive;
  }

  /** Could a purge or queue deletion have removed, by `t`, what was put into the queue at `since` or later? */
  possiblyWiped(queue: QueueFacts, since: Millis, t: Millis): boolean {
    for (const wipe of queue.wipes) if (wipe.s <= t && wipe.e + this.wipeLag >= since) return true;
    return false;
  }

  /**
   * Could the message have been gone from every queue of the run at `t`: deleted, wiped, expired? A possible move to a
   * dead-letter queue does not count: see `possiblyMoved`.
   */
  possiblyGone(message: MessageFacts, t: Millis): boolean {
    for (const del of message.deletes) if (del.outcome !== 'refused' && del.s <= t) return true;
    const sent = message.sent;
    if (sent === undefined) return true;
    if (t >= sent.s + this.shortestLife(sent) - this.early) return true;
    if (this.possiblyWiped(sent.place, sent.s, t)) return true;
    for (const name of this.deadLetterQueues(sent.queue))
      if (this.possiblyWiped(this.queue(name), sent.s, t)) return true;
    return false;
  }

  /**
   * Could the message have left `queue` for its dead-letter queue by `t`? It needs as many receives as the lowest limit
   * that was ever legal; receives with an unknown outcome count as possible ones.
   */
  possiblyMoved(message: MessageFacts, queue: QueueFacts, t: Millis): boolean {
    const { lo } = this.redrive(queue, 0, t);
    if (lo === Number.POSITIVE_INFINITY) return false;
    if (message.sent?.queue !== queue.name) return true; // Receives in the queues before may count too (sqs:U19).
    let receives = 0;
    for (const delivery of message.deliveries) if (delivery.queue === queue.name && delivery.s <= t) receives++;
    for (const blind of queue.blindReceives) if (blind.s <= t) receives++;
    return receives >= lo || !this.strict;
  }

  /** The shortest life that the send's message may have had, in milliseconds: in its queue or any dead-letter queue. */
  shortestLife(sent: Sent): Millis {
    sent.life ??= this.#shortestLife(sent);
    return sent.life;
  }

  #shortestLife(sent: Sent): Millis {
    let life = this.#shortestRetention(sent.place, sent.s);
    for (const name of this.#behind(sent.place))
      life = Math.min(life, this.#shortestRetention(this.queue(name), sent.s));
    return life * 1000;
  }

  #shortestRetention(queue: QueueFacts, from: Millis): number {
    return this.attribute(queue, 'MessageRetentionPeriod', from, Number.POSITIVE_INFINITY).lo;
  }

  /** The queue that dead letters of `queue` went to at any time of the run, following no chain. */
  deadLetterQueueOf(queue: string): string | undefined {
    const facts = this.queue(queue);
    const initial = policyOf(facts.initial?.RedrivePolicy)?.target;
    if (initial !== undefined || facts.writes.length === 0) return initial;
    for (const write of facts.writes) {
      const target = policyOf(write.attributes.RedrivePolicy)?.target;
      if (target !== undefined) return target;
    }
    return undefined;
  }

  /** All queues that moves can have led to from `queue`, along every policy of the run: the whole chain. */
  deadLetterQueues(queue: string): ReadonlySet<string> {
    return this.#behind(this.queue(queue));
  }

  #behind(queue: QueueFacts): ReadonlySet<string> {
    if (queue.behind === undefined) {
      const found = new Set<string>();
      this.#follow(queue, found);
      queue.behind = found.size === 0 ? nowhere : found;
    }
    return queue.behind;
  }

  #follow({ initial, writes }: QueueFacts, found: Set<string>): void {
    this.#lead(initial?.RedrivePolicy, found);
    for (const { attributes } of writes) this.#lead(attributes.RedrivePolicy, found);
  }

  #lead(policy: string | undefined, found: Set<string>): void {
    const target = policyOf(policy)?.target;
    if (target === undefined || found.has(target)) return;
    found.add(target);
    this.#follow(this.queue(target), found);
  }

  /** When the last call of the drain was answered; Infinity in a history without a drain. */
  get drainEnd(): Millis {
    this.#drainEnd ??= this.#endOfDrain(this.history.drainedFrom ?? Number.POSITIVE_INFINITY);
    return this.#drainEnd;
  }

  #endOfDrain(from: Millis): Millis {
    let end = from;
    for (let index = this.calls.length - 1; index >= 0 && this.calls[index]!.s >= from; index--)
      end = Math.max(end, this.calls[index]!.op.returned);
    return end;
  }

  /** Had a receive without a known outcome begun on the queue by `t`? */
  blindBy(queue: string, t: Millis): boolean {
    if (!this.#isBlind) return false;
    const first = this.queue(queue).blindReceives[0];
    return first !== undefined && first.s <= t;
  }

  #read(op: Op): void {
    const called = this.#called(op);
    this.calls.push(called);
    switch (op.call) {
      case 'SendMessage':
        this.#sent(called, op.input, called.outcome === 'ok' ? outputOf(op) : undefined);
        break;
      case 'SendMessageBatch':
        this.#sentBatch(called, op);
        break;
      case 'ReceiveMessage':
        this.#received(called, op);
        break;
      case 'DeleteMessage':
        this.#settled(called, 'delete', op.input, called.refusal?.code);
        break;
      case 'ChangeMessageVisibility':
        this.#settled(called, 'change', op.input, called.refusal?.code);
        break;
      case 'DeleteMessageBatch':
      case 'ChangeMessageVisibilityBatch':
        this.#settledBatch(called, op);
        break;
      case 'PurgeQueue':
        this.#wiped(called, 'purge');
        break;
      case 'DeleteQueue':
        this.#wiped(called, 'delete-queue');
        break;
      case 'CreateQueue':
        this.#wrote(called, op.input.Attributes ?? {}, true);
        if (called.outcome === 'ok') this.namings.push(op);
        break;
      case 'GetQueueUrl':
      case 'ListQueues':
        if (called.outcome === 'ok') this.namings.push(op);
        break;
      case 'GetQueueAttributes':
        if (called.outcome === 'ok') this.reads.push(op);
        break;
      case 'SetQueueAttributes':
        this.#wrote(called, op.input.Attributes ?? {}, false);
        break;
    }
  }

  #called(op: Op): Called {
    const { call, input, reply, invoked, returned } = op;
    const queue = (input as Named).QueueUrl ?? (input as Named).QueueName;
    const isUnknown = reply.kind === 'unknown';
    const refusal = reply.kind === 'error' ? reply : undefined;
    return {
      op,
      s: invoked,
      e: isUnknown ? Number.POSITIVE_INFINITY : returned,
      facts: this,
      call,
      input,
      queue,
      place: queue === undefined ? this.#nameless : this.queue(queue),
      outcome: isUnknown ? 'unknown' : refusal === undefined ? 'ok' : 'refused',
      refusal,
    };
  }

  #sent({ op, s, e, place, outcome }: Called, entry: Omit<SendEntry, 'Id'>, result: SendResult | undefined): void {
    if (outcome === 'refused') return;
    const sent: Sent = {
      op,
      s,
      e,
      queue: place.name,
      place,
      entry,
      delay: leftOut,
      result,
      message: undefined,
      life: undefined,
    };
    this.sends.push(sent);
    place.sends.push(sent);
    if (result === undefined) push(this.unknownSends, entry.MessageBody, sent);
    else {
      sent.message = this.#message(result.MessageId);
      sent.message.sent ??= sent;
    }
  }

  #sentBatch(called: Called, op: OpOf<'SendMessageBatch'>): void {
    if (called.outcome === 'unknown') for (const entry of op.input.Entries) this.#sent(called, entry, undefined);
    if (called.outcome !== 'ok') return;
    this.batches.push(op);
    const { Successful } = outputOf(op);
    for (const result of Successful ?? []) {
      const entry = op.input.Entries.find(({ Id }) => Id === result.Id);
      if (entry !== undefined) this.#sent(called, entry, result);
    }
  }

  #received({ s, e, place, outcome }: Called, op: OpOf<'ReceiveMessage'>): void {
    if (outcome === 'refused') return;
    const { MaxNumberOfMessages, VisibilityTimeout, WaitTimeSeconds } = op.input;
    const receive: Received = {
      op,
      s,
      e,
      queue: place.name,
      place,
      outcome,
      max: MaxNumberOfMessages ?? 1,
      wait: exactly(WaitTimeSeconds),
      visibility: exactly(VisibilityTimeout),
      deliveries: none,
    };
    this.receives.push(receive);
    place.receives.push(receive);
    if (outcome === 'unknown') {
      place.blindReceives.push(receive);
      this.#isBlind = true;
    } else this.#delivered(receive, outputOf(op).Messages);
  }

  #delivered(receive: Received, messages: ReceivedMessage[] | undefined): void {
    if (!messages) return;
    const { op, s, e, queue } = receive;
    for (let index = 0; index < messages.length; index++) {
      const message = messages[index]!;
      const count = message.Attributes?.ApproximateReceiveCount;
      const source = message.Attributes?.DeadLetterQueueSourceArn;
      const of = this.#message(message.MessageId);
      const delivery: Delivery = {
        op,
        s,
        e,
        receive,
        queue,
        message,
        index,
        of,
        count: count === undefined ? undefined : Number(count),
        deadLetteredFrom: source === undefined ? undefined : queueOfArn(source),
      };
      receive.deliveries = joined(receive.deliveries, delivery);
      of.deliveries = joined(of.deliveries, delivery);
      this.deliveries.push(delivery);
      this.#issued(delivery, message.ReceiptHandle);
    }
  }

  /** Handles are new but for a breach, so it does not look before it writes. */
  #issued(delivery: Delivery, handle: string): void {
    const before = this.handles.size;
    this.handles.set(handle, delivery);
    if (this.handles.size > before) return;
    this.handles.set(handle, this.deliveries.find(({ message }) => message.ReceiptHandle === handle)!);
  }

  /** `code` is that of a refusal, of the call or of the entry alone. */
  #settled(
    { op, s, e, place, outcome }: Called,
    kind: Settling['kind'],
    entry: { ReceiptHandle: string; VisibilityTimeout?: number },
    code: string | undefined,
  ): void {
    this.settlings.push({
      op,
      s,
      e,
      kind,
      queue: place.name,
      handle: entry.ReceiptHandle,
      outcome: code === undefined ? outcome : 'refused',
      code,
      seconds: entry.VisibilityTimeout,
      delivery: undefined,
      acts: undefined,
    });
  }

  #settledBatch(called: Called, op: OpOf<'DeleteMessageBatch' | 'ChangeMessageVisibilityBatch'>): void {
    const kind = op.call === 'DeleteMessageBatch' ? 'delete' : 'change';
    let failed: FailedEntry[] | undefined;
    if (called.outcome === 'ok') {
      this.batches.push(op);
      failed = outputOf(op).Failed;
    }
    for (const entry of op.input.Entries) {
      const failure = failed?.findLast(({ Id }) => Id === entry.Id);
      this.#settled(called, kind, entry, failure === undefined ? called.refusal?.code : failure.Code);
    }
  }

  #wiped({ op, s, e, place, outcome }: Called, kind: Wipe['kind']): void {
    if (outcome !== 'refused') place.wipes.push({ op, s, e, queue: place.name, kind, outcome });
  }

  #wrote({ op, s, e, place, outcome: answered }: Called, attributes: QueueAttributes, created: boolean): void {
    if (answered === 'refused' || (created && !this.#maybeNew(place))) return;
    const outcome = created && !this.#certainlyNew(place, op) ? 'unknown' : answered;
    place.writes.push({ op, s, e, outcome, attributes, created });
  }

  /** An accepted CreateQueue writes attributes only if the queue was not there: it is idempotent otherwise (sqs:CQ4). */
  #maybeNew(queue: QueueFacts): boolean {
    const began = queue.writes.findLast(({ created }) => created);
    if (began === undefined && queue.initial === undefined) return true;
    if (began?.outcome === 'unknown') return true;
    return queue.wipes.some(({ kind, e }) => kind === 'delete-queue' && (began === undefined || began.s <= e));
  }

  /** False if an earlier creation may have happened and its end may not have: then the old attributes stay. */
  #certainlyNew(queue: QueueFacts, op: Op): boolean {
    const creations = queue.writes.filter(({ created }) => created);
    if (creations.length === 0 && queue.initial === undefined) return true;
    return queue.wipes.some(
      ({ kind, s, e }) =>
        kind === 'delete-queue' && e + this.wipeLag < op.invoked && creations.every((creation) => creation.e < s),
    );
  }

  #message(id: string): MessageFacts {
    let message = this.#byId.get(id);
    if (message === undefined) {
      message = { id, sent: undefined, deliveries: none, deletes: none, changes: none };
      this.#byId.set(id, message);
      this.messages.push(message);
    }
    return message;
  }

  /** The queue's values for what the call left out; known once all writes are, for one may fall into a long poll. */
  #bound(receive: Received): void {
    const { op, s, e, place, wait, visibility } = receive;
    if (wait === leftOut) receive.wait = this.attribute(place, 'ReceiveMessageWaitTimeSeconds', s, op.returned);
    if (visibility === leftOut) receive.visibility = this.attribute(place, 'VisibilityTimeout', s, e);
  }

  /** Ties settlings to messages by handle, and messages of unknown sends to those sends by body. */
  #link(): void {
    for (const receive of this.receives) this.#bound(receive);
    for (const settling of this.settlings) {
      settling.delivery = this.handles.get(settling.handle);
      const message = settling.delivery?.of;
      if (message === undefined) continue;
      if (settling.kind === 'delete') message.deletes = joined(message.deletes, settling);
      else message.changes = joined(message.changes, settling);
    }
    for (const sent of this.sends) sent.delay = delayOf(this, sent);
    if (this.unknownSends.size > 0) this.#linkUnknown();
    for (const message of this.messages) if (message.deliveries.length > 1) this.redelivered.push(message);
    for (const delivery of this.deliveries) {
      const { sent } = delivery.of;
      if (sent !== undefined && sent.place !== delivery.receive.place) this.moved.push(delivery);
    }
  }

  #linkUnknown(): void {
    for (const message of this.messages) {
      const body = message.deliveries[0]?.message.Body;
      if (message.sent === undefined && body !== undefined) message.sent = this.unknownSends.get(body)?.[0];
    }
  }
}

let last: Facts | undefined;

/** The facts of a history; kept for the last one asked, so that all properties share one reading. */
export function factsOf(history: History): Facts {
  if (last?.history !== history) last = new Facts(history);
  return last;
}

/** A queue's redrive policy as text, read; undefined when there is none, or none that a service takes (sqs:X1). */
export function policyOf(text: string | undefined): Policy | undefined {
  if (text === undefined || text === '') return undefined;
  let policy = policies.get(text);
  if (policy === undefined) {
    if (policies.size >= 1000) policies.clear();
    policy = readPolicy(text);
    policies.set(text, policy);
  }
  return policy ?? undefined;
}

interface Policy {
  target: string;
  max: number;
}
const policies = new Map<string, Policy | null>();

function readPolicy(text: string): Policy | null {
  try {
    const policy = JSON.parse(text) as { deadLetterTargetArn?: string; maxReceiveCount?: number | string };
    const max = Number(policy.maxReceiveCount);
    if (typeof policy.deadLetterTargetArn !== 'string' || !(max >= 1)) return null;
    return { target: queueOfArn(policy.deadLetterTargetArn), max };
  } catch {
    return null;
  }
}

/** Is the handle of `delivery` certainly the message's newest at `settling`: nobody can have received it in between? */
export function certainlyLatest(facts: Facts, delivery: Delivery, settling: Timed): boolean {
  for (const other of delivery.of.deliveries) {
    if (other.receive === delivery.receive && other.index === delivery.index) continue;
    if (other.e >= delivery.s && other.s <= settling.e) return false;
  }
  if (facts.blindBy(delivery.queue, settling.e)) return false;
  for (const queue of facts.deadLetterQueues(delivery.queue)) if (facts.blindBy(queue, settling.e)) return false;
  return true;
}

export const certainlyBefore = (a: Timed, b: Timed): boolean => a.e < b.s;
export const possiblyBefore = (a: Timed, b: Timed): boolean => a.s <= b.e;

/** The name of a call in a sentence: "receive #4". */
export function nameOf(op: Op): string {
  return `${verbs[op.call]} #${op.id}`;
}

const verbs: Record<Call['call'], string> = {
  CreateQueue: 'create queue',
  DeleteQueue: 'delete queue',
  GetQueueUrl: 'get queue url',
  ListQueues: 'list queues',
  GetQueueAttributes: 'get attributes',
  SetQueueAttributes: 'set attributes',
  SendMessage: 'send',
  SendMessageBatch: 'send batch',
  ReceiveMessage: 'receive',
  DeleteMessage: 'delete',
  DeleteMessageBatch: 'delete batch',
  ChangeMessageVisibility: 'change',
  ChangeMessageVisibilityBatch: 'change batch',
  PurgeQueue: 'purge',
};

/** The name of a message in a sentence: the birth certificate at the front of its body, else its MessageId. */
export function titleOf(message: MessageFacts): string {
  const body = message.sent?.entry.MessageBody ?? message.deliveries[0]?.message.Body;
  return body === undefined || body === '' ? message.id : body.split(' ', 1)[0]!.slice(0, 40);
}

/** Milliseconds as seconds for a sentence: 29.6 s. */
export const seconds = (ms: Millis): string => `${ms / 1000} s`;

/** What the call answered; only for one that was accepted. */
const outputOf = <K extends CallName>(op: Op & { call: K }): Calls[K]['output'] => (op.reply as Ok<K>).output;

/** The list of nobody: never to be changed, see `joined`. */
export const none: never[] = [];

/** The list with one member more. Most have one or none, and the first `push` into an empty array makes room for many. */
export function joined<T>(list: T[], member: T): T[] {
  if (list.length === 0) return [member];
  list.push(member);
  return list;
}

/** Stands in for the value of the queue until that is known. */
const leftOut: Range = { lo: 0, hi: 0 };

const anything: Range = { lo: 0, hi: Number.POSITIVE_INFINITY };

const exactly = (value: number | undefined): Range => (value === undefined ? leftOut : { lo: value, hi: value });

const nowhere: ReadonlySet<string> = new Set();

const newQueue = (name: string): QueueFacts => ({
  name,
  isFifo: name.endsWith('.fifo'),
  initial: undefined,
  writes: [],
  wipes: [],
  sends: [],
  receives: [],
  blindReceives: [],
  waits: undefined,
  redrive: undefined,
  behind: undefined,
  lasting: new Map(),
});

const delayOf = (facts: Facts, { entry: { DelaySeconds: own }, place, s, e }: Sent): Range =>
  own === undefined || own === null ? facts.attribute(place, 'DelaySeconds', s, e) : exactly(own);

/** A creation writes all attributes. */
const isWritten = ({ writes }: QueueFacts, name: string): boolean =>
  writes.length > 0 && writes.some(({ attributes, created }) => created || attributes[name] !== undefined);

function lastingOf({ initial, writes }: QueueFacts, name: string): Lasting {
  const text = initial?.[name] ?? attributeDefaults[name];
  const value = Number(text);
  const range = Number.isNaN(value) && writes.length > 0 ? anything : exactly(value);
  return { range, texts: [text || undefined] };
}

function redriveOf(texts: readonly (string | undefined)[]): Redrive {
  const first = policyOf(texts[0])?.target;
  const redrive: Redrive = { lo: Number.POSITIVE_INFINITY, hi: Number.NEGATIVE_INFINITY, target: first };
  for (const text of texts) {
    const policy = policyOf(text);
    widen(redrive, policy?.max ?? Number.POSITIVE_INFINITY);
    if (policy?.target !== first) redrive.target = undefined;
  }
  return redrive;
}

/** Takes the value in; one that is no number may mean anything. */
function widen(range: Range, value: number): void {
  range.lo = Math.min(range.lo, Number.isNaN(value) ? 0 : value);
  range.hi = Math.max(range.hi, Number.isNaN(value) ? Number.POSITIVE_INFINITY : value);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
