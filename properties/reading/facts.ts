import type { Millis } from '../../src/core/clock.js';
import type { History, Op } from '../../src/core/history.js';
import { calledOf, outputOf } from './calls.js';
import { bindMessages, newMessage } from './messages.js';
import { newQueue, readLabelling, readWipe, readWrite } from './queues.js';
import { bindLostRetries, bindReceive, readReceive } from './receives.js';
import { bindSend, readSend, readSendBatch } from './sends.js';
import { bindSettling, readSettling, readSettlingBatch } from './settlings.js';
import { bindSince } from './since.js';
import { bindTasks, readTask } from './tasks.js';
import type {
  BatchCall,
  Called,
  Delivery,
  MessageFacts,
  NamingCall,
  OpOf,
  QueueFacts,
  Received,
  Sent,
  Settling,
  StartedTask,
} from './words.js';

/** What a history says, put in order once for all properties: sends, deliveries and settlings bucketed by message. */
export class Facts {
  readonly history: History;
  readonly strict: boolean;
  /** Milliseconds that a server timer may be early. */
  readonly early: Millis;
  /** Milliseconds that a server timer may be late. */
  readonly late: Millis;
  /** Milliseconds that a request and its reply may be under way together: as stated, or as seen where that is longer. */
  readonly network: Millis;
  /** Milliseconds by which the server's clock may differ from the stated epoch; at least 30 s on AWS. */
  readonly epochError: Millis;
  /** A purge or queue deletion may go on working for 60 s on AWS (sqs:PQ3, sqs:DQ2). */
  readonly wipeLag: Millis;
  /** When the last call of the drain was answered; Infinity in a history without a drain. */
  readonly drainEnd: Millis;
  readonly queues = new Map<string, QueueFacts>();
  /** Stands for the queue of a call that names none. */
  readonly nameless = newQueue('');
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
  /** Sends without a known outcome by body, and those of move tasks; a body may have been sent more than once. */
  readonly unknownSends = new Map<string, Sent[]>();
  /** Deliveries from another queue than the message was sent to, where that is known. */
  readonly moved: Delivery[] = [];
  /** Accepted batch calls. */
  readonly batches: OpOf<BatchCall>[] = [];
  /** Answered reads of attributes. */
  readonly reads: OpOf<'GetQueueAttributes'>[] = [];
  /** Answered calls that give names of queues. */
  readonly namings: OpOf<NamingCall>[] = [];
  /** Move tasks that were started, or may have been. */
  readonly tasks: StartedTask[] = [];
  /** Is there a receive without a known outcome? */
  isBlind = false;
  /** Were two sends answered with one id? */
  shared = false;
  readonly #byId = new Map<string, MessageFacts>();

  constructor(history: History) {
    this.history = history;
    this.strict = history.schedule.level === 'strict';
    this.early = history.endpoint.early;
    this.late = history.endpoint.late;
    this.network = Math.max(history.endpoint.network ?? 0, slowestAnswer(history));
    const { epochError } = history.endpoint;
    this.epochError = this.strict ? epochError : Math.max(epochError, 30_000);
    this.wipeLag = this.strict ? 0 : 60_000;
    for (const { name, attributes } of history.schedule.setup.queues) this.queue(name).initial = attributes;
    for (const op of history.ops) this.#read(op);
    this.drainEnd = endOfDrain(history);
    this.#bind();
  }

  queue(name: string): QueueFacts {
    let queue = this.queues.get(name);
    if (queue === undefined) {
      queue = newQueue(name);
      this.queues.set(name, queue);
    }
    return queue;
  }

  message(id: string): MessageFacts {
    let message = this.#byId.get(id);
    if (message === undefined) {
      message = newMessage(id);
      this.#byId.set(id, message);
      this.messages.push(message);
    }
    return message;
  }

  #read(op: Op): void {
    const called = calledOf(this, op);
    this.calls.push(called);
    readLabelling(called);
    const isOk = called.outcome === 'ok';
    switch (op.call) {
      case 'SendMessage':
        readSend(this, called, op.input, isOk ? outputOf(op) : undefined);
        break;
      case 'SendMessageBatch':
        readSendBatch(this, called, op);
        break;
      case 'ReceiveMessage':
        readReceive(this, called, op);
        break;
      case 'DeleteMessage':
        readSettling(this, called, 'delete', op.input, called.refusal?.code);
        break;
      case 'ChangeMessageVisibility':
        readSettling(this, called, 'change', op.input, called.refusal?.code);
        break;
      case 'DeleteMessageBatch':
      case 'ChangeMessageVisibilityBatch':
        readSettlingBatch(this, called, op);
        break;
      case 'StartMessageMoveTask':
        readTask(this, called, op);
        break;
      case 'PurgeQueue':
        readWipe(called, 'purge');
        break;
      case 'DeleteQueue':
        readWipe(called, 'delete-queue');
        break;
      case 'CreateQueue':
        readWrite(this, called, op.input.Attributes ?? {}, true);
        if (isOk) this.namings.push(op);
        break;
      case 'GetQueueUrl':
      case 'ListQueues':
        if (isOk) this.namings.push(op);
        break;
      case 'GetQueueAttributes':
        if (isOk) this.reads.push(op);
        break;
      case 'SetQueueAttributes':
        readWrite(this, called, op.input.Attributes ?? {}, false);
        break;
    }
  }

  /** What can only be known when all calls were read. */
  #bind(): void {
    for (const receive of this.receives) bindReceive(this, receive);
    for (const settling of this.settlings) bindSettling(this, settling);
    if (this.isBlind) for (const queue of this.queues.values()) bindLostRetries(queue);
    for (const sent of this.sends) bindSend(this, sent);
    if (this.tasks.length > 0) bindTasks(this);
    bindMessages(this);
    bindSince(this);
    for (const message of this.messages) if (message.deliveries.length > 1) this.redelivered.push(message);
    for (const delivery of this.deliveries) {
      const { sent } = delivery.of;
      if (sent !== undefined && sent.place !== delivery.receive.place) this.moved.push(delivery);
    }
  }
}

function endOfDrain({ ops, drainedFrom = Number.POSITIVE_INFINITY }: History): Millis {
  let end = drainedFrom;
  for (let index = ops.length - 1; index >= 0 && ops[index]!.invoked >= drainedFrom; index--)
    end = Math.max(end, ops[index]!.returned);
  return end;
}

/** How long the slowest call took that has nothing to wait for. */
function slowestAnswer({ ops }: History): Millis {
  let slowest = 0;
  for (const { call, invoked, returned, reply, fault } of ops)
    if (returned - invoked > slowest && call !== 'ReceiveMessage' && fault === undefined && reply.kind !== 'unknown')
      slowest = returned - invoked;
  return slowest;
}

let last: Facts | undefined;

/** The facts of a history; kept for the last one asked, so that all properties share one reading. */
export function factsOf(history: History): Facts {
  if (last?.history !== history) last = new Facts(history);
  return last;
}
