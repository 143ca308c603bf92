import { type CallName, type Calls, callNames } from '../../src/core/calls.js';
import type { OpId } from '../../src/core/history.js';
import { limits } from '../../src/core/limits.js';
import { type Existence, existence } from '../reading/existence.js';
import { firstStatement, labelsOf, statementsIn, statementWrites } from '../reading/permissions.js';
import { lastBy, possibleValues } from '../reading/register.js';
import { type Ask, type Check, doubt, isGiven, type Wrong } from './check.js';
import { rows } from './rows.js';

type Addition = Calls['AddPermission']['input'];
interface Labelled {
  Label: string;
}

const labelMissing: Check<Labelled> = {
  rule: 'sqs:OP4',
  fault: 'Label is missing',
  row: rows.missing,
  wrong: ({ Label }) => !isGiven(Label) || (Label === '' && 'odd'),
};

/** Actions by name, all of them as *, and no batches, which go with the single calls. */
const isAction = (name: string): boolean =>
  name === '*' || (callNames.includes(name as CallName) && !name.endsWith('Batch'));

export const addPermission: readonly Check<Addition>[] = [
  labelMissing,
  {
    rule: 'sqs:OP4',
    fault: 'AWSAccountIds or Actions are missing',
    row: rows.missing,
    wrong: ({ AWSAccountIds, Actions }) => !isGiven(AWSAccountIds) || !isGiven(Actions),
  },
  {
    rule: 'sqs:PM3',
    fault: `Label is not 1 to ${limits.labelMax} letters, digits, hyphens and underscores`,
    row: undefined,
    wrong: ({ Label }) => Boolean(Label) && !(Label.length <= limits.labelMax && /^[\w-]+$/.test(Label)),
  },
  {
    rule: 'sqs:PM3',
    fault: `there are more than ${limits.actionsMax} actions`,
    row: rows.overLimit,
    wrong: ({ Actions }) => Actions?.length > limits.actionsMax,
  },
  {
    rule: 'sqs:PM3',
    fault: 'the accounts or actions are not known to exist',
    row: undefined,
    wrong: unknownParties,
  },
  {
    rule: 'sqs:PM3',
    fault: 'the policy would be too long',
    row: undefined,
    wrong: (_, ask) => ask.refusal !== undefined && mayBeFull(ask) && 'free',
  },
  {
    rule: 'sqs:PM2',
    fault: 'the label exists already',
    row: rows.invalidParameter,
    wrong: ({ Label }, ask) => {
      const there = has(Label, ask);
      return there === 'yes' || (there === 'maybe' && doubt(ask));
    },
    because: writer,
  },
];

export const removePermission: readonly Check<Labelled>[] = [
  labelMissing,
  {
    rule: 'sqs:PM2',
    fault: 'the label does not exist',
    row: rows.invalidParameter,
    wrong: ({ Label }, ask) => {
      const there = Label ? has(Label, ask) : 'yes';
      return there === 'no' || (there === 'maybe' && doubt(ask));
    },
    because: writer,
  },
];

/** Empty lists and names that no action has; AWS looks the accounts up as well. */
function unknownParties({ AWSAccountIds: accounts, Actions: actions }: Addition, { facts }: Ask): Wrong {
  if (!accounts || !actions) return false;
  const areRight = accounts.length > 0 && accounts.every((id) => /^\d{12}$/.test(id));
  if (!areRight || actions.length === 0 || !actions.every(isAction)) return 'odd';
  return !facts.strict && 'free';
}

/** Statements that a policy may have at most (sqs:PM3); far fewer fill its bytes. */
const statementsKept = 8;

function mayBeFull({ place }: Ask): boolean {
  const written = [place.initial?.Policy, ...place.writes.map(({ attributes }) => attributes.Policy)];
  const whole = Math.max(...written.map((text) => (text ? 1 + statementsIn(text).length : 0)));
  return whole + labelsOf(place).size > statementsKept;
}

/** Has the policy the label? `undefined` when there is no queue to have it. */
function has(label: string, ask: Ask): Existence | undefined {
  const { facts, place, op, s, e } = ask;
  const there = existence(facts, place.name, ask);
  if (there !== 'yes') return there === 'no' ? undefined : there;
  const writes = statementWrites(place, label).filter((write) => write.op !== op);
  const found = possibleValues(facts, firstStatement(place, label), writes, s, e).map((value) => value !== undefined);
  if (!found.includes(false)) return 'yes';
  return found.includes(true) ? 'maybe' : 'no';
}

function writer({ Label }: Labelled, { place, op, s }: Ask): OpId[] {
  const writes = statementWrites(place, Label).filter((write) => write.op !== op);
  return lastBy(writes, s).map((write) => write.op.id);
}
