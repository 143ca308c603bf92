import { limits } from '../../../core/limits.js';
import { around, ask, release, remove, sendFresh } from './next.js';
/** The receive is tried again under its attempt id, after nothing or after something that matters to it (sqs:F40, sqs:F41). */
export function afterAttempt({ id, actor, input }, recipe) {
    const { draw, features, values } = recipe;
    const { QueueUrl, ReceiveRequestAttemptId } = input;
    if (ReceiveRequestAttemptId === undefined || draw(3) === 0)
        return [];
    const retry = ask(actor, 'ReceiveMessage', { ...input });
    switch (draw(8)) {
        case 0:
            return features.has('deletes') ? [remove(actor, QueueUrl), retry] : [retry];
        case 1:
            return features.has('changes') ? [release(actor, QueueUrl), retry] : [retry];
        case 2:
            return [around(recipe, id, 'visibility', retry)];
        case 3:
            return values.horizon >= limits.attemptWindow ? [around(recipe, id, 'dedup', retry)] : [retry];
        case 4:
            return [sendFresh(recipe, QueueUrl), retry];
        case 5:
            return [retry, retry];
        default:
            return [retry];
    }
}
