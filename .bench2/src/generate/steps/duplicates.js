import { contentId } from '../content.js';
import { put } from '../members.js';
import { pick } from '../pick.js';
import { drawSend } from './messages.js';
import { drawActor } from './recipe.js';
/** A duplicate of an earlier message; a plain send where there is none. */
export function drawDuplicate(id, recipe, past) {
    const { draw, groups } = recipe;
    const sent = past.sent();
    if (sent === undefined)
        return drawSend(id, recipe);
    return duplicate(id, recipe, sent, draw(4) === 0 ? pick(draw, groups) : sent.group);
}
/** The same deduplication id in this group: given as it was, or told by the content, or given as what the content tells. */
export function duplicate(id, recipe, sent, group) {
    const { draw } = recipe;
    const { queue, dedup, text } = sent;
    const input = { QueueUrl: queue, MessageGroupId: group };
    const step = { id, actor: drawActor(recipe), call: 'SendMessage', input };
    if (dedup !== undefined)
        input.MessageDeduplicationId = dedup;
    else if (draw(4) === 0)
        input.MessageDeduplicationId = contentId(sent.step, text);
    else {
        step.body = sent.step;
        put(input, 'MessageBody', text);
    }
    return step;
}
