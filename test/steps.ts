import { contract } from '../models/rules.js';
import { Sqs } from '../models/sqs/service.js';
import type { Call, CallName, FailedEntry, QueueAttributes, ReceivedMessage, Reply } from '../src/core/calls.js';
import type { Millis } from '../src/core/clock.js';
import type { Endpoint } from '../src/core/endpoint.js';
import type { History, Op } from '../src/core/history.js';
import type { FaultName, Schedule, Step, When } from '../src/core/schedule.js';
import { modelEndpoint, modelEpoch } from '../src/endpoints/model.js';
import { type RunOptions, run } from '../src/run/run.js';

/** A step by hand: its number is its place in the list, from 1; actor `a` and queue `q` unless given. */
export interface Draft {
  call: CallName;
  input?: Record<string, unknown>;
  id?: number;
  actor?: string;
  at?: When;
  receipts?: number[];
  body?: number;
  from?: string;
  holder?: string;
  fault?: FaultName;
  /** Milliseconds of the fault. */
  ms?: number;
}

export interface Frame extends Partial<Omit<Schedule, 'setup' | 'steps'>> {
  queues?: Record<string, QueueAttributes>;
}

const noQueue: readonly CallName[] = [
  'CreateQueue',
  'GetQueueUrl',
  'ListQueues',
  'StartMessageMoveTask',
  'ListMessageMoveTasks',
  'CancelMessageMoveTask',
];

export function schedule(drafts: Draft[], { queues = { q: {} }, ...frame }: Frame = {}): Schedule {
  const setup = { queues: Object.entries(queues).map(([name, attributes]) => ({ name, attributes })) };
  return { seed: 's', level: 'strict', liberties: [], ...frame, setup, steps: drafts.map(stepOf) };
}

function stepOf({ call, input = {}, fault, ms, ...draft }: Draft, place: number): Step {
  const queue = noQueue.includes(call) ? {} : { QueueUrl: 'q' };
  const step: Step = { id: place + 1, actor: 'a', ...draft, call, input: { ...queue, ...input } };
  if (fault !== undefined) step.fault = { name: fault, ...(ms !== undefined && { ms }) };
  return step;
}

export const model = () => modelEndpoint(new Sqs(contract, modelEpoch));

/** An endpoint in virtual time that accepts everything, with the given answers. */
export function stub(answer: (call: Call, at: Millis) => object): Endpoint {
  const { clock, accuracy } = model();
  const call = (asked: Call): Reply => ({ kind: 'ok', output: answer(asked, clock.now()) });
  return { name: 'stub', clock, accuracy, open: () => {}, call, close: () => {} };
}

/** Runs the steps on the model. */
export const play = (drafts: Draft[], frame?: Frame, options?: RunOptions): Promise<History> =>
  run(schedule(drafts, frame), model(), options);

/** The ops that came from steps. */
export const stepped = ({ ops }: History): Op[] => ops.filter(({ step }) => step !== undefined);

/** What a reply says in a word or two: the bodies received, `ok`, an error's code, `?` if nobody knows. */
export function says({ call, reply }: Op): string {
  if (reply.kind === 'unknown') return '?';
  if (reply.kind === 'error') return reply.code;
  const { Messages = [], Failed = [] } = reply.output as { Messages?: ReceivedMessage[]; Failed?: FailedEntry[] };
  if (call === 'ReceiveMessage') return Messages.map(({ Body }) => Body).join(' ') || '-';
  return Failed.map(({ Id, Code }) => `${Id} ${Code}`).join(' ') || 'ok';
}

/** Each op of a step with its times, `2: a 1-20001 ReceiveMessage -`. */
export const lines = (history: History): string[] =>
  stepped(history).map((op) => `${op.step}: ${op.actor} ${op.invoked}-${op.returned} ${op.call} ${says(op)}`);

/** The bodies that the drain received, in the order of their bodies. */
export const drained = ({ ops }: History): string[] =>
  ops
    .filter(({ step, call }) => step === undefined && call === 'ReceiveMessage')
    .flatMap((op) => says(op).split(' '))
    .filter((body) => body !== '-')
    .sort();
