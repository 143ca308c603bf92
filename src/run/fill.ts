import type { Call } from '../core/calls.js';
import type { Step } from '../core/schedule.js';
import type { Actor } from './actor.js';

type Members = Record<string, unknown>;

/**
 * The step's call with its blanks filled: birth certificates, the holder's receipts, move tasks and tokens (see `Step`).
 * Undefined if there is none where one is needed.
 */
export function fill(step: Step, actor: Actor, holder: Actor = actor): Call | undefined {
  const input = filled(step, actor, holder);
  return input === undefined ? undefined : ({ call: step.call, input } as Call);
}

function filled(step: Step, actor: Actor, holder: Actor): Members | undefined {
  switch (step.call) {
    case 'SendMessage':
      return { ...step.input, MessageBody: bodyOf(step.input, certificateOf(step)) };
    case 'SendMessageBatch':
      return withEntries(step, (entry, k) => ({
        ...entry,
        MessageBody: bodyOf(entry, `${certificateOf(step)}.${k + 1}`),
      }));
    case 'DeleteMessage':
    case 'ChangeMessageVisibility':
      return withHandle(step, holder, step.input, 0);
    case 'DeleteMessageBatch':
    case 'ChangeMessageVisibilityBatch':
      return withEntries(step, (entry, k) => withHandle(step, holder, entry, k));
    case 'CancelMessageMoveTask':
      return withTask(step, actor);
    case 'ListQueues':
    case 'ListDeadLetterSourceQueues':
      return step.receipts === undefined ? step.input : withToken(step, actor, step.receipts[0] ?? 0);
    default:
      return step.input;
  }
}

const certificateOf = ({ id, body = id }: Step): string => `m${body}`;

function bodyOf(entry: Members, certificate: string): unknown {
  const text = entry.MessageBody;
  if (text === undefined) return certificate;
  return text === '' ? '' : `${certificate} ${text}`;
}

function withHandle(step: Step, holder: Actor, entry: Members, k: number): Members | undefined {
  if (entry.ReceiptHandle !== undefined) return entry;
  const ReceiptHandle = holder.receipt(step.from ?? (step.input.QueueUrl as string), step.receipts?.[k] ?? k);
  return ReceiptHandle === undefined ? undefined : { ...entry, ReceiptHandle };
}

function withTask(step: Step, actor: Actor): Members | undefined {
  if (step.input.TaskHandle !== undefined) return step.input;
  const TaskHandle = actor.task(step.receipts?.[0] ?? 0);
  return TaskHandle === undefined ? undefined : { ...step.input, TaskHandle };
}

function withToken({ call, input }: Step, actor: Actor, back: number): Members | undefined {
  if (input.NextToken !== undefined) return input;
  const NextToken = actor.page(call, back);
  return NextToken === undefined ? undefined : { ...input, NextToken };
}

function withEntries(step: Step, complete: (entry: Members, k: number) => Members | undefined): Members | undefined {
  const entries = step.input.Entries;
  if (!Array.isArray(entries)) return step.input;
  const Entries = entries.map(complete);
  return Entries.includes(undefined) ? undefined : { ...step.input, Entries };
}
