import { arnOf } from '../../src/core/calls.js';
import { parsed } from './redrive.js';
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
const permitted = (queue, { Label, AWSAccountIds, Actions }) => ({
    Sid: Label,
    Effect: 'Allow',
    Principal: { AWS: (AWSAccountIds ?? []).map((id) => `arn:aws:iam::${id}:root`) },
    Action: (Actions ?? []).map((action) => `SQS:${action}`),
    Resource: arnOf(queue.name),
});
const statementIn = (policy, label) => statementsIn(policy ?? '').find((statement) => sidOf(statement) === label);
/** The label of a statement. */
export const sidOf = (statement) => String(statement.Sid);
export function statementsIn(policy) {
    const { Statement } = parsed(policy) ?? {};
    const list = Array.isArray(Statement) ? Statement : [Statement];
    return list.filter((statement) => typeof statement === 'object' && statement !== null);
}
/** Has AddPermission or RemovePermission written, or may it have written, anything into the policy of the queue? */
export const isPermitted = (facts, queue) => facts.calls.some(({ call, place, outcome }) => (call === 'AddPermission' || call === 'RemovePermission') && place === queue && outcome !== 'refused');
