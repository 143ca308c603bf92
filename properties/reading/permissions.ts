import { arnOf, type Calls } from '../../src/core/calls.js';
import { parsed } from './redrive.js';
import type { Write } from './register.js';
import type { Called, QueueFacts } from './words.js';

/** One statement of a queue's policy. */
export type Statement = object;

/** What calls wrote, or may have written, under one label of the queue's policy; undefined where they took it away. */
export function statementWrites(queue: QueueFacts, label: string): Write<Statement | undefined>[] {
  const writes: Write<Statement | undefined>[] = [];
  for (const called of queue.labellings) {
    const written = writtenBy(queue, called, label);
    if (written !== undefined) writes.push(written);
  }
  return writes;
}

/** The statement that the setup's policy has under the label. */
export const firstStatement = ({ initial }: QueueFacts, label: string): Statement | undefined =>
  statementIn(initial?.Policy, label);

/** All labels that AddPermission may have written. */
export function labelsOf({ labellings }: QueueFacts): Set<string> {
  const labels = new Set<string>();
  for (const { op } of labellings) if (op.call === 'AddPermission') labels.add(op.input.Label);
  return labels;
}

/** Was the policy written as a whole too, by the setup or by a call? */
export const isWrittenWhole = ({ initial, writes }: QueueFacts): boolean =>
  Boolean(initial?.Policy) || writes.some(({ attributes }) => attributes.Policy !== undefined);

type Written = Write<Statement | undefined> | undefined;

function writtenBy(queue: QueueFacts, { op, s, e, outcome: answered }: Called, label: string): Written {
  const outcome = answered === 'ok' ? 'ok' : 'unknown';
  switch (op.call) {
    case 'AddPermission':
      return op.input.Label === label ? { op, s, e, outcome, value: permitted(queue, op.input) } : undefined;
    case 'RemovePermission':
      return op.input.Label === label ? { op, s, e, outcome, value: undefined } : undefined;
    case 'SetQueueAttributes':
    case 'CreateQueue': {
      const write = queue.writes.find((other) => other.op === op);
      if (write === undefined || !(write.created || write.attributes.Policy !== undefined)) return undefined;
      return { op, s, e: write.e, outcome: write.outcome, value: statementIn(write.attributes.Policy, label) };
    }
    default:
      return undefined;
  }
}

/** The statement that AddPermission writes (sqs:PM1). */
const permitted = (
  queue: QueueFacts,
  { Label, AWSAccountIds, Actions }: Calls['AddPermission']['input'],
): Statement => ({
  Sid: Label,
  Effect: 'Allow',
  Principal: { AWS: (AWSAccountIds ?? []).map((id) => `arn:aws:iam::${id}:root`) },
  Action: (Actions ?? []).map((action) => `SQS:${action}`),
  Resource: arnOf(queue.name),
});

const statementIn = (policy: string | undefined, label: string): Statement | undefined =>
  statementsIn(policy ?? '').find((statement) => sidOf(statement) === label);

/** The label of a statement. */
export const sidOf = (statement: Statement): string => String((statement as { Sid?: unknown }).Sid);

export function statementsIn(policy: string): Statement[] {
  const { Statement } = parsed(policy) ?? {};
  const list: unknown[] = Array.isArray(Statement) ? Statement : [Statement];
  return list.filter((statement) => typeof statement === 'object' && statement !== null);
}

/** Has AddPermission or RemovePermission written, or may it have written, anything into the policy of the queue? */
export const isPermitted = ({ labellings }: QueueFacts): boolean =>
  labellings.some(({ call }) => call === 'AddPermission' || call === 'RemovePermission');
