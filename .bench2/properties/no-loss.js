import { debtOf } from './reading/debt.js';
import { property } from './reading/judge.js';
import { nameOf, seconds, titleOf } from './reading/names.js';
export const noLoss = property({
    name: 'no-loss',
    claim: 'An accepted message that nobody deleted and that is not too old can be received.',
    judges: 'Every accepted send in a history that was drained: unless the message may be gone, the drain delivers it, from its queue or from a dead-letter queue.',
    forgives: 'A message that may have been deleted, purged or expired before the end of the drain, with any handle. Calls without a known outcome that may have removed it, and a drain too short to see it, leave the verdict open.',
    blind: 'Sends without a known outcome, which may have stored nothing; calls that take effect long after their callers gave up.',
    source: ['sqs:I40', 'sqs:L1', 'sqs:P12', 'sqs:N12', 'sqs:X15', 'sqs:V4', 'sqs:OP6'],
}, (facts, judgement) => {
    for (const message of facts.messages) {
        if (message.sent?.result === undefined)
            continue;
        const debt = debtOf(facts, message);
        if (debt.kind === 'paid')
            judgement.judged++;
        else if (debt.kind === 'open')
            judgement.open(debt.why);
        else if (debt.kind === 'owed')
            lost(judgement, message, debt.last);
    }
});
function lost(judgement, message, last) {
    judgement.judged++;
    const sent = message.sent;
    const newest = message.deliveries.at(-1);
    const received = newest === undefined ? 'nobody has received it' : `${nameOf(newest.op)} was the last to receive it`;
    const says = `${nameOf(sent.op)} sent ${titleOf(message)} at ${seconds(sent.s)} and no call can have removed it; ${received}`;
    const ops = newest === undefined ? [sent.op.id] : [sent.op.id, newest.op.id];
    judgement.violated(`${says}, and ${nameOf(last.op)} found ${last.queue} empty at ${seconds(last.e)}`, [
        ...ops,
        last.op.id,
    ]);
}
