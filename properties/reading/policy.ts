import { arnOf } from '../../src/core/calls.js';
import { canonical } from '../../src/core/canonical.js';
import type { Millis } from '../../src/core/clock.js';
import type { Facts } from './facts.js';
import { nameOf } from './names.js';
import { labelsOf, type Statement, sidOf, statementsIn, statementWrites } from './permissions.js';
import { parsed } from './redrive.js';
import { lastBy, possibleValues } from './register.js';
import type { QueueFacts, Timed } from './words.js';

/** What is wrong with a policy, and the calls that show it. */
interface PolicyFault {
  says: string;
  because: Timed[];
}

/**
 * What is wrong with the policy that permissions alone have made: it has the statement of every label that is certainly
 * there, as AddPermission writes it, no others, and goes with the last one (sqs:PM1, sqs:PM2).
 */
export function faultOfPolicy(
  facts: Facts,
  queue: QueueFacts,
  text: string | undefined,
  from: Millis,
  to: Millis,
): PolicyFault | undefined {
  const head = text === undefined ? undefined : faultOfHead(queue, text);
  if (head !== undefined) return { says: head, because: [] };
  const shown = statementsIn(text ?? '').map((statement) => ({ label: sidOf(statement), text: normal(statement) }));
  for (const label of new Set([...labelsOf(queue), ...shown.map((statement) => statement.label)])) {
    const writes = statementWrites(queue, label);
    const legal = possibleValues(facts, undefined, writes, from, to).map(normal);
    const found = shown.filter((statement) => statement.label === label);
    const because = lastBy(writes, to);
    if (found.length > 1) return { says: ` with ${label} twice`, because };
    if (!legal.includes(found[0]?.text)) return { says: faultOf(label, text, found[0]?.text, legal, because), because };
  }
  return undefined;
}

function faultOfHead(queue: QueueFacts, text: string): string | undefined {
  const { Version, Id, Statement } = parsed(text) ?? {};
  if (Version !== '2008-10-17') return ` of Version ${Version}, but AddPermission writes 2008-10-17 (sqs:PM1)`;
  if (Id !== `${arnOf(queue.name)}/SQSDefaultPolicy`)
    return ` with the Id ${Id}, which AddPermission does not write (sqs:PM1)`;
  return Array.isArray(Statement) && Statement.length > 0
    ? undefined
    : ' without a statement, but it goes with the last one (sqs:PM2)';
}

function faultOf(
  label: string,
  policy: string | undefined,
  shown: string | undefined,
  legal: (string | undefined)[],
  because: Timed[],
): string {
  const by = because.map(({ op }) => ` (${nameOf(op)})`).join('');
  if (policy === undefined) return `, but the permission ${label} was there${by}`;
  if (shown === undefined) return ` without ${label}, but that permission was there${by}`;
  if (legal.some((statement) => statement !== undefined)) return ` with another ${label} than AddPermission wrote${by}`;
  return ` with ${label}, but there was no such permission${by}`;
}

/** What a statement says as text: a list of one is that one, no list has an order (sqs:PM1), all partitions are alike. */
const normal = (statement: Statement | undefined): string | undefined =>
  statement === undefined ? undefined : canonical(sorted(statement));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? sorted(value[0]) : value.map(sorted).map(canonical).sort();
  if (typeof value === 'string') return value.replace(/^arn:[\w-]+:iam:/, 'arn:aws:iam:');
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, sorted(member)]));
}
