import { debtOf } from './reading/debt.js';
import { property } from './reading/judge.js';
import { nameOf, seconds, titleOf } from './reading/names.js';
export const purgeSparesLaterSends = property({
    name: 'purge-spares-later-sends',
    claim: 'A purge does not remove what is sent after it.',
    judges: 'Every accepted message sent to a queue after a purge of it, in a history that was drained: it is delivered, by the drain or before, unless something else may have removed it.',
    forgives: 'Messages sent within 60 s of the purge under the documented level; those that a later purge, a queue deletion or their age may have removed.',
    blind: 'Messages lost after their first delivery, which is the matter of no-loss.',
    source: ['sqs:I22', 'sqs:PQ2', 'sqs:PQ3', 'sqs:P12'],
}, (facts, judgement) => {
    for (const queue of facts.queues.values()) {
        const wipe = queue.wipes.find(({ kind, outcome }) => kind === 'purge' && outcome === 'ok');
        if (wipe !== undefined)
            sparesLater(facts, judgement, queue, wipe);
    }
});
function sparesLater(facts, judgement, queue, first) {
    for (const sent of queue.sends) {
        if (sent.result === undefined || sent.s <= first.e + facts.wipeLag)
            continue;
        const wipe = queue.wipes.findLast(({ kind, outcome, e }) => kind === 'purge' && outcome === 'ok' && e + facts.wipeLag < sent.s);
        survives(facts, judgement, wipe, sent);
    }
}
function survives(facts, judgement, wipe, sent) {
    const message = sent.message;
    if (message.deliveries.length > 0) {
        judgement.judged++;
        return;
    }
    const debt = debtOf(facts, message);
    if (debt.kind === 'open')
        judgement.open(debt.why);
    if (debt.kind !== 'owed')
        return;
    judgement.judged++;
    const after = `after ${nameOf(wipe.op)} had ended at ${seconds(wipe.e)}`;
    const says = `${nameOf(sent.op)} sent ${titleOf(message)} to ${sent.queue} at ${seconds(sent.s)}, ${after}`;
    judgement.violated(`${says}, and it was never delivered`, [sent.op.id, wipe.op.id, debt.last.op.id]);
}
