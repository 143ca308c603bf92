export function calledOf(facts, op) {
    const { call, input, reply, invoked, returned } = op;
    const queue = input.QueueUrl ?? input.QueueName;
    const isUnknown = reply.kind === 'unknown';
    const refusal = reply.kind === 'error' ? reply : undefined;
    return {
        op,
        s: invoked,
        e: isUnknown ? Number.POSITIVE_INFINITY : returned,
        facts,
        call,
        input,
        queue,
        place: queue === undefined ? facts.nameless : facts.queue(queue),
        outcome: isUnknown ? 'unknown' : refusal === undefined ? 'ok' : 'refused',
        refusal,
    };
}
/** What the call answered; only for one that was accepted. */
export const outputOf = (op) => op.reply.output;
export const certainlyBefore = (a, b) => a.e < b.s;
export const possiblyBefore = (a, b) => a.s <= b.e;
