import type { Calls, Tags } from '../../src/core/calls.js';
import { limits } from '../../src/core/limits.js';
import { tagKeys } from '../reading/tags.js';
import { type Ask, type Check, isGiven, type Wrong, worst } from './check.js';
import { rows } from './rows.js';

interface Tagged {
  tags: Tags | undefined;
}

/** What can be wrong with tags, wherever they are given (sqs:TG2). The codes are not known. */
const tagChecks: readonly Check<Tagged>[] = [
  {
    rule: 'sqs:TG2',
    fault: `a tag key is not 1 to ${limits.tagKeyMax} characters`,
    row: undefined,
    wrong: ({ tags }) => keysOf(tags).some((key) => key.length < 1 || key.length > limits.tagKeyMax),
  },
  {
    rule: 'sqs:TG2',
    fault: `a tag value is longer than ${limits.tagValueMax} characters`,
    row: undefined,
    wrong: ({ tags }) => valuesOf(tags).some((value) => value.length > limits.tagValueMax),
  },
  {
    rule: 'sqs:TG2',
    fault: 'a tag has a character that SQS does not allow',
    row: undefined,
    wrong: ({ tags }) => ![...keysOf(tags), ...valuesOf(tags)].every((text) => /^[\p{L}\p{N}\s_.:/=+@-]*$/u.test(text)),
  },
  {
    rule: 'sqs:TG2',
    fault: 'a tag key begins with aws:',
    row: undefined,
    wrong: ({ tags }) => worst(keysOf(tags).map(reserved)),
  },
];

const keysOf = (tags: Tags | undefined): string[] => Object.keys(tags ?? {});
const valuesOf = (tags: Tags | undefined): string[] => Object.values(tags ?? {}).map(String);

const reserved = (key: string): Wrong => key.startsWith('aws:') || (/^aws:/i.test(key) && 'free');

/** Emulators refuse more than 50 tags; AWS says no more than that it does not recommend them (sqs:TG3). */
function tooMany(tags: Tags | undefined, ask: Ask): Wrong {
  const given = keysOf(tags);
  if (given.length > limits.tagsMax) return ask.facts.strict || 'free';
  if (ask.refusal === undefined) return false;
  return new Set([...tagKeys(ask.place), ...given]).size > limits.tagsMax && 'free';
}

const inTags = ({ Tags }: Calls['TagQueue']['input']): Tagged => ({ tags: Tags });
const inCreate = ({ tags }: Calls['CreateQueue']['input']): Tagged => ({ tags });

/** The checks of tags for an input that has them somewhere. */
const on = <Input>(of: (input: Input) => Tagged): Check<Input>[] => [
  ...tagChecks.map(({ rule, fault, row, wrong }) => ({
    rule,
    fault,
    row,
    wrong: (input: Input, ask: Ask) => wrong(of(input), ask),
  })),
  {
    rule: 'sqs:TG3',
    fault: `there are more than ${limits.tagsMax} tags`,
    row: rows.invalidParameter,
    wrong: (input: Input, ask: Ask) => tooMany(of(input).tags, ask),
  },
];

export const createTags: readonly Check<Calls['CreateQueue']['input']>[] = on(inCreate);

/** What emulators make of an empty map or list, AWS is not known to (sqs:TG3). */
const emulated = (wrong: boolean, { facts }: Ask): Wrong => wrong && (facts.strict || 'free');

export const tagQueue: readonly Check<Calls['TagQueue']['input']>[] = [
  { rule: 'sqs:OP4', fault: 'Tags are missing', row: rows.missing, wrong: ({ Tags }) => !isGiven(Tags) },
  {
    rule: 'sqs:TG3',
    fault: 'Tags are empty',
    row: rows.missing,
    wrong: ({ Tags }, ask) => emulated(isGiven(Tags) && keysOf(Tags).length === 0, ask),
  },
  ...on(inTags),
];

export const untagQueue: readonly Check<Calls['UntagQueue']['input']>[] = [
  { rule: 'sqs:OP4', fault: 'TagKeys are missing', row: rows.missing, wrong: ({ TagKeys }) => !isGiven(TagKeys) },
  {
    rule: 'sqs:TG3',
    fault: 'TagKeys are empty',
    row: rows.invalidParameter,
    wrong: ({ TagKeys }, ask) => emulated(isGiven(TagKeys) && TagKeys.length === 0, ask),
  },
  {
    rule: 'sqs:TG2',
    fault: `a tag key is not 1 to ${limits.tagKeyMax} characters`,
    row: rows.invalidParameter,
    wrong: ({ TagKeys }) => (TagKeys ?? []).some((key) => key.length < 1 || key.length > limits.tagKeyMax) && 'free',
  },
];
