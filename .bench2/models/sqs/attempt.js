import { attemptIsOver } from './errors.js';
import { shown } from './received.js';
/** Remembers what a receive under an attempt id took, unless it is nothing (sqs:F43). */
export function keepAttempt(sqs, queue, input, taken, at) {
    const key = input.ReceiveRequestAttemptId;
    if (key === undefined || queue.fifo === undefined || !sqs.rules.keepsAttempt(taken.length))
        return;
    const receipts = taken.map((message) => ({ message, receipts: message.receivedAt.length }));
    const attempt = { key, at, receipts, isSpoilt: false };
    for (const message of taken)
        message.attempt = attempt;
    queue.fifo.attempts.keep(attempt);
}
/** What a receive answers that repeats an earlier one; undefined if it is one of its own. */
export function repeatAttempt(sqs, queue, input, at) {
    const attempt = attemptOf(sqs, queue, input, at);
    if (attempt === undefined)
        return undefined;
    // sqs:F41, sqs:E24
    if (attempt.isSpoilt && sqs.rules.refusesSpoiltAttempt())
        return attemptIsOver(attempt.key);
    // sqs:U25: once a window is over, it is a receive of its own
    if (!attempt.isSpoilt && !attempt.receipts.every(isInFlight))
        return undefined;
    const seconds = sqs.rules.visibilityOf(input.VisibilityTimeout, queue.visibility);
    return attempt.receipts.map(({ message }) => receiveAgain(sqs, queue, message, input, seconds, at));
}
function attemptOf({ rules }, { fifo }, input, at) {
    if (input.ReceiveRequestAttemptId === undefined || fifo === undefined)
        return undefined;
    fifo.attempts.prune((attempt) => !rules.repeatsAttempt(at - attempt.at));
    return fifo.attempts.get(input.ReceiveRequestAttemptId);
}
const isInFlight = ({ message, receipts }) => message.place === 'hidden' && message.receivedAt.length === receipts;
/** The same receipt once more, with a window that begins anew (sqs:F40, sqs:F42). */
function receiveAgain(sqs, queue, message, input, seconds, at) {
    const { rules } = sqs;
    message.receives = rules.countAfterRepeat(message.receives);
    if (rules.repeatIssuesHandles())
        message.receivedAt.push(at);
    if (message.place !== 'gone' && rules.repeatRestartsWindow())
        queue.openWindow(message, rules.hiddenUntil(at, seconds, queue), at);
    return shown(sqs, queue, message, input);
}
