import { arnOf } from '../../src/core/calls.js';
import { canonical } from '../../src/core/canonical.js';
import { nameOf } from './names.js';
import { parsed } from './redrive.js';
import { lastBy, possibleValues } from './register.js';
/** What calls wrote, or may have written, under one label of the queue's policy; undefined where they took it away. */
export function statementWrites(facts, queue, label) {
    const writes = [];
    for (const called of facts.calls) {
        if (called.place !== queue || called.outcome === 'refused')
            continue;
        const written = writtenBy(queue, called, label);
        if (written !== undefined)
            writes.push(written);
    }
    return writes;
}
/** The statement that the setup's policy has under the label. */
export const firstStatement = ({ initial }, label) => statementIn(initial?.Policy, label);
/** All labels that AddPermission may have written. */
export function labelsOf(facts, queue) {
    const labels = new Set();
    for (const { place, op, outcome } of facts.calls)
        if (place === queue && op.call === 'AddPermission' && outcome !== 'refused')
            labels.add(op.input.Label);
    return labels;
}
/** Was the policy written as a whole too, by the setup or by a call? */
export const isWrittenWhole = ({ initial, writes }) => Boolean(initial?.Policy) || writes.some(({ attributes }) => attributes.Policy !== undefined);
function writtenBy(queue, { op, s, e, outcome: answered }, label) {
    const outcome = answered === 'ok' ? 'ok' : 'unknown';
    switch (op.call) {
        case 'AddPermission':
            return op.input.Label === label ? { op, s, e, outcome, value: permitted(queue, op.input) } : undefined;
        case 'RemovePermission':
            return op.input.Label === label ? { op, s, e, outcome, value: undefined } : undefined;
        case 'SetQueueAttributes':
        case 'CreateQueue': {
            const write = queue.writes.find((other) => other.op === op);
            if (write === undefined || !(write.created || write.attributes.Policy !== undefined))
                return undefined;
            return { op, s, e: write.e, outcome: write.outcome, value: statementIn(write.attributes.Policy, label) };
        }
        default:
            return undefined;
    }
}
/** The statement that AddPermission writes (sqs:PM1). */
const permitted = (queue, { Label, AWSAccountIds, Actions }) => normal({
    Sid: Label,
    Effect: 'Allow',
    Principal: { AWS: (AWSAccountIds ?? []).map((id) => `arn:aws:iam::${id}:root`) },
    Action: (Actions ?? []).map((action) => `SQS:${action}`),
    Resource: arnOf(queue.name),
});
function statementIn(policy, label) {
    const statement = statementsIn(policy ?? '').find((one) => one?.Sid === label);
    return statement === undefined ? undefined : normal(statement);
}
export function statementsIn(policy) {
    const { Statement } = parsed(policy) ?? {};
    if (Array.isArray(Statement))
        return Statement;
    return Statement === undefined ? [] : [Statement];
}
/** A list of one is that one, a list is in order, and all partitions and regions are alike. */
export const normal = (statement) => canonical(sorted(statement));
function sorted(value) {
    if (Array.isArray(value))
        return value.length === 1 ? sorted(value[0]) : value.map(sorted).map(canonical).sort();
    if (typeof value === 'string')
        return value.replace(/^arn:[\w-]+:iam:/, 'arn:aws:iam:');
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, sorted(member)]));
}
/** Has AddPermission or RemovePermission written, or may it have written, anything into the policy of the queue? */
export const isPermitted = (facts, queue) => facts.calls.some(({ call, place, outcome }) => (call === 'AddPermission' || call === 'RemovePermission') && place === queue && outcome !== 'refused');
/**
 * What is wrong with the policy that permissions alone have made: it has the statement of every label that is certainly
 * there, as AddPermission writes it, no others, and goes with the last one (sqs:PM1, sqs:PM2).
 */
export function faultOfPolicy(facts, queue, text, from, to) {
    const head = text === undefined ? undefined : faultOfHead(queue, text);
    if (head !== undefined)
        return { says: head, because: [] };
    const shown = statementsIn(text ?? '').map((statement) => ({ label: sidOf(statement), text: normal(statement) }));
    for (const label of new Set([...labelsOf(facts, queue), ...shown.map((statement) => statement.label)])) {
        const writes = statementWrites(facts, queue, label);
        const legal = possibleValues(facts, undefined, writes, from, to);
        const found = shown.filter((statement) => statement.label === label);
        const because = lastBy(writes, to);
        if (found.length > 1)
            return { says: `with ${label} twice`, because };
        if (!legal.includes(found[0]?.text))
            return { says: faultOf(label, found.length > 0, legal, because), because };
    }
    return undefined;
}
function faultOfHead(queue, text) {
    const { Version, Id, Statement } = parsed(text) ?? {};
    if (Version !== '2008-10-17')
        return `of Version ${Version}, but AddPermission writes 2008-10-17 (sqs:PM1)`;
    if (Id !== `${arnOf(queue.name)}/SQSDefaultPolicy`)
        return `with the Id ${Id}, which AddPermission does not write (sqs:PM1)`;
    return Array.isArray(Statement) && Statement.length > 0
        ? undefined
        : 'without a statement, but it goes with the last one (sqs:PM2)';
}
function faultOf(label, isShown, legal, because) {
    const by = because.map(({ op }) => ` (${nameOf(op)})`).join('');
    if (!isShown)
        return `without ${label}, but that permission was there${by}`;
    if (legal.some((statement) => statement !== undefined))
        return `with another ${label} than AddPermission wrote${by}`;
    return `with ${label}, but there was no such permission${by}`;
}
const sidOf = (statement) => String(statement?.Sid);
