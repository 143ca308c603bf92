import { hidingsOf } from './reading/hiding.js';
import { property } from './reading/judge.js';
import { nameOf, seconds } from './reading/names.js';
import { answersInTime, isOpenWithin, openAt } from './reading/waiting.js';
export const redelivery = property({
    name: 'redelivery',
    claim: 'A message whose visibility window ends goes to a client that is polling.',
    judges: 'Every long poll that was open when the window of a message ended, by time or by a visibility change to 0: it answers then, unless the message is taken by somebody else.',
    forgives: 'Late timers, at least 60 s under the documented level; any of several open polls may get the message; it may be deleted, expired, purged, moved or touched again. A call without a known outcome that may have taken it leaves the verdict open.',
    blind: 'Ends of windows at which no long poll was open, and receives with a timeout of 0.',
    source: ['sqs:I41', 'sqs:V4', 'sqs:V7', 'sqs:P3', 'sqs:P8', 'sqs:P9', 'sqs:B1', 'sqs:B6', 'sqs:RH6', 'sqs:RH7'],
}, (facts, judgement) => {
    for (const message of facts.messages)
        if (message.deliveries.length > 0 && mayBeAwaited(message))
            comesAgain(facts, judgement, message);
});
const lateOf = ({ strict, late }) => (strict ? late : Math.max(late, 60_000));
/** A cheap look before the sweep: could a long poll have been open at the end of a window? */
function mayBeAwaited(message) {
    const gone = deletedAt(message);
    const changed = message.changes.length > 0;
    for (const { receive, e } of message.deliveries) {
        const at = e + receive.visibility.hi * 1000;
        if (changed ? isOpenWithin(receive.place, e, gone) : at < gone && isOpenWithin(receive.place, at, at))
            return true;
    }
    return false;
}
/** When the first accepted delete began; with whatever handle, it may have removed the message. */
function deletedAt({ deletes }) {
    for (const { outcome, s } of deletes)
        if (outcome === 'ok')
            return s;
    return Number.POSITIVE_INFINITY;
}
function comesAgain(facts, judgement, message) {
    const all = hidingsOf(facts, message);
    const gone = deletedAt(message);
    let queue;
    for (let index = 0; index < all.length; index++) {
        const hiding = all[index];
        if (hiding.delivery !== undefined)
            queue = hiding.delivery.receive.place;
        const at = hiding.until;
        const next = all[index + 1];
        if (queue === undefined || !opensWindow(hiding) || (next !== undefined && next.e < at))
            continue;
        if (at >= gone)
            continue;
        const polls = openAt(queue, at);
        if (polls.length === 0)
            continue;
        const story = () => storyOf(hiding);
        const later = () => all.slice(index + 1);
        answersInTime(facts, judgement, polls, { message, queue, at, cause: hiding, story, later }, lateOf(facts));
    }
}
/** A receive with a timeout of 0 hides nothing: the message was there before it, and who waits beside it may go on (sqs:P9). */
const opensWindow = ({ delivery }) => delivery === undefined || delivery.receive.visibility.hi > 0;
function storyOf({ op, s, delivery, change }) {
    if (delivery !== undefined)
        return `${nameOf(op)} hid it from ${seconds(s)} for ${delivery.receive.visibility.hi} s`;
    return `${nameOf(op)} set its window to ${change.seconds} s at ${seconds(s)}`;
}
