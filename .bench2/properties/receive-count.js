import { possiblyRedriven } from './reading/gone.js';
import { property } from './reading/judge.js';
import { nameOf, titleOf } from './reading/names.js';
export const receiveCount = property({
    name: 'receive-count',
    claim: 'ApproximateReceiveCount counts every delivery.',
    judges: 'Every delivery that shows its count: it is at least 1 and, at the strict level, higher than at each delivery that was certainly before it, and higher than the number of those, all queues together.',
    forgives: 'A higher count (see receive-count-upper), any order among deliveries that overlap in time, and the same count when a receive is repeated with its attempt id. A move task may begin the count anew.',
    blind: 'Deliveries without the attribute; they count, but are not judged.',
    source: ['sqs:I9', 'sqs:L4', 'sqs:V4', 'sqs:X4', 'sqs:RM5', 'sqs:N8', 'sqs:F42', 'sqs:X23'],
}, (facts, judgement) => {
    for (const message of facts.messages)
        counts(facts, judgement, message);
});
function counts(facts, judgement, message) {
    const { deliveries } = message;
    const ended = inOrderOfEnd(deliveries);
    let next = 0;
    let before = 0;
    let highest;
    for (const delivery of deliveries) {
        for (; next < ended.length && ended[next].e < delivery.s; next++) {
            if (ended[next].retryOf === undefined)
                before++;
            if (ended[next].count !== undefined && !(ended[next].count < (highest?.count ?? 0)))
                highest = ended[next];
        }
        if (delivery.count === undefined)
            continue;
        judgement.judged++;
        const least = delivery.retryOf === undefined ? delivery.count : delivery.count + 1;
        if (!(delivery.count >= 1))
            tooLow(judgement, delivery, 'it is at least 1', undefined);
        else if (!facts.strict || possiblyRedriven(facts, message, delivery.e))
            continue;
        else if (highest !== undefined && least <= highest.count)
            tooLow(judgement, delivery, `${nameOf(highest.op)} had it with ${highest.count} before`, highest);
        else if (least <= before)
            tooLow(judgement, delivery, `it had been delivered ${before} times before`, ended[next - 1]);
    }
}
function inOrderOfEnd(deliveries) {
    for (let later = 1; later < deliveries.length; later++)
        if (deliveries[later].e < deliveries[later - 1].e)
            return [...deliveries].sort((a, b) => a.e - b.e);
    return deliveries;
}
function tooLow(judgement, delivery, why, other) {
    const count = delivery.message.Attributes?.ApproximateReceiveCount;
    const says = `${nameOf(delivery.op)} delivered ${titleOf(delivery.of)} with receive count ${count}, but ${why}`;
    judgement.violated(says, other === undefined ? [delivery.op.id] : [delivery.op.id, other.op.id]);
}
