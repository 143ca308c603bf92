import { arnOf, isFifo, type QueueAttributes, queueOfArn } from '../../src/core/calls.js';
import { canonical } from '../../src/core/canonical.js';
import { limits } from '../../src/core/limits.js';
import { valuesOf } from '../reading/attributes.js';
import { existence } from '../reading/existence.js';
import { parsed, policyOf } from '../reading/redrive.js';
import { type Ask, type Check, doubt, type Wrong } from './check.js';
import { rows } from './rows.js';

interface Given {
  Attributes?: QueueAttributes;
}

/** What can be wrong with a redrive policy. */
const redriveChecks: readonly Check<Given>[] = [
  {
    rule: 'sqs:X1',
    fault: 'the redrive policy is not JSON with a target and a maxReceiveCount',
    row: undefined,
    wrong: ({ Attributes }, { op }) => malformed(Attributes?.RedrivePolicy, op.call === 'SetQueueAttributes'),
  },
  {
    rule: 'sqs:Q19',
    fault: `maxReceiveCount is not 1 to ${limits.maxReceiveCountMax}`,
    row: rows.invalidParameter,
    wrong: ({ Attributes }) => countOutside(Attributes?.RedrivePolicy),
  },
  {
    rule: 'sqs:X2',
    fault: 'the dead-letter queue does not exist',
    row: rows.invalidParameter,
    wrong: ({ Attributes }, ask) => withoutTarget(targetIn(Attributes), ask),
  },
  {
    rule: 'sqs:X2',
    fault: 'the dead-letter queue is not of the same type',
    row: undefined,
    wrong: ({ Attributes }, { queue }) => otherType(targetIn(Attributes), queue),
  },
  {
    rule: 'sqs:X12',
    fault: 'the dead-letter queue does not allow this source',
    row: undefined,
    wrong: ({ Attributes }, ask) => denied(targetIn(Attributes), ask),
  },
];

/** What can be wrong with the three policies of a queue; for most of it no code is known (sqs:U16). */
export const policyChecks: readonly Check<Given>[] = [
  {
    rule: 'sqs:SA5',
    fault: 'the policy is not JSON',
    row: rows.attributeValue,
    wrong: ({ Attributes }, ask) => illegalPolicy(Attributes?.Policy, ask),
  },
  ...redriveChecks.map(unlessKept),
  {
    rule: 'sqs:X12',
    fault: `the redrive allow policy is neither allowAll, denyAll nor byQueue with at most ${limits.allowedSourcesMax} sources`,
    row: undefined,
    wrong: ({ Attributes }) => illegalAllowPolicy(Attributes?.RedriveAllowPolicy),
  },
];

/** A queue that is there may be asked for with the policy that it has, whatever that is worth (sqs:CQ4, sqs:DQ4). */
function unlessKept(check: Check<Given>): Check<Given> {
  const wrong = (given: Given, ask: Ask): Wrong => {
    const finding = check.wrong(given, ask);
    return finding !== false && isKept(given.Attributes?.RedrivePolicy, ask) ? 'free' : finding;
  };
  return { ...check, wrong };
}

function isKept(text: string | undefined, ask: Ask): boolean {
  const { facts, op, place, s, e } = ask;
  if (text === undefined || op.call !== 'CreateQueue' || existence(facts, place.name, ask) === 'no') return false;
  const meaning = (policy: string): string => canonical(policyOf(policy) ?? policy);
  return valuesOf(facts, place, 'RedrivePolicy', s, e).some(
    (had) => had !== undefined && meaning(had) === meaning(text),
  );
}

/** The ARN of the target of the redrive policy given, if there is one. */
function targetIn(attributes: QueueAttributes | undefined): string | undefined {
  const text = attributes?.RedrivePolicy;
  const arn = text ? parsed(text)?.deadLetterTargetArn : undefined;
  return typeof arn === 'string' ? arn : undefined;
}

/** What a policy that AWS takes has to say is out of scope, but that everybody may do something is surely one. */
function illegalPolicy(text: string | undefined, { facts }: Ask): Wrong {
  if (!text) return false;
  const policy = parsed(text);
  if (policy === undefined) return true;
  const { Statement: statements } = policy;
  const isWhole = Array.isArray(statements) && statements.length === 1 && isWholeStatement(statements[0]);
  return !(isWhole && facts.strict) && 'odd';
}

const isWholeStatement = (statement: unknown): boolean =>
  typeof statement === 'object' &&
  statement !== null &&
  ['Effect', 'Principal', 'Action', 'Resource'].every((member) => member in statement);

/** Both members are needed (sqs:X1); an empty text clears the policy (sqs:SA2). */
function malformed(text: string | undefined, clears: boolean): Wrong {
  if (text === undefined) return false;
  if (text === '') return !clears && 'odd';
  const policy = parsed(text);
  if (typeof policy?.deadLetterTargetArn !== 'string') return true;
  if (policy.maxReceiveCount === undefined) return true;
  return Object.keys(policy).length > 2 && 'odd';
}

function countOutside(text: string | undefined): Wrong {
  const count = text ? parsed(text)?.maxReceiveCount : undefined;
  if (count === undefined) return false;
  if (typeof count !== 'number' && !/^-?\d+$/.test(String(count))) return 'odd';
  return !(Number.isInteger(Number(count)) && Number(count) >= 1 && Number(count) <= limits.maxReceiveCountMax);
}

/** A target of another region or account is refused too, with a code that is not known (sqs:U16). */
function withoutTarget(arn: string | undefined, ask: Ask): Wrong {
  if (arn === undefined) return false;
  const target = queueOfArn(arn);
  if (target === ask.queue) return 'odd';
  const there = existence(ask.facts, target, ask);
  if (there === 'no') return true;
  if (arn !== arnOf(target)) return 'odd';
  return there === 'maybe' && doubt(ask);
}

const otherType = (arn: string | undefined, queue: string | undefined): boolean =>
  arn !== undefined && queue !== undefined && isFifo(queueOfArn(arn)) !== isFifo(queue);

/** Whether a source that has the target already is asked again, is not written. */
function denied(arn: string | undefined, ask: Ask): Wrong {
  const { facts, queue, s, e } = ask;
  const target = arn === undefined ? undefined : facts.queues.get(queueOfArn(arn));
  if (target === undefined || queue === undefined) return false;
  const there = existence(facts, target.name, ask);
  if (there === 'no') return false;
  const answers = valuesOf(facts, target, 'RedriveAllowPolicy', s, e).map((text) => allows(text, queue));
  if (answers.every((answer) => answer === true)) return false;
  if (answers.includes(undefined)) return 'odd';
  if (mayHaveTarget(target.name, ask)) return 'free';
  return (there === 'yes' && !answers.includes(true)) || doubt(ask);
}

/** May another call or the setup have given the source this target before? */
const mayHaveTarget = (target: string, { place, op, e }: Ask): boolean =>
  policyOf(place.initial?.RedrivePolicy)?.target === target ||
  place.writes.some(
    (write) => write.op !== op && write.s <= e && policyOf(write.attributes.RedrivePolicy)?.target === target,
  );

/** Does a redrive allow policy let the queue be a source? `undefined` where that is not written. */
function allows(text: string | undefined, queue: string): boolean | undefined {
  if (text === undefined) return true;
  if (illegalAllowPolicy(text) !== false) return undefined;
  const { redrivePermission, sourceQueueArns } = parsed(text) as {
    redrivePermission: string;
    sourceQueueArns?: string[];
  };
  return redrivePermission === 'allowAll' || (sourceQueueArns?.includes(arnOf(queue)) ?? false);
}

/** Does it say what a queue without one says (sqs:CQ7)? */
export const allowsAll = (text: string): boolean => parsed(text)?.redrivePermission === 'allowAll';

/** sqs:X12, sqs:Q20 */
function illegalAllowPolicy(text: string | undefined): Wrong {
  if (text === undefined) return false;
  if (text === '') return 'odd';
  const { redrivePermission, sourceQueueArns: arns, ...others } = parsed(text) ?? {};
  if (Object.keys(others).length > 0) return 'odd';
  if (redrivePermission !== 'byQueue')
    return !(redrivePermission === 'allowAll' || redrivePermission === 'denyAll') || arns !== undefined;
  // that there must be one is not written
  if (!Array.isArray(arns) || arns.length === 0) return 'odd';
  if (arns.length > limits.allowedSourcesMax) return true;
  return arns.some((arn) => arn !== arnOf(queueOfArn(String(arn)))) && 'odd';
}
