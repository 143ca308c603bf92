import { attributeOf } from './reading/attributes.js';
import { existence } from './reading/existence.js';
import { expiresFrom, possiblyWiped } from './reading/gone.js';
import { property } from './reading/judge.js';
import { nameOf, seconds, titleOf } from './reading/names.js';
import { blindBy } from './reading/receives.js';
import { deadLetterQueues } from './reading/redrive.js';
import { cancellationsOf, overBy, sightsOf } from './reading/task-life.js';
import { windowOf } from './reading/window.js';
export const moveTaskEnds = property({
    name: 'move-task-ends',
    claim: 'A move task ends, and what was available in its source is then at its destination.',
    judges: 'At the strict level, every accepted start: no list shows the task running after the time that it needs for all that may have been there; what was certainly available when it began does not come out of the source after that time, and in a drained history it comes from the destination.',
    forgives: 'Tasks that may have been cancelled or that may fail, messages that may have been in flight, delayed, deleted, purged or too old, and one that other tasks or receives without a known outcome may have taken.',
    blind: 'Tasks without a known outcome; how long a cancellation takes; messages of a FIFO queue that others received from.',
    source: ['sqs:I46', 'sqs:MT6', 'sqs:MT9', 'sqs:MT10', 'sqs:X20', 'sqs:X21', 'sqs:X22', 'sqs:L1'],
}, (facts, judgement) => {
    if (!facts.strict || facts.tasks.length === 0)
        return;
    const sights = sightsOf(facts);
    for (const task of facts.tasks) {
        if (task.outcome === 'unknown')
            continue;
        for (const sight of sights)
            if (sight.task === task)
                isStillRunning(facts, judgement, task, sight);
        if (!mayStop(facts, task))
            movesAll(facts, judgement, task);
    }
});
function isStillRunning(facts, judgement, task, { op, s, e, line }) {
    if (line.Status !== 'RUNNING')
        return;
    judgement.judged++;
    const end = overBy(facts, task, e);
    if (s <= end)
        return;
    const says = `${nameOf(op)} showed ${nameOf(task.op)} running at ${seconds(s)}`;
    judgement.violated(`${says}, but it cannot have had anything to do after ${seconds(end)}`, [op.id, task.op.id]);
}
/** May it end before it has moved all: by a cancellation, without a destination, at a message from nowhere (sqs:U21)? */
function mayStop(facts, task) {
    const { handle, source, destination } = task;
    if (cancellationsOf(facts).some((cancel) => cancel.handle === handle))
        return true;
    if (destination !== undefined)
        return !isThere(facts, destination, task);
    return facts.queue(source).sends.length > 0;
}
/** Does the queue exist from the start of the task on? */
const isThere = (facts, name, { op, s }) => existence(facts, name, { op, s, e: Number.POSITIVE_INFINITY }) === 'yes';
/** Judges every message that was certainly there to be moved. */
function movesAll(facts, judgement, task) {
    const source = facts.queue(task.source);
    if (blindBy(facts, source.name, Number.POSITIVE_INFINITY))
        return;
    for (const message of facts.messages) {
        if (message.sent?.result === undefined || !wasThere(facts, message, source, task))
            continue;
        const target = task.destination ?? cameFrom(message, source);
        if (target === undefined || !isThere(facts, target, task))
            continue;
        judgement.judged++;
        const next = message.deliveries.find(({ e }) => e >= task.s);
        if (next !== undefined)
            comesAgain(facts, judgement, task, next);
        else
            arrives(facts, judgement, task, message, facts.queue(target));
    }
}
/** Sent to the source or seen there before the start, out of delay and window, and not to be touched until it is over. */
function wasThere(facts, message, source, task) {
    const { s } = task;
    const sent = message.sent;
    const isSent = sent.place === source && sent.e + sent.delay.hi * 1000 + facts.late < s;
    const seen = message.deliveries.filter(({ queue, e }) => queue === source.name && e < s);
    if (!isSent && seen.length === 0)
        return false;
    const end = overBy(facts, task, Number.POSITIVE_INFINITY);
    if (source.isFifo && source.receives.some((receive) => receive.s <= end))
        return false;
    const isHidden = windowOf(facts, message, source.name, { s, e: end }).hi + facts.late > s;
    const mayLeave = deadLetterQueues(facts, source.name).size > 0 && seen.length > 0;
    return !isHidden && !mayLeave && message.deletes.every(({ outcome, s: at }) => outcome === 'refused' || at > end);
}
const cameFrom = ({ deliveries }, source) => deliveries.find(({ queue, deadLetteredFrom }) => queue === source.name && deadLetteredFrom !== undefined)
    ?.deadLetteredFrom;
/** It must not come out of the source any more. */
function comesAgain(facts, judgement, task, next) {
    const end = overBy(facts, task, next.s);
    if (next.queue !== task.source || next.s <= end)
        return;
    const says = `${nameOf(next.op)} delivered ${titleOf(next.of)} from ${next.queue} at ${seconds(next.s)}`;
    const must = `${nameOf(task.op)} must have moved it by ${seconds(end)}`;
    judgement.violated(`${says}, but ${must}`, [next.op.id, task.op.id]);
}
/** In a drained history it comes from somewhere, under a new id. */
function arrives(facts, judgement, task, message, target) {
    const sent = message.sent;
    const { MessageBody: body } = sent.entry;
    const others = facts.messages.some((other) => other !== message && other.deliveries[0]?.message.Body === body);
    if (others || (facts.history.drained && mayBeLost(facts, task, message, target)))
        return;
    const end = overBy(facts, task, Number.POSITIVE_INFINITY);
    const { hi: delay } = attributeOf(facts, target, 'DelaySeconds', task.s, Number.POSITIVE_INFINITY);
    const last = target.receives.find((poll) => provesEmpty(facts, poll, end + delay * 1000));
    if (!facts.history.drained || last === undefined || blindBy(facts, target.name, Number.POSITIVE_INFINITY)) {
        judgement.open(`the drain may have ended before ${titleOf(message)} was moved, or another call may have taken it`);
        return;
    }
    const says = `${nameOf(sent.op)} sent ${titleOf(message)}, and ${nameOf(task.op)} must have moved it to ${target.name} by ${seconds(end)}`;
    const found = `${nameOf(last.op)} found ${target.name} empty at ${seconds(last.e)}, and nobody has received it`;
    judgement.violated(`${says}, but ${found}`, [sent.op.id, task.op.id, last.op.id]);
}
function mayBeLost(facts, task, message, target) {
    const { drainEnd, tasks, early } = facts;
    if (target.isFifo && message.sent.queue === task.source)
        return true; // Its own deduplication id may meet another (sqs:U23).
    if (tasks.some((other) => other !== task && other.source === task.source))
        return true;
    if (message.deletes.some(({ outcome }) => outcome !== 'refused'))
        return true;
    const life = attributeOf(facts, target, 'MessageRetentionPeriod', task.s, Number.POSITIVE_INFINITY).lo * 1000;
    if (drainEnd >= Math.min(expiresFrom(facts, message), task.s + life) - early)
        return true;
    const places = [task.source, target.name, ...deadLetterQueues(facts, target.name)];
    return places.some((name) => possiblyWiped(facts, facts.queue(name), message.sent.s, drainEnd));
}
function provesEmpty({ history, late }, { s, e, outcome, wait, deliveries }, end) {
    const from = history.drainedFrom ?? Number.POSITIVE_INFINITY;
    return outcome === 'ok' && s >= from && deliveries.length === 0 && wait.lo > 0 && e > end + late;
}
