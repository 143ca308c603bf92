import { pick } from '../pick.js';
import { isContentBased } from './recipe.js';
/** Deduplication ids that messages share. */
const shared = ['d', 'e'];
/** Group and deduplication id of a message; the zero that FIFO queues take for a delay, and ignore, now and then (sqs:DY2). */
export function drawFifoMembers(message, recipe, queue, own) {
    const { draw, features, groups } = recipe;
    message.MessageGroupId = pick(draw, groups);
    if (features.has('dedup') && draw(4) === 0)
        message.MessageDeduplicationId = pick(draw, shared);
    else if (!isContentBased(recipe, queue) || draw(4) === 0)
        message.MessageDeduplicationId = own;
    if (features.has('delays') && draw(8) === 0)
        message.DelaySeconds = 0;
}
