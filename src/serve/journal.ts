import { type Chooser, chooserOf } from '../chance/keyed.js';
import type { Call, Calls, ReceivedMessage } from '../core/calls.js';
import type { Millis } from '../core/clock.js';
import type { Choose, Endpoint } from '../core/endpoint.js';
import type { History, Op } from '../core/history.js';
import type { FaultName, Schedule, Step } from '../core/schedule.js';
import { Actor } from '../run/actor.js';
import type { Recorder } from '../run/exchange.js';
import { inputs } from '../trace/calls.js';

/** One call that somebody made: the step that it would be in a schedule, and its first op. */
interface Visit {
  step: number;
  actor: Actor;
  call: Call;
  op: number;
  fault: FaultName | undefined;
}

/**
 * What every client asked and saw, as a history: one step for each call. Who asks is told from what a client holds and
 * from its connection; since an actor makes one call at a time, a client that makes several is several actors.
 */
export class Journal implements Recorder {
  readonly endpoint: Endpoint;
  readonly ops: Op[] = [];
  readonly #settings: Omit<Schedule, 'steps'>;
  readonly #keeps: boolean;
  #chooser: Chooser;
  #steps = 0;
  readonly #visits: Visit[] = [];
  readonly #actors: Actor[] = [];
  readonly #busy = new Set<Actor>();
  readonly #byConnection = new Map<string, Actor>();
  /** Who received each handle. */
  readonly #holders = new Map<string, Actor>();

  /**
   * The settings are those of the schedule that the history will have. If it keeps nothing, everybody is a stranger, and
   * of what has been only the last op is remembered.
   */
  constructor(endpoint: Endpoint, settings: Omit<Schedule, 'steps'>, keeps: boolean) {
    this.endpoint = endpoint;
    this.#settings = settings;
    this.#keeps = keeps;
    this.#chooser = chooserOf({ ...settings, steps: [] });
  }

  get last(): Millis {
    return this.ops.at(-1)?.invoked ?? 0;
  }

  choose(step: number | undefined, attempt: number): Choose {
    return this.#chooser.of(attempt === 0 ? `${step}` : `${step}/${attempt}`);
  }

  /** Undefined for a call of a form that no trace has: every service refuses it. `faultOf` a step is known by its number. */
  begin(call: Call, from: string | undefined, faultOf: (step: number) => FaultName | undefined): Visit | undefined {
    if (inputs[call.call](call.input) !== undefined) return undefined;
    const step = ++this.#steps;
    if (!this.#keeps) this.#forget();
    const actor = this.#keeps ? this.#visitor(call, from) : new Actor('client');
    const visit = { step, actor, call, op: this.ops.length, fault: faultOf(step) };
    if (this.#keeps) this.#visits.push(visit);
    return visit;
  }

  end({ actor }: Visit, op: Op): void {
    if (!this.#keeps) return;
    this.#busy.delete(actor);
    for (const { ReceiptHandle } of messagesOf(op)) this.#holders.set(ReceiptHandle, actor);
  }

  history(): History {
    const { name, accuracy } = this.endpoint;
    const schedule: Schedule = { ...this.#settings, steps: this.#planned(), choices: this.#chooser.taken };
    return { schedule, endpoint: { name, ...accuracy }, ops: [...this.ops], drained: false };
  }

  /** The next op comes after the last one; the choices that have been taken are many, and nobody wants to know them. */
  #forget(): void {
    this.ops.splice(0, this.ops.length - 1);
    if (this.#steps % 1000 === 0) this.#chooser = chooserOf({ ...this.#settings, steps: [] });
  }

  /** Who makes the call, and is busy from now on. */
  #visitor(call: Call, from: string | undefined): Actor {
    const actor = this.#actor([this.#holders.get(handleIn(call.input) ?? ''), this.#byConnection.get(from ?? '')]);
    if (from !== undefined) this.#byConnection.set(from, actor);
    this.#busy.add(actor);
    return actor;
  }

  /** The first of these who is free, else anybody who is, else somebody new. */
  #actor(preferred: (Actor | undefined)[]): Actor {
    const isFree = (actor: Actor | undefined): boolean => actor !== undefined && !this.#busy.has(actor);
    const free = preferred.find(isFree) ?? this.#actors.find(isFree);
    if (free !== undefined) return free;
    const actor = new Actor(`client${this.#actors.length + 1}`);
    this.#actors.push(actor);
    return actor;
  }

  /** The steps that lead to these ops, with blanks for the handles that an actor holds itself. */
  #planned(): Step[] {
    const held = new Map<string, string[]>();
    let told = 0;
    return this.#visits.map(({ step: id, actor: { name: actor }, call: { call, input }, op, fault }) => {
      for (; told < op; told++) hold(held, this.ops[told]!);
      const { invoked: before } = this.ops[op - 1] ?? beginning;
      const pause = (this.ops[op]?.invoked ?? before) - before;
      return {
        id,
        actor,
        call,
        ...(pause > 1 && { at: { wait: pause } }),
        ...withBlanks(input as Members, held.get(keyOf(actor, input)) ?? []),
        ...(fault !== undefined && { fault: { name: fault } }),
      };
    });
  }
}

const beginning = { invoked: 0 };

type Members = Record<string, unknown>;

const keyOf = (actor: string, input: object): string => JSON.stringify([actor, (input as Members).QueueUrl]);

/** An actor holds what it has received, by queue. */
function hold(held: Map<string, string[]>, op: Op): void {
  const messages = messagesOf(op);
  if (messages.length === 0) return;
  const key = keyOf(op.actor, op.input);
  const handles = held.get(key) ?? [];
  held.set(key, handles);
  for (const { ReceiptHandle } of messages) handles.push(ReceiptHandle);
}

function messagesOf({ call, reply }: Op): ReceivedMessage[] {
  if (call !== 'ReceiveMessage' || reply.kind !== 'ok') return [];
  return (reply.output as Calls['ReceiveMessage']['output']).Messages ?? [];
}

/** The handle in an input, or in the first entry of its batch. */
function handleIn(input: object): string | undefined {
  const { ReceiptHandle, Entries } = input as { ReceiptHandle?: string; Entries?: { ReceiptHandle?: string }[] };
  return ReceiptHandle ?? Entries?.[0]?.ReceiptHandle;
}

function withBlanks(input: Members, handles: readonly string[]): Pick<Step, 'input' | 'receipts'> {
  const { Entries, ...rest } = input;
  const entries = (Array.isArray(Entries) ? Entries : [rest]) as Members[];
  const back = entries.map(({ ReceiptHandle }) =>
    typeof ReceiptHandle === 'string' ? handles.length - 1 - handles.lastIndexOf(ReceiptHandle) : handles.length,
  );
  if (entries.length === 0 || !back.every((place) => place < handles.length)) return { input };
  const blank = entries.map(({ ReceiptHandle: _, ...entry }) => entry);
  return { input: Array.isArray(Entries) ? { ...rest, Entries: blank } : blank[0]!, receipts: back };
}
