import { deliveryBefore, endOfWindow, isFifo, isFirst, scene } from './reach.js';
/** Did the poll wait and then answer with this message? */
const isWoken = ({ receive }) => receive.wait.lo > 0 && receive.e > receive.s;
/** Did the message's delay end at the instant of the answer? */
const isDelayed = ({ of: { sent }, e }) => sent !== undefined && sent.delay.lo > 0 && sent.s + sent.delay.lo * 1000 === e;
/** Did its window? */
function isBack(d) {
    const before = deliveryBefore(d);
    return before !== undefined && before.receive.visibility.lo > 0 && endOfWindow(before) === d.e;
}
/** Was another message of its group deleted at the instant of the answer? */
const isUnlocked = (d) => isFifo(d) &&
    d.receive.place.sends.some(({ group, message }) => group === d.of.sent?.group &&
        message !== d.of &&
        message?.deletes.some(({ outcome, s }) => outcome === 'ok' && s === d.e));
/** Was another message of its group due for the dead-letter queue at the instant of the answer, and went there? */
const isFreed = (d) => isFifo(d) &&
    isFirst(d) &&
    d.receive.place.sends.some(({ group, message }) => {
        if (group !== d.of.sent?.group || message === undefined || message === d.of)
            return false;
        const last = message.deliveries.findLast(({ queue }) => queue === d.queue);
        return last !== undefined && endOfWindow(last) === d.e && message.deliveries.at(-1) !== last;
    });
/** What woke polls: each cause of sqs:P8. */
const woken = scene(({ deliveries }) => deliveries.filter(isWoken), [
    { name: 'poll woken by a send', seen: (d) => d.of.sent?.s === d.e && isFirst(d) },
    { name: 'poll woken by the end of a delay', seen: (d) => isDelayed(d) && isFirst(d) },
    { name: 'poll woken by the end of a window', seen: isBack },
    { name: 'poll woken by a change', seen: (d) => d.of.changes.some(({ s }) => s === d.e) },
    { name: 'poll woken by a delete in its group', on: 'fifo', seen: isUnlocked },
    { name: 'poll woken by a head that became a dead letter', on: 'fifo', seen: isFreed },
    { name: 'poll woken by a dead letter', seen: (d) => d.deadLetteredFrom !== undefined && isFirst(d) },
    {
        name: 'poll woken by a move task',
        seen: (d) => d.of.sent?.op.call === 'StartMessageMoveTask' && isFirst(d),
    },
]);
const waiting = scene(({ receives }) => receives.filter(({ s, e, outcome }) => outcome === 'ok' && e > s), [
    {
        name: 'long poll that stays empty',
        seen: (r) => r.wait.lo > 0 && r.deliveries.length === 0 && r.op.step !== undefined,
    },
    {
        name: 'two polls on one queue',
        seen: (r) => r.place.receives.some((other) => other.s > r.s && other.s < r.e && other.e > other.s),
    },
]);
export const polls = [woken, waiting];
