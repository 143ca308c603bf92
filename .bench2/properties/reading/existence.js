/** A new queue may be unusable for a second on AWS (sqs:CQ10). */
const newborn = 1000;
/**
 * What did the call find: was the queue there all the time of it, or not at all? Setup and accepted creations begin a
 * queue, accepted deletions end it; calls without a known outcome may do either at any later time. Under the documented
 * level a deletion may take 60 s (sqs:DQ2).
 */
export function existence(facts, name, call) {
    const queue = facts.queues.get(name);
    if (queue === undefined)
        return 'no';
    if (queue.initial !== undefined && (queue.wipes.length === 0 || !queue.wipes.some(isDeletion)))
        return 'yes';
    if (certainlyThere(facts, queue, call))
        return 'yes';
    return possiblyThere(facts, queue, call) ? 'maybe' : 'no';
}
/** The calls that may have begun or ended the queue. */
export function turningPoints(queue) {
    return [...queue.writes.filter(({ created }) => created), ...queue.wipes.filter(isDeletion)];
}
export const isDeletion = (wipe) => wipe.kind === 'delete-queue';
const setup = { s: Number.NEGATIVE_INFINITY, e: Number.NEGATIVE_INFINITY };
/** Is there a birth of the queue for that the test holds, by the setup or by another call than `call` itself? */
function someBirth({ initial, writes }, call, test) {
    if (initial !== undefined && test(setup, true))
        return true;
    for (const write of writes)
        if (write.created && write.op !== call.op && test(write, write.op.reply.kind === 'ok'))
            return true;
    return false;
}
/** Is there a death of the queue for that the test holds, by another call than `call` itself? */
function someDeath({ wipes }, call, test) {
    for (const wipe of wipes)
        if (isDeletion(wipe) && wipe.op !== call.op && test(wipe))
            return true;
    return false;
}
function certainlyThere(facts, queue, call) {
    const grace = facts.strict ? 0 : newborn;
    return someBirth(queue, call, ({ s, e }, certain) => {
        if (!certain || e + grace >= call.s)
            return false;
        return !someDeath(queue, call, (end) => end.s <= call.e && end.e + facts.wipeLag >= s);
    });
}
function possiblyThere(facts, queue, call) {
    return someBirth(queue, call, ({ s, e }) => {
        if (s > call.e)
            return false;
        return !someDeath(queue, call, (end) => end.s > e && end.e + facts.wipeLag < call.s);
    });
}
