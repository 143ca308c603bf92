import { limits } from '../../src/core/limits.js';
import { tagKeys } from '../reading/tags.js';
import { isGiven, worst } from './check.js';
import { rows } from './rows.js';
/** What can be wrong with tags, wherever they are given (sqs:TG2). The codes are not known. */
const tagChecks = [
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
const keysOf = (tags) => Object.keys(tags ?? {});
const valuesOf = (tags) => Object.values(tags ?? {}).map(String);
const reserved = (key) => key.startsWith('aws:') || (/^aws:/i.test(key) && 'free');
/** Emulators refuse more than 50 tags; AWS says no more than that it does not recommend them. */
function tooMany(tags, ask) {
    const given = keysOf(tags);
    if (given.length > limits.tagsMax)
        return ask.facts.strict || 'free';
    if (ask.refusal === undefined)
        return false;
    return new Set([...tagKeys(ask.facts, ask.place), ...given]).size > limits.tagsMax && 'free';
}
const inTags = ({ Tags }) => ({ tags: Tags });
const inCreate = ({ tags }) => ({ tags });
/** The checks of tags for an input that has them somewhere. */
const on = (of) => [
    ...tagChecks.map(({ rule, fault, row, wrong }) => ({
        rule,
        fault,
        row,
        wrong: (input, ask) => wrong(of(input), ask),
    })),
    {
        rule: 'sqs:TG2',
        fault: `there are more than ${limits.tagsMax} tags`,
        row: rows.invalidParameter,
        wrong: (input, ask) => tooMany(of(input).tags, ask),
    },
];
export const createTags = on(inCreate);
/** What emulators make of an empty map or list, AWS is not known to. */
const emulated = (wrong, { facts }) => wrong && (facts.strict || 'free');
export const tagQueue = [
    { rule: 'sqs:OP4', fault: 'Tags are missing', row: rows.missing, wrong: ({ Tags }) => !isGiven(Tags) },
    {
        rule: 'sqs:TG2',
        fault: 'Tags are empty',
        row: rows.missing,
        wrong: ({ Tags }, ask) => emulated(isGiven(Tags) && keysOf(Tags).length === 0, ask),
    },
    ...on(inTags),
];
export const untagQueue = [
    { rule: 'sqs:OP4', fault: 'TagKeys are missing', row: rows.missing, wrong: ({ TagKeys }) => !isGiven(TagKeys) },
    {
        rule: 'sqs:TG2',
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
