import { queueOfArn } from '../../src/core/calls.js';
import { valuesOf } from './attributes.js';
import { widen } from './lists.js';
/** A queue's redrive policy as text, read; undefined when there is none, or none that a service takes (sqs:X1). */
export function policyOf(text) {
    if (text === undefined || text === '')
        return undefined;
    let policy = policies.get(text);
    if (policy === undefined) {
        if (policies.size >= 1000)
            policies.clear();
        policy = readPolicy(text);
        policies.set(text, policy);
    }
    return policy ?? undefined;
}
const policies = new Map();
function readPolicy(text) {
    const { deadLetterTargetArn, maxReceiveCount } = parsed(text) ?? {};
    const max = Number(maxReceiveCount);
    if (typeof deadLetterTargetArn !== 'string' || !(max >= 1))
        return null;
    return { target: queueOfArn(deadLetterTargetArn), max };
}
const objects = new Map();
/** The members of the JSON object that the text is; undefined if it is none. */
export function parsed(text) {
    let members = objects.get(text);
    if (members === undefined) {
        if (objects.size >= 1000)
            objects.clear();
        members = read(text);
        objects.set(text, members);
    }
    return members ?? undefined;
}
function read(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' ? value : null;
    }
    catch {
        return null;
    }
}
/**
 * The maxReceiveCount that may have been in force in [from, to]: lowest and highest; Infinity stands for no policy.
 * `target` is the dead-letter queue when all policies in force agree on one.
 */
export function redriveOf(facts, queue, from, to) {
    if (queue.redrive !== undefined)
        return queue.redrive;
    const texts = valuesOf(facts, queue, 'RedrivePolicy', from, to);
    const redrive = agreed(texts);
    if (queue.lasting.get('RedrivePolicy') !== 'written')
        queue.redrive = redrive;
    return redrive;
}
function agreed(texts) {
    const first = policyOf(texts[0])?.target;
    const redrive = { lo: Number.POSITIVE_INFINITY, hi: Number.NEGATIVE_INFINITY, target: first };
    for (const text of texts) {
        const policy = policyOf(text);
        widen(redrive, policy?.max ?? Number.POSITIVE_INFINITY);
        if (policy?.target !== first)
            redrive.target = undefined;
    }
    return redrive;
}
/** The queue that dead letters of `queue` went to at any time of the run, following no chain. */
export function deadLetterQueueOf(facts, queue) {
    const { initial, writes } = facts.queue(queue);
    const first = policyOf(initial?.RedrivePolicy)?.target;
    if (first !== undefined || writes.length === 0)
        return first;
    for (const write of writes) {
        const target = policyOf(write.attributes.RedrivePolicy)?.target;
        if (target !== undefined)
            return target;
    }
    return undefined;
}
/** Did a policy of the queue, at any time of the run, name `target`? */
export const leadsTo = ({ initial, writes }, target) => policyOf(initial?.RedrivePolicy)?.target === target ||
    writes.some(({ attributes }) => policyOf(attributes.RedrivePolicy)?.target === target);
/** All queues that moves can have led to from `queue`, along every policy of the run: the whole chain. */
export const deadLetterQueues = (facts, queue) => behind(facts, facts.queue(queue));
export function behind(facts, queue) {
    if (queue.behind === undefined) {
        const found = new Set();
        follow(facts, queue, found);
        queue.behind = found.size === 0 ? nowhere : found;
    }
    return queue.behind;
}
function follow(facts, { initial, writes }, found) {
    lead(facts, initial?.RedrivePolicy, found);
    for (const { attributes } of writes)
        lead(facts, attributes.RedrivePolicy, found);
}
function lead(facts, policy, found) {
    const target = policyOf(policy)?.target;
    if (target === undefined || found.has(target))
        return;
    found.add(target);
    follow(facts, facts.queue(target), found);
}
const nowhere = new Set();
