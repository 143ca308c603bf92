import { arnOf } from '../../src/core/calls.js';
import { limits } from '../../src/core/limits.js';
import { invalidAttributeValue, invalidParameter, missingParameter, overLimit } from './errors.js';
import { parseObject } from './json.js';
/** AddPermission writes one more statement into the policy (sqs:PM1). */
export function addPermission(sqs, queue, input, at) {
    const fault = faultOfPermission(sqs, input);
    if (fault !== undefined)
        return fault;
    const policy = policyOf(queue);
    const exists = policy.Statement.some(({ Sid }) => Sid === input.Label);
    // sqs:PM2
    if (!sqs.rules.allowsLabel(exists))
        return invalidParameter('Label', input.Label, 'Already exists.');
    const text = JSON.stringify({ ...policy, Statement: [...policy.Statement, statementOf(queue, input)] });
    const excess = faultOfPolicy(text);
    if (excess !== undefined)
        return excess;
    setPolicy(queue, text, at);
    if (sqs.rules.modifies('AddPermission'))
        queue.modifiedAt = at;
    return {};
}
/** RemovePermission takes the statement of that label out; the policy goes with its last one (sqs:PM2). */
export function removePermission(sqs, queue, { Label }, at) {
    const policy = policyOf(queue);
    const left = policy.Statement.filter(({ Sid }) => Sid !== Label);
    if (left.length === policy.Statement.length)
        return sqs.rules.removesUnknown() ? {} : noSuchLabel(queue, Label);
    const isKept = sqs.rules.keepsPolicy(left.length);
    setPolicy(queue, isKept ? JSON.stringify({ ...policy, Statement: left }) : undefined, at);
    if (sqs.rules.modifies('RemovePermission'))
        queue.modifiedAt = at;
    return {};
}
const noSuchLabel = (queue, label) => invalidParameter('Label', label, queue.attributes.Policy === undefined ? "can't find label." : "can't find label on existing policy.");
/** What is wrong with the input alone (sqs:PM3). */
function faultOfPermission(sqs, input) {
    const { Label, AWSAccountIds: accounts, Actions } = input;
    if (!label.test(Label))
        return invalidParameter('Label', Label, 'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length.');
    if (Actions.length === 0)
        return missingParameter('Actions');
    if (Actions.length > sqs.rules.actionsMax())
        return overLimit('Actions', Actions.length, limits.actionsMax);
    if (accounts.length === 0 || !accounts.every((id) => account.test(id)))
        return invalidParameter('PrincipalId', `[${accounts.join(', ')}]`, 'Unable to verify.');
    return undefined;
}
const label = /^[A-Za-z0-9_-]{1,80}$/;
const account = /^\d{12}$/;
/** The queue's policy, or the one that a first permission begins (sqs:PM1). */
function policyOf(queue) {
    const { Version = '2008-10-17', Id = `${arnOf(queue.name)}/SQSDefaultPolicy`, ...policy } = parseObject(queue.attributes.Policy ?? '{}') ?? {};
    return { Version, Id, ...policy, Statement: listOf(policy.Statement) };
}
const statementOf = (queue, { Label, AWSAccountIds, Actions }) => ({
    Sid: Label,
    Effect: 'Allow',
    Principal: { AWS: oneOrList(AWSAccountIds.map((id) => `arn:aws:iam::${id}:root`)) },
    Action: oneOrList(Actions.map((action) => `SQS:${action}`)),
    Resource: arnOf(queue.name),
});
const oneOrList = (texts) => (texts.length === 1 ? texts[0] : texts);
const listOf = (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
function setPolicy(queue, text, at) {
    const { Policy: _, ...others } = queue.attributes;
    queue.configure(text === undefined ? others : { ...others, Policy: text }, at);
}
/** sqs:PM3, bytes */
const policyMax = 8192;
/** A policy is a JSON object of limited size (sqs:PM3). */
export function faultOfPolicy(text) {
    const policy = parseObject(text);
    if (policy === undefined)
        return invalidAttributeValue('Policy');
    const bytes = Buffer.byteLength(text);
    if (bytes > policyMax)
        return overLimit('Policy bytes', bytes, policyMax);
    const statements = listOf(policy.Statement).map((statement) => (statement ?? {}));
    for (const [what, max, count] of parts) {
        const found = statements.reduce((sum, statement) => sum + count(statement), 0);
        if (found > max)
            return overLimit(what, found, max);
    }
    return undefined;
}
/** What a policy may have only so many of, and how many a statement has (sqs:PM3). */
const parts = [
    ['Statements', 20, () => 1],
    ['Principals', 50, ({ Principal = [] }) => partsOf(Principal).flatMap(listOf).length],
    ['Conditions', 10, ({ Condition = [] }) => partsOf(Condition).flatMap(partsOf).length],
];
const partsOf = (value) => typeof value === 'object' && value !== null ? Object.values(value) : [value];
