/** Issues the handle of the message's newest receipt (sqs:D5). */
export const issueHandle = (rules, queue, message) => `${queue}/${message.number}/${rules.receiptNamed(message.receivedAt.length)}`;
/** Reads a handle; undefined if it has never been the form of one. */
export function readHandle(text) {
    const last = text.lastIndexOf('/');
    const first = text.lastIndexOf('/', last - 1);
    if (first <= 0)
        return undefined;
    const message = digits(text, first + 1, last);
    const receipt = digits(text, last + 1, text.length);
    if (message < 1 || receipt < 1)
        return undefined;
    return { queue: text.slice(0, first), message, receipt };
}
/** The decimal number in [from, to), −1 if there is none or one that nobody writes like this. */
function digits(text, from, to) {
    if (to <= from || text.charCodeAt(from) === 48)
        return -1;
    let value = 0;
    for (let i = from; i < to; i++) {
        const digit = text.charCodeAt(i) - 48;
        if (digit < 0 || digit > 9)
            return -1;
        value = value * 10 + digit;
    }
    return value;
}
/** What the handle is to its live message at `at` (sqs section 1.5). */
export function stateOf(rules, handle, message, at) {
    if (handle.receipt < message.receivedAt.length)
        return 'stale';
    return message.place === 'hidden' && at < rules.handleEnds(message) ? 'current' : 'expired';
}
