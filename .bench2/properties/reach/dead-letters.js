import { arnOf } from '../../src/core/calls.js';
import { redriveOf } from '../reading/redrive.js';
import { isFirst, scene } from './reach.js';
const moved = scene((facts) => facts.moved, [
    { name: 'dead letter delivered', seen: ({ deadLetteredFrom }) => deadLetteredFrom !== undefined },
    {
        name: 'dead letter of a dead letter',
        seen: ({ of, deadLetteredFrom }) => deadLetteredFrom !== undefined && deadLetteredFrom !== of.sent.queue,
    },
    { name: 'dead letter exactly at the limit', seen: isExact },
]);
/** Was it delivered from its own queue exactly as often as the limit allows, and then from the dead-letter queue? */
function isExact(d, facts) {
    const { sent, deliveries } = d.of;
    if (sent === undefined || d.deadLetteredFrom !== sent.queue || !isFirst(d))
        return false;
    const { lo, hi } = redriveOf(facts, sent.place, sent.s, d.e);
    const before = deliveries.filter(({ queue }) => queue === sent.queue).length;
    return lo === hi && before === lo && d.count === lo + 1;
}
const redriven = scene(({ tasks, deliveries }) => (tasks.length === 0 ? [] : deliveries), [{ name: 'message moved back by a task', seen: ({ of }) => of.sent?.op.call === 'StartMessageMoveTask' }]);
function* listed({ tasks, history }) {
    if (tasks.length === 0)
        return;
    for (const { call, reply } of history.ops)
        if (call === 'ListMessageMoveTasks' && reply.kind === 'ok')
            yield* reply.output.Results ?? [];
}
const isMidway = ({ ApproximateNumberOfMessagesMoved: moved, ApproximateNumberOfMessagesToMove: all = 0 }) => moved > 0 && moved < all;
const tasks = scene(listed, [
    { name: 'move task still running', seen: ({ Status }) => Status === 'RUNNING' },
    { name: 'move task completed', seen: ({ Status }) => Status === 'COMPLETED' },
    { name: 'move task cancelled midway', seen: (task) => task.Status === 'CANCELLED' && isMidway(task) },
    { name: 'move task failed', seen: ({ Status }) => Status === 'FAILED' },
]);
const starts = scene(({ tasks, history }) => (tasks.length === 0 ? [] : history.ops), [{ name: 'second move task refused', seen: (op, { tasks }) => tasks.some((task) => isSecond(op, task)) }]);
/** Was the task running, as the answer says, when the op tried to start another one of its source (sqs:E43)? */
const isSecond = (op, { source, e }) => op.call === 'StartMessageMoveTask' &&
    op.input.SourceArn === arnOf(source) &&
    op.invoked > e &&
    op.reply.kind === 'error' &&
    op.reply.message.startsWith('There is already a task running.');
/** Dead letters and move tasks. */
export const deadLetters = [moved, redriven, tasks, starts];
