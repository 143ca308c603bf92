import { arnOf, isFifo, queueOfArn } from '../../src/core/calls.js';
import { limits } from '../../src/core/limits.js';
import { invalidParameter, wrongRedrivePolicy } from './errors.js';
import { parseObject } from './json.js';
import { within } from './validate.js';
/** A RedrivePolicy as written: the target's ARN, and the limit as number or text (sqs:X1). */
export function readPolicy(text) {
    const { deadLetterTargetArn: target, maxReceiveCount: max } = parseObject(text) ?? {};
    return { target, max };
}
/** Both members are needed, and a target that this queue may have (sqs:X1, sqs:X2, sqs:X12, sqs:U16, sqs:E40). */
export function faultOfRedrivePolicy(text, sqs, source) {
    const { target, max } = readPolicy(text);
    const refuse = (why) => wrongRedrivePolicy(text, why);
    if (typeof target !== 'string')
        return refuse('Redrive policy is not valid.');
    if (!isReceiveCount(max)) {
        const shown = typeof max === 'string' ? max : JSON.stringify(max);
        return refuse(`Invalid value for maxReceiveCount: ${shown}, valid values are from 1 to 1000 both inclusive.`);
    }
    const why = whyNotTarget(sqs, source, target);
    return why === undefined ? undefined : refuse(why);
}
/** A number or decimal text (sqs:A7), 1 to 1,000 (sqs:X1, sqs:Q19). */
function isReceiveCount(max) {
    const count = typeof max === 'string' && /^\d{1,4}$/.test(max) ? Number(max) : max;
    return within(count, 1, limits.maxReceiveCountMax);
}
/** Why the source may not send its dead letters to this ARN; undefined if it may. */
function whyNotTarget(sqs, source, arn) {
    const target = queueAt(sqs, arn);
    if (target === undefined)
        return 'Dead letter target does not exist.';
    if (!sqs.rules.allowsTarget(isFifo(source), isFifo(target.name)))
        return 'Dead-letter queue must be same type of queue as the source.';
    return allowsSource(sqs.rules, target, arnOf(source))
        ? undefined
        : 'Dead letter target does not allow this source queue.';
}
/** `byQueue` names 1 to 10 source queues, nothing else does (sqs:X12, sqs:Q20). */
export function faultOfAllowPolicy(text) {
    const { redrivePermission, sourceQueueArns } = parseObject(text) ?? {};
    const isRight = redrivePermission === 'byQueue'
        ? isListOfSources(sourceQueueArns)
        : ['allowAll', 'denyAll'].includes(redrivePermission) && sourceQueueArns === undefined;
    return isRight ? undefined : invalidParameter('RedriveAllowPolicy', text, 'Redrive allow policy is not valid.');
}
const isListOfSources = (arns) => Array.isArray(arns) &&
    within(arns.length, 1, limits.allowedSourcesMax) &&
    arns.every((arn) => typeof arn === 'string');
/** Whether a queue's RedriveAllowPolicy lets the source with this ARN use it for dead letters (sqs:X12). */
function allowsSource(rules, queue, arn) {
    const { redrivePermission = 'allowAll', sourceQueueArns = [] } = parseObject(queue.attributes.RedriveAllowPolicy ?? '{}') ?? {};
    return rules.allowsSource(redrivePermission, sourceQueueArns, arn);
}
/** The queue with this ARN, if there is one in this region and account (sqs:X2). */
export function queueAt(sqs, arn) {
    const queue = sqs.queues.get(queueOfArn(arn));
    return queue !== undefined && arnOf(queue.name) === arn ? queue : undefined;
}
/** The queues that send their dead letters to this one (sqs:LD1). */
export const sourcesOf = (sqs, queue) => [...sqs.queues.values()].filter((source) => sqs.rules.isSource(source, queue)).map(({ name }) => name);
