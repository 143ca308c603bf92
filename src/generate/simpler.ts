import { deadlineOf, deadlines } from '../core/deadline.js';
import type { Op } from '../core/history.js';
import { limits } from '../core/limits.js';
import { type AtDeadline, type Choices, type Liberty, liberties, type Schedule, type Step } from '../core/schedule.js';

type Members = Record<string, unknown>;

/**
 * Schedules that are simpler than the given one, the boldest first: fewer steps, then less of everything else. `ops`,
 * where known, are the ops of the schedule's last run; with them, steps that lose their reference keep their time.
 */
export function* simpler(schedule: Schedule, ops: readonly Op[] = []): Generator<Schedule> {
  yield* withFewerSteps(schedule, ops);
  yield* withFewerLiberties(schedule);
  yield* withFewerQueues(schedule);
  yield* withFewerActors(schedule);
  yield* withDeadlines(schedule, ops);
  yield* withLongestChange(schedule);
  yield* withLowerLimits(schedule);
  for (let k = 0; k < schedule.steps.length; k++)
    for (const step of simplerSteps(schedule.steps[k]!, schedule.setup.queues[0]?.name))
      yield { ...schedule, steps: schedule.steps.with(k, step) };
  yield* withShorterPairs(schedule);
  yield* withOneMore(schedule);
}

/** The same schedule with its steps numbered from 1 and its actors named from `a`. */
export function renamed(schedule: Schedule): Schedule {
  const numbers = new Map(schedule.steps.map(({ id }, k) => [id, k + 1]));
  const actors = [...new Set(schedule.steps.map(({ actor }) => actor))];
  const steps = schedule.steps.map((step) => {
    const actor = String.fromCharCode('a'.charCodeAt(0) + (actors.indexOf(step.actor) % 26));
    const moved = { ...step, id: numbers.get(step.id)!, actor };
    const at = step.at;
    if (at !== undefined && 'after' in at) moved.at = { ...at, after: numbers.get(at.after) ?? at.after };
    return moved;
  });
  const choices: Choices = {};
  for (const [key, taken] of Object.entries(schedule.choices ?? {})) {
    const [id, attempt] = key.split('/');
    const number = numbers.get(Number(id));
    if (number !== undefined) choices[attempt === undefined ? `${number}` : `${number}/${attempt}`] = taken;
  }
  return schedule.choices === undefined ? { ...schedule, steps } : { ...schedule, steps, choices };
}

/** Leaves out runs of steps: halves, quarters, …, single ones; each first closed up, then with the others' times kept. */
function* withFewerSteps(schedule: Schedule, ops: readonly Op[]): Generator<Schedule> {
  const { steps } = schedule;
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let from = steps.length - size; from > -size; from -= size) {
      const left = new Set(steps.slice(Math.max(from, 0), from + size).map(({ id }) => id));
      yield without(schedule, left);
      if (ops.length > 0 && size <= 4) yield without(schedule, left, ops);
    }
}

function without(schedule: Schedule, left: ReadonlySet<number>, ops: readonly Op[] = []): Schedule {
  const began = new Map<number, number>();
  for (const { step, invoked } of ops) if (step !== undefined && !began.has(step)) began.set(step, invoked);
  const steps: Step[] = [];
  let previous = 0;
  for (const step of schedule.steps) {
    if (left.has(step.id)) continue;
    const start = began.get(step.id);
    steps.push(retimed(step, left, start === undefined ? undefined : start - previous));
    previous = start ?? previous;
  }
  return { ...schedule, steps };
}

/** A step that refers to one left out begins at once, or `gap` milliseconds after the step before it. */
function retimed(step: Step, left: ReadonlySet<number>, gap: number | undefined): Step {
  const { at, ...rest } = step;
  const isBound = at !== undefined && 'after' in at && !left.has(at.after);
  if (isBound) return step;
  if (gap !== undefined) return gap > 1 ? { ...rest, at: { wait: gap } } : rest;
  return at !== undefined && 'after' in at ? rest : step;
}

function* withFewerLiberties(schedule: Schedule): Generator<Schedule> {
  const { liberties: allowed, choices } = schedule;
  if (allowed.length > 0) yield { ...schedule, liberties: [], choices: {} };
  for (const liberty of allowed) yield { ...schedule, liberties: allowed.filter((other) => other !== liberty) };
  for (const key of Object.keys(choices ?? {})) {
    const { [key]: _, ...others } = choices!;
    yield { ...schedule, choices: others };
  }
  if (schedule.level === 'documented' && allowed.every((liberty: Liberty) => liberties[liberty] === 'strict'))
    yield { ...schedule, level: 'strict' };
}

function* withFewerQueues(schedule: Schedule): Generator<Schedule> {
  const { queues } = schedule.setup;
  for (const queue of queues)
    if (queues.length > 1) yield { ...schedule, setup: { queues: queues.filter((other) => other !== queue) } };
  for (const [k, { name, attributes }] of queues.entries())
    for (const attribute of simplerMembers(attributes))
      yield {
        ...schedule,
        setup: { queues: queues.with(k, { name, attributes: attribute as Record<string, string> }) },
      };
}

/** One actor less. */
function* withFewerActors(schedule: Schedule): Generator<Schedule> {
  const actors = [...new Set(schedule.steps.map(({ actor }) => actor))].sort();
  for (const from of actors.slice(1).reverse())
    for (const to of actors) {
      if (to >= from) break;
      yield { ...schedule, steps: schedule.steps.map((step) => (step.actor === from ? { ...step, actor: to } : step)) };
    }
}

/** Waits that end at a deadline of an earlier step, tied to it, so that the deadline can move. */
function* withDeadlines(schedule: Schedule, ops: readonly Op[]): Generator<Schedule> {
  const first = new Map<number, Op>();
  for (const op of ops) if (op.step !== undefined && !first.has(op.step)) first.set(op.step, op);
  for (const [k, step] of schedule.steps.entries()) {
    const began = first.get(step.id)?.invoked;
    if (began === undefined || step.at === undefined || !('wait' in step.at)) continue;
    for (const at of deadlinesAt(began, schedule, k, first))
      yield { ...schedule, steps: schedule.steps.with(k, { ...step, at }) };
  }
}

/** The deadlines of earlier steps that lie at most a tick from `began`. */
function* deadlinesAt(
  began: number,
  { steps, setup }: Schedule,
  before: number,
  first: ReadonlyMap<number, Op>,
): Generator<AtDeadline> {
  for (const { id } of steps.slice(0, before)) {
    const op = first.get(id);
    if (op === undefined) continue;
    for (const deadline of deadlines) {
      const tick = began - deadlineOf(op, deadline, setup);
      if (Math.abs(tick) <= 1) yield { after: id, deadline, tick };
    }
  }
}

/** A lower receive limit needs fewer receives: both at once. */
function* withLowerLimits(schedule: Schedule): Generator<Schedule> {
  const receives = schedule.steps.filter(({ call }) => call === 'ReceiveMessage');
  for (const [k, { name, attributes }] of schedule.setup.queues.entries()) {
    if (attributes.RedrivePolicy === undefined) continue;
    for (const lower of simplerPolicies(attributes, 'RedrivePolicy', attributes.RedrivePolicy)) {
      const setup = { queues: schedule.setup.queues.with(k, { name, attributes: lower as Record<string, string> }) };
      for (let count = 1; count <= receives.length; count++)
        for (const left of [receives.slice(0, count), receives.slice(-count), receives.slice(count - 1, count)])
          yield without({ ...schedule, setup }, new Set(left.map(({ id }) => id)));
    }
  }
}

const durations = ['DelaySeconds', 'VisibilityTimeout', 'WaitTimeSeconds'];

/** Two durations shortened by the same amount, where one is bound to the other. Only for schedules already small. */
function* withShorterPairs(schedule: Schedule): Generator<Schedule> {
  if (schedule.steps.length > 8) return;
  const sites = schedule.steps.flatMap((step, k) =>
    durations.flatMap((name) => (typeof step.input[name] === 'number' ? [{ k, name, value: step.input[name] }] : [])),
  );
  for (const [i, a] of sites.entries())
    for (const b of sites.slice(i + 1))
      for (const value of smaller(Math.min(a.value, b.value))) {
        const less = Math.min(a.value, b.value) - value;
        yield shortened(shortened(schedule, a, less), b, less);
      }
}

/** Attributes of a queue and members of a step that often do what another step did. */
const queueSpices: readonly Members[] = [
  { VisibilityTimeout: '0' },
  { VisibilityTimeout: '1' },
  { DelaySeconds: '1' },
  { ReceiveMessageWaitTimeSeconds: '1' },
  { MessageRetentionPeriod: String(limits.retentionMin) },
];
const stepSpices: Partial<Record<Step['call'], readonly Members[]>> = {
  SendMessage: [{ DelaySeconds: 1 }, { DelaySeconds: limits.retentionMin + 1 }],
  ReceiveMessage: [
    { VisibilityTimeout: 0 },
    { VisibilityTimeout: 1 },
    { MaxNumberOfMessages: 2 },
    { VisibilityTimeout: 0, MaxNumberOfMessages: 2 },
    { WaitTimeSeconds: 1 },
  ],
};

/** One attribute or member more, alone to save time or for one step less. Only for schedules already small. */
function* withOneMore(schedule: Schedule): Generator<Schedule> {
  if (schedule.steps.length > 6) return;
  for (const spiced of spicedSchedules(schedule)) {
    yield spiced;
    for (const { id } of schedule.steps) yield without(spiced, new Set([id]));
  }
}

function* spicedSchedules(schedule: Schedule): Generator<Schedule> {
  for (const [k, { name, attributes }] of schedule.setup.queues.entries())
    for (const spice of queueSpices) {
      const queue = { name, attributes: { ...attributes, ...spice } as Record<string, string> };
      yield { ...schedule, setup: { queues: schedule.setup.queues.with(k, queue) } };
    }
  for (const [k, step] of schedule.steps.entries())
    for (const spice of stepSpices[step.call] ?? [])
      yield { ...schedule, steps: schedule.steps.with(k, { ...step, input: { ...step.input, ...spice } }) };
}

function shortened(schedule: Schedule, site: { k: number; name: string; value: number }, less: number): Schedule {
  const step = schedule.steps[site.k]!;
  const input = { ...step.input, [site.name]: site.value - less };
  return { ...schedule, steps: schedule.steps.with(site.k, { ...step, input }) };
}

/** Time for timeout: what needs 12 h of waiting for the cap often needs a second with the longest change (sqs:V8). */
function* withLongestChange(schedule: Schedule): Generator<Schedule> {
  for (const [k, step] of schedule.steps.entries())
    if (typeof step.input.VisibilityTimeout === 'number' && step.call === 'ChangeMessageVisibility') {
      const longest = { ...step, input: { ...step.input, VisibilityTimeout: limits.visibilityMax - 1 } };
      const steps = schedule.steps
        .with(k, longest)
        .map((other) => (other.at === undefined ? other : { ...other, at: { wait: 1000 } }));
      yield { ...schedule, steps };
    }
}

function* simplerSteps(step: Step, firstQueue: string | undefined): Generator<Step> {
  const { fault, at, receipts, from } = step;
  if (fault !== undefined) {
    yield omit(step, 'fault');
    if (fault.ms !== undefined) for (const ms of smaller(fault.ms)) yield { ...step, fault: { ...fault, ms } };
  }
  if (at !== undefined) {
    yield omit(step, 'at');
    if ('wait' in at) for (const wait of smaller(at.wait)) yield { ...step, at: { wait } };
    else if (at.ends !== undefined) yield { ...step, at: { after: at.after, deadline: at.deadline, tick: at.tick } };
    else if (at.tick !== 0) yield { ...step, at: { ...at, tick: 0 } };
  }
  if (receipts !== undefined) {
    yield omit(step, 'receipts');
    for (const [k, back] of receipts.entries())
      for (const nearer of smaller(back)) yield { ...step, receipts: receipts.with(k, nearer) };
  }
  if (from !== undefined) yield omit(step, 'from');
  if (firstQueue !== undefined && step.input.QueueUrl !== undefined && step.input.QueueUrl !== firstQueue)
    yield { ...step, input: { ...step.input, QueueUrl: firstQueue } };
  yield* singles(step);
  for (const input of simplerMembers(step.input, ['QueueUrl', 'QueueName'])) yield { ...step, input };
}

function omit<K extends 'fault' | 'at' | 'receipts' | 'from'>(step: Step, member: K): Step {
  const { [member]: _, ...others } = step;
  return others as Step;
}

const singleOf: Partial<Record<Step['call'], Step['call']>> = {
  SendMessageBatch: 'SendMessage',
  DeleteMessageBatch: 'DeleteMessage',
  ChangeMessageVisibilityBatch: 'ChangeMessageVisibility',
};

/** A batch as a single call with one of its entries, and with fewer or simpler entries. */
function* singles(step: Step): Generator<Step> {
  const { Entries, ...others } = step.input;
  const call = singleOf[step.call];
  if (!Array.isArray(Entries) || call === undefined) return;
  for (const [k, entry] of Entries.entries()) {
    const { Id: _, ...members } = entry as Members;
    yield { ...step, ...keepReceipt(step, k), call, input: { ...others, ...members } };
  }
  for (let k = Entries.length - 1; k >= 0; k--) {
    const receipts = step.receipts?.toSpliced(k, 1);
    const fewer = { ...step, input: { ...others, Entries: Entries.toSpliced(k, 1) } };
    yield receipts === undefined ? fewer : { ...fewer, receipts };
    for (const entry of simplerMembers(Entries[k] as Members, ['Id']))
      yield { ...step, input: { ...others, Entries: Entries.with(k, entry) } };
  }
}

const keepReceipt = (step: Step, k: number): Pick<Step, 'receipts'> =>
  step.receipts?.[k] === undefined ? {} : { receipts: [step.receipts[k]] };

/** Members left out one by one, then numbers and texts made smaller. */
function* simplerMembers(members: Members, kept: readonly string[] = []): Generator<Members> {
  for (const name of Object.keys(members)) {
    if (kept.includes(name) || name === 'Entries') continue;
    const { [name]: value, ...others } = members;
    yield others;
    if (typeof value === 'number') for (const number of smaller(value)) yield { ...members, [name]: number };
    else if (typeof value === 'string' && /^\d+$/.test(value))
      for (const number of smaller(Number(value))) yield { ...members, [name]: String(number) };
    else if (typeof value === 'string' && value.startsWith('{')) yield* simplerPolicies(members, name, value);
  }
}

/** A redrive policy with a lower limit. */
function* simplerPolicies(members: Members, name: string, text: string): Generator<Members> {
  const policy = readObject(text);
  const limit = Number(policy?.maxReceiveCount);
  if (!Number.isInteger(limit)) return;
  if (typeof policy!.maxReceiveCount === 'string')
    yield { ...members, [name]: JSON.stringify({ ...policy, maxReceiveCount: limit }) };
  for (const maxReceiveCount of smaller(limit))
    if (maxReceiveCount > 0) yield { ...members, [name]: JSON.stringify({ ...policy, maxReceiveCount }) };
}

function readObject(text: string): Members | undefined {
  try {
    return JSON.parse(text) as Members;
  } catch {
    return undefined;
  }
}

/** 0, then from the half up to one less: a bisection when retried. */
function* smaller(value: number): Generator<number> {
  if (value <= 0) return;
  yield 0;
  for (let less = Math.ceil(value / 2); less >= 1; less = less === 1 ? 0 : Math.ceil(less / 2)) {
    if (value - less > 0) yield value - less;
  }
}
