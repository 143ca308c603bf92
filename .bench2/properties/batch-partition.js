import { property } from './reading/judge.js';
import { nameOf } from './reading/names.js';
export const batchPartition = property({
    name: 'batch-partition',
    claim: 'A batch call answers for each entry exactly once, and an entry that failed has no effect.',
    judges: 'Every accepted batch call: the ids in Successful and Failed together are those that were sent, each once. The body of a failed send entry is never delivered.',
    forgives: 'A body that another send, accepted or without a known outcome, carried as well.',
    blind: 'The effect of failed deletes and visibility changes: other properties judge the message as if they had not been asked.',
    source: ['sqs:I20', 'sqs:OP7', 'sqs:SB3', 'sqs:SB4', 'sqs:DB2', 'sqs:CB1', 'sqs:SB9'],
}, (facts, judgement) => {
    for (const op of facts.batches) {
        eachOnce(judgement, op);
        if (op.call === 'SendMessageBatch')
            failedStayOut(facts, judgement, op);
    }
});
const none = [];
const answerOf = (op) => op.reply.output;
function eachOnce(judgement, op) {
    const { Successful = none, Failed = none } = answerOf(op);
    const { Entries: entries = none } = op.input;
    judgement.judged++;
    for (const { Id } of entries) {
        const times = count(Successful, Id) + count(Failed, Id);
        if (times === 1)
            continue;
        wrong(judgement, op, times === 0 ? `entry ${Id} nowhere` : `entry ${Id} ${times} times`);
        return;
    }
    if (Successful.length + Failed.length === entries.length)
        return;
    const extra = [...Successful, ...Failed].find(({ Id }) => count(entries, Id) === 0);
    wrong(judgement, op, `entry ${extra?.Id}, which was not sent`);
}
function wrong(judgement, op, what) {
    judgement.violated(`the answer to ${nameOf(op)} lists ${what}`, [op.id]);
}
function count(entries, id) {
    let times = 0;
    for (const { Id } of entries)
        if (Id === id)
            times++;
    return times;
}
function failedStayOut(facts, judgement, op) {
    for (const { Id } of answerOf(op).Failed ?? none) {
        const body = op.input.Entries?.find((entry) => entry.Id === Id)?.MessageBody;
        if (body === undefined || facts.sends.some(({ entry }) => entry.MessageBody === body))
            continue;
        judgement.judged++;
        const out = facts.deliveries.find(({ message }) => message.Body === body);
        if (out === undefined)
            continue;
        const says = `${nameOf(out.op)} delivered the body of entry ${Id}, which ${nameOf(op)} had refused`;
        judgement.violated(says, [out.op.id, op.id]);
    }
}
