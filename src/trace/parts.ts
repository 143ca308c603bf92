import { type CallName, callNames, type Reply } from '../core/calls.js';
import type { Millis } from '../core/clock.js';
import type { History, Op } from '../core/history.js';
import {
  type Choices,
  type Deadline,
  type FaultName,
  type Level,
  type Liberty,
  liberties,
  type Schedule,
  type Setup,
  type Step,
  type When,
} from '../core/schedule.js';
import type { Violation } from '../core/verdict.js';
import { inputs, replyTo, settings } from './calls.js';
import {
  count,
  flag,
  isObject,
  list,
  type Members,
  members,
  millis,
  name,
  oneOf,
  pause,
  type Shape,
  table,
  text,
  variant,
  type Wrong,
} from './shape.js';

/** The version of the format that is written. All versions up to it are read, and none ever changes its meaning. */
export const traceVersion = 2;

/** Line 1 of a trace. */
export interface Header extends Pick<Schedule, 'seed' | 'level' | 'liberties' | 'setup'> {
  redrive: 'trace';
  version: number;
  endpoint: History['endpoint'];
  mutant?: string;
}

/** The last line of a trace: how much came before it, and what was found broken. */
export interface End extends Pick<History, 'drained' | 'drainedFrom'> {
  ops: number;
  steps: number;
  broken: Violation[];
}

/** Every word of a union, held complete by the compiler. */
const words = <T extends string>(all: Record<T, unknown>): T[] => Object.keys(all) as T[];

const faultName = oneOf(
  ...words<FaultName>({ 'lost-request': 1, 'lost-reply': 1, repeated: 1, 'slow-reply': 1, throttled: 1, crash: 1 }),
);
const deadline = oneOf(
  ...words<Deadline>({ visibility: 1, delay: 1, retention: 1, poll: 1, guard: 1, cap: 1, dedup: 1 }),
);
const liberty = words<Liberty>(liberties);

export const setup = members<Setup>({
  queues: list(members<Setup['queues'][number]>({ name, attributes: settings })),
});

export const header = members<Header>({
  redrive: oneOf('trace'),
  version: oneOf(1, traceVersion),
  seed: text,
  level: oneOf<Level>('strict', 'documented'),
  endpoint: members<History['endpoint']>({
    name: text,
    early: millis,
    late: millis,
    'network?': millis,
    epoch: millis,
    epochError: millis,
  }),
  liberties: list(oneOf(...liberty)),
  setup,
  'mutant?': name,
});

const wait = members<Extract<When, { wait: Millis }>>({ wait: pause });
const after = members<Extract<When, { after: number }>>({
  after: count,
  deadline,
  tick: oneOf(-1, 0, 1),
  'ends?': oneOf(true),
});
const when: Shape<When> = (value) => (isObject(value) && Object.hasOwn(value, 'wait') ? wait(value) : after(value));

/** One object for each call, told apart by the member `call`. */
const byCall = <T extends { call: CallName }>(of: (call: CallName) => Shape<T>): Shape<T> =>
  variant('call', 'the name of a call', Object.fromEntries(callNames.map((call) => [call, of(call)])));

export const step: Shape<Step> = byCall((call) =>
  members<Step>({
    id: count,
    actor: name,
    'at?': when,
    call: oneOf(call),
    input: (value) => inputs[call](filled(value)),
    'receipts?': list(count),
    'body?': count,
    'from?': text,
    'holder?': name,
    'fault?': members<NonNullable<Step['fault']>>({ name: faultName, 'ms?': pause }),
  }),
);

/** A step's input with something in the blanks that the run fills in. */
function filled(input: unknown): unknown {
  if (!isObject(input) || !Array.isArray(input.Entries)) return withoutBlanks(input);
  return { ...input, Entries: input.Entries.map(withoutBlanks) };
}

const withoutBlanks = (value: unknown): unknown =>
  isObject(value) ? { MessageBody: '', ReceiptHandle: '', TaskHandle: '', ...value } : value;

type Answers = Partial<Record<Liberty, number[]>>;
const answers = Object.fromEntries(liberty.map((label) => [`${label}?`, list(count)])) as Members<Answers>;

export const choices: Shape<Choices> = table(members<Answers>(answers));

type AnyOp = Omit<Op, 'call' | 'input' | 'reply'> & { call: CallName; input: object; reply: Reply };

const anyOp: Shape<AnyOp> = byCall((call) =>
  members<AnyOp>({
    id: count,
    'step?': count,
    actor: name,
    'fault?': faultName,
    invoked: millis,
    returned: millis,
    call: oneOf(call),
    input: inputs[call],
    reply: replyTo(call),
  }),
);

export const op: Shape<Op> = (value) => anyOp(value) ?? unwritten(value as Op);

/** A SetQueueAttributes that was not refused wrote something. */
function unwritten({ call, input, reply }: Op): Wrong | undefined {
  if (call !== 'SetQueueAttributes' || reply.kind === 'error' || 'Attributes' in input) return undefined;
  return { where: '.input.Attributes', says: 'is missing' };
}

export const end = members<End>({
  ops: count,
  steps: count,
  drained: flag,
  'drainedFrom?': millis,
  broken: list(members<Violation>({ property: name, says: text, ops: list(count) })),
});
