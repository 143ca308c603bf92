import { expiresFrom, possiblyMoved, possiblyRedriven } from './gone.js';
import { mayWait } from './line.js';
import { nameOf, seconds, titleOf } from './names.js';
const nobody = [];
export function waitsOf(queue) {
    queue.waits ??= waitsAmong(queue.receives);
    return queue.waits;
}
function waitsAmong(receives) {
    const waits = { polls: [], longest: 0, lastEnd: Number.NEGATIVE_INFINITY };
    for (const receive of receives)
        addTo(waits, receive);
    return waits;
}
function addTo(waits, receive) {
    const { s, e, outcome, wait } = receive;
    if (outcome !== 'ok' || wait.lo === 0 || e === s)
        return;
    waits.polls.push(receive);
    waits.longest = Math.max(waits.longest, e - s);
    waits.lastEnd = Math.max(waits.lastEnd, e);
}
/** The long polls of the queue that were open at `at`, the last one first. */
export function openAt(queue, at) {
    const { polls, longest, lastEnd } = waitsOf(queue);
    if (at > lastEnd || polls[0].s > at)
        return nobody;
    let open = nobody;
    for (let index = begunBy(polls, at) - 1; index >= 0 && polls[index].s >= at - longest; index--)
        if (polls[index].e >= at) {
            if (open === nobody)
                open = [];
            open.push(polls[index]);
        }
    return open;
}
/** Was any long poll of the queue open at some instant of [from, to]? */
export function isOpenWithin(queue, from, to) {
    const { polls, longest, lastEnd } = waitsOf(queue);
    if (from > lastEnd || to < from)
        return false;
    for (let index = begunBy(polls, to) - 1; index >= 0 && polls[index].s >= from - longest; index--)
        if (polls[index].e >= from)
            return true;
    return false;
}
/** How many of the polls began by `at`. */
function begunBy(polls, at) {
    let low = 0;
    let high = polls.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (polls[middle].s <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
/**
 * A long poll that is open while a message becomes available answers at once (sqs:P3, sqs:P7, sqs:P8). Who takes the
 * message and with what a poll answers is free (sqs:P9), but no poll goes on waiting beside a message that is there.
 */
export function answersInTime(facts, judgement, polls, ready, late) {
    const limit = ready.at + late;
    for (const poll of polls) {
        if (poll.deliveries.length > 0 && poll.e <= limit)
            judgement.judged++;
        else if (isOverdue(facts, poll, limit) && isBreach(facts, judgement, ready, poll, limit))
            return;
    }
}
/** Did it certainly wait beyond `limit`? How long before a slow reply the service had answered nobody knows. */
function isOverdue(facts, { op, s, e, wait, deliveries }, limit) {
    if (deliveries.length > 0)
        return e > limit && op.fault !== 'slow-reply';
    return s + wait.lo * 1000 - facts.early > limit;
}
function isBreach(facts, judgement, ready, poll, limit) {
    const { message, at, cause } = ready;
    const touch = firstTouch(facts, ready, poll, limit);
    if (touch === 'known')
        return false;
    if (touch !== undefined) {
        judgement.open(`${nameOf(touch.op)} may have touched ${titleOf(message)}, and its outcome is not known`);
        return false;
    }
    judgement.judged++;
    const came = poll.deliveries.length === 0 ? 'came back empty' : 'answered only then';
    const says = `${nameOf(poll.op)} waited from ${seconds(poll.s)} to ${seconds(poll.e)} and ${came}`;
    const there = `${titleOf(message)} was there for it from ${seconds(at)} on: ${ready.story()}`;
    judgement.violated(`${says}, but ${there}`, [poll.op.id, cause.op.id]);
    return true;
}
/**
 * What may have kept the message from the poll by `limit`: a call, the end of its life, a move, its group. `known` if something of
 * known outcome did, else the call without a known outcome that may have; undefined if the message was there.
 */
function firstTouch(facts, ready, poll, limit) {
    const { message, queue } = ready;
    const { sent } = message;
    if (sent === undefined || limit >= expiresFrom(facts, message) - facts.early)
        return 'known';
    let unknown;
    for (const call of touchesOf(facts, ready, sent.s, poll.s)) {
        if (call.s > limit || call.op === poll.op)
            continue;
        if (call.op.reply.kind !== 'unknown')
            return 'known';
        unknown = call;
    }
    if (unknown !== undefined)
        return unknown;
    if (possiblyRedriven(facts, message, limit))
        return 'known';
    if (mayWait(facts, message, queue, ready.at, limit, poll.op))
        return 'known';
    const took = poll.deliveries.some(({ of }) => of === message);
    return !took && possiblyMoved(facts, message, queue, limit) ? 'known' : undefined;
}
/** A poll that began before the queue was deleted waits for a queue that is no more, even if there is a new one. */
const touchesOf = (facts, { message, queue, later }, sentAt, pollFrom) => [
    ...later(),
    ...message.deletes.filter(({ outcome }) => outcome !== 'refused'),
    ...queue.wipes.filter(({ e }) => e + facts.wipeLag >= sentAt),
    ...queue.wipes.filter(({ kind, e }) => kind === 'delete-queue' && e + facts.wipeLag >= pollFrom),
    ...queue.blindReceives,
];
