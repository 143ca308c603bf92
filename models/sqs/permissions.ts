import { arnOf, type Calls, type Refusal } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import { limits } from '../../src/core/limits.js';
import { invalidAttributeValue, invalidParameter, missingParameter, overLimit } from './errors.js';
import { parseObject } from './json.js';
import type { Queue } from './queue.js';
import type { Sqs } from './service.js';

/** An access policy: kept as data, of no effect on any call. */
interface Policy {
  Version: string;
  Id: string;
  Statement: Statement[];
}
interface Statement {
  Sid?: string;
  Effect: 'Allow';
  Principal: { AWS: string | string[] };
  Action: string | string[];
  Resource: string;
}

/** AddPermission writes one more statement into the policy (sqs:PM1). */
export function addPermission(
  sqs: Sqs,
  queue: Queue,
  input: Calls['AddPermission']['input'],
  at: Millis,
): object | Refusal {
  const fault = faultOfPermission(sqs, input);
  if (fault !== undefined) return fault;
  const policy = policyOf(queue);
  const exists = policy.Statement.some(({ Sid }) => Sid === input.Label);
  // sqs:PM2
  if (!sqs.rules.allowsLabel(exists)) return invalidParameter('Label', input.Label, 'Already exists.');
  const text = JSON.stringify({ ...policy, Statement: [...policy.Statement, statementOf(queue, input)] });
  const excess = faultOfPolicy(text);
  if (excess !== undefined) return excess;
  setPolicy(queue, text, at);
  if (sqs.rules.modifies('AddPermission')) queue.modifiedAt = at;
  return {};
}

/** RemovePermission takes the statement of that label out; the policy goes with its last one (sqs:PM2). */
export function removePermission(
  sqs: Sqs,
  queue: Queue,
  { Label }: Calls['RemovePermission']['input'],
  at: Millis,
): object | Refusal {
  const policy = policyOf(queue);
  const left = policy.Statement.filter(({ Sid }) => Sid !== Label);
  if (left.length === policy.Statement.length) return sqs.rules.removesUnknown() ? {} : noSuchLabel(queue, Label);
  const isKept = sqs.rules.keepsPolicy(left.length);
  setPolicy(queue, isKept ? JSON.stringify({ ...policy, Statement: left }) : undefined, at);
  if (sqs.rules.modifies('RemovePermission')) queue.modifiedAt = at;
  return {};
}

const noSuchLabel = (queue: Queue, label: string): Refusal =>
  invalidParameter(
    'Label',
    label,
    queue.attributes.Policy === undefined ? "can't find label." : "can't find label on existing policy.",
  );

/** What is wrong with the input alone (sqs:PM3). */
function faultOfPermission(sqs: Sqs, input: Calls['AddPermission']['input']): Refusal | undefined {
  const { Label, AWSAccountIds: accounts, Actions } = input;
  if (!label.test(Label))
    return invalidParameter(
      'Label',
      Label,
      'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length.',
    );
  if (Actions.length === 0) return missingParameter('Actions');
  if (Actions.length > sqs.rules.actionsMax()) return overLimit('Actions', Actions.length, limits.actionsMax);
  if (accounts.length === 0 || !accounts.every((id) => account.test(id)))
    return invalidParameter('PrincipalId', `[${accounts.join(', ')}]`, 'Unable to verify.');
  return undefined;
}

const label = /^[A-Za-z0-9_-]{1,80}$/;
const account = /^\d{12}$/;

/** The queue's policy, or the one that a first permission begins (sqs:PM1). */
function policyOf(queue: Queue): Policy {
  const {
    Version = '2008-10-17',
    Id = `${arnOf(queue.name)}/SQSDefaultPolicy`,
    ...policy
  } = parseObject(queue.attributes.Policy ?? '{}') ?? {};
  return { Version, Id, ...policy, Statement: listOf(policy.Statement) } as Policy;
}

const statementOf = (queue: Queue, { Label, AWSAccountIds, Actions }: Calls['AddPermission']['input']): Statement => ({
  Sid: Label,
  Effect: 'Allow',
  Principal: { AWS: oneOrList(AWSAccountIds.map((id) => `arn:aws:iam::${id}:root`)) },
  Action: oneOrList(Actions.map((action) => `SQS:${action}`)),
  Resource: arnOf(queue.name),
});

const oneOrList = (texts: string[]): string | string[] => (texts.length === 1 ? texts[0]! : texts);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

function setPolicy(queue: Queue, text: string | undefined, at: Millis): void {
  const { Policy: _, ...others } = queue.attributes;
  queue.configure(text === undefined ? others : { ...others, Policy: text }, at);
}

/** sqs:PM3, bytes */
const policyMax = 8192;

/** A policy is a JSON object of limited size (sqs:PM3). */
export function faultOfPolicy(text: string): Refusal | undefined {
  const policy = parseObject(text);
  if (policy === undefined) return invalidAttributeValue('Policy');
  const bytes = Buffer.byteLength(text);
  if (bytes > policyMax) return overLimit('Policy bytes', bytes, policyMax);
  const statements = listOf(policy.Statement).map((statement) => (statement ?? {}) as Members);
  for (const [what, max, count] of parts) {
    const found = statements.reduce((sum, statement) => sum + count(statement), 0);
    if (found > max) return overLimit(what, found, max);
  }
  return undefined;
}

type Members = Readonly<Record<string, unknown>>;

/** What a policy may have only so many of, and how many a statement has (sqs:PM3). */
const parts: readonly [what: string, max: number, count: (statement: Members) => number][] = [
  ['Statements', 20, () => 1],
  ['Principals', 50, ({ Principal = [] }) => partsOf(Principal).flatMap(listOf).length],
  ['Conditions', 10, ({ Condition = [] }) => partsOf(Condition).flatMap(partsOf).length],
];

const partsOf = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : [value];
