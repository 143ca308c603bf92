import { arnOf, isFifo, queueOfArn } from '../../src/core/calls.js';
import { limits } from '../../src/core/limits.js';
import { invalidParameter, invalidTaskHandle, invalidValue, noDeadLetterQueue, outsideRange, resourceNotFound, taskDoesNotExist, taskIsRunning, wrongArn, } from './errors.js';
import { parseObject } from './json.js';
import { queueAt, sourcesOf } from './redrive-policy.js';
import { within } from './validate.js';
/** StartMessageMoveTask (sqs:MT1, sqs:MT2). */
export function startMoveTask(sqs, input, at) {
    const { SourceArn, DestinationArn, MaxNumberOfMessagesPerSecond: rate } = input;
    const fault = faultOfStart(sqs, input);
    if (fault !== undefined)
        return fault;
    const source = queueAt(sqs, SourceArn);
    sqs.turn(source, at);
    const task = {
        id: sqs.tasks.newId(),
        source,
        destination: DestinationArn,
        rate,
        startedAt: at,
        toMove: source.available,
        before: source.arrivals,
        status: 'RUNNING',
        moved: 0,
        nextAt: at,
        failure: undefined,
    };
    sqs.tasks.add(task);
    return { TaskHandle: handleOf(task) };
}
function faultOfStart(sqs, input) {
    const { SourceArn, DestinationArn, MaxNumberOfMessagesPerSecond: rate } = input;
    if (rate !== undefined && !within(rate, 1, limits.moveRateMax))
        return outsideRange('MaxNumberOfMessagesPerSecond', rate, 'between 1 and 500');
    const fault = faultOfArn(sqs, 'SourceArn', SourceArn);
    if (fault !== undefined)
        return fault;
    const source = queueAt(sqs, SourceArn);
    // sqs:E41
    if (sqs.rules.needsSources() && sourcesOf(sqs, source).length === 0)
        return noDeadLetterQueue();
    return faultOfDestination(sqs, source, DestinationArn) ?? faultOfActive(sqs, source);
}
/** It exists and is another queue of the same type (sqs:MT2, sqs:MT5). */
function faultOfDestination(sqs, source, arn) {
    if (arn === undefined)
        return undefined;
    const fault = faultOfArn(sqs, 'DestinationArn', arn);
    if (fault !== undefined)
        return fault;
    const name = queueOfArn(arn);
    if (name === source.name)
        return invalidParameter('DestinationArn', arn, 'Must not be the source queue.');
    return sqs.rules.allowsTarget(isFifo(source.name), isFifo(name))
        ? undefined
        : invalidParameter('DestinationArn', arn, 'Must be same type of queue as the source.');
}
/** One active task for each source, and only so many in all (sqs:E43, sqs:Q17). */
function faultOfActive(sqs, source) {
    const { active } = sqs.tasks;
    const here = [...active].filter((task) => task.source === source).length;
    if (here >= sqs.rules.activeTasksOfSource())
        return taskIsRunning();
    if (active.size >= sqs.rules.activeTasksMax())
        return invalidValue(`There are already ${active.size} active tasks. No more are allowed at a given time.`);
    return undefined;
}
/** It has the form of an ARN (sqs:E46) and is that of a queue (sqs:E42). */
function faultOfArn(sqs, member, arn) {
    if (!/^arn:[^:]+:[^:]+:[^:]*:[^:]*:[^:]+$/.test(arn))
        return wrongArn(member);
    return queueAt(sqs, arn) === undefined ? resourceNotFound(member) : undefined;
}
/** ListMessageMoveTasks, the newest first (sqs:MT7). */
export function listMoveTasks(sqs, { SourceArn, MaxResults = 1 }) {
    if (!within(MaxResults, 1, limits.moveTasksMax))
        return outsideRange('MaxResults', MaxResults, 'between 1 and 10');
    const fault = faultOfArn(sqs, 'SourceArn', SourceArn);
    if (fault !== undefined)
        return fault;
    const tasks = sqs.rules.tasksListed(sqs.tasks.of(queueOfArn(SourceArn))).slice(0, MaxResults);
    return tasks.length === 0 ? {} : { Results: tasks.map((task) => shown(sqs, task)) };
}
/** A task as it is listed (sqs:MT7). */
function shown(sqs, task) {
    const { source, destination, rate, status, moved, toMove, startedAt, failure } = task;
    const result = {
        Status: status,
        SourceArn: arnOf(source.name),
        ApproximateNumberOfMessagesMoved: sqs.rules.movedShown(moved),
        ApproximateNumberOfMessagesToMove: toMove,
        StartedTimestamp: sqs.epoch + startedAt,
    };
    if (destination !== undefined)
        result.DestinationArn = destination;
    if (rate !== undefined)
        result.MaxNumberOfMessagesPerSecond = rate;
    if (failure !== undefined)
        result.FailureReason = failure;
    if (sqs.rules.showsTaskHandle(status))
        result.TaskHandle = handleOf(task);
    return result;
}
/** CancelMessageMoveTask (sqs:MT8). */
export function cancelMoveTask(sqs, { TaskHandle }, at) {
    const { taskId, sourceArn } = readHandle(TaskHandle) ?? {};
    if (typeof taskId !== 'string' || typeof sourceArn !== 'string')
        return invalidTaskHandle();
    if (queueAt(sqs, sourceArn) === undefined)
        return resourceNotFound('SourceArn');
    const task = sqs.tasks.of(queueOfArn(sourceArn)).find(({ id }) => id === taskId);
    if (task === undefined || !sqs.rules.cancels(task.status))
        return taskDoesNotExist();
    if (sqs.rules.cancelStops()) {
        task.status = 'CANCELLING';
        sqs.tasks.schedule(task, at + sqs.rules.cancellingLasts() * 1000);
    }
    return { ApproximateNumberOfMessagesMoved: sqs.rules.movedShown(task.moved) };
}
/** Base64 of JSON (sqs:MT3). */
const handleOf = ({ id, source }) => Buffer.from(JSON.stringify({ taskId: id, sourceArn: arnOf(source.name) })).toString('base64');
const readHandle = (text) => parseObject(Buffer.from(text, 'base64').toString());
