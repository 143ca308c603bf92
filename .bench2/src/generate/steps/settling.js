import { pick } from '../pick.js';
import { drawReceive } from './messages.js';
import { otherQueue } from './recipe.js';
import { garbage } from './refusals.js';
const nothing = () => ({});
const timeout = ({ draw, values }) => ({ VisibilityTimeout: pick(draw, values.change) });
export const drawDelete = single('DeleteMessage', nothing);
export const drawDeleteBatch = batch('DeleteMessageBatch', nothing);
export const drawChange = single('ChangeMessageVisibility', timeout);
export const drawChangeBatch = batch('ChangeMessageVisibilityBatch', timeout);
/** A call with one receipt of a holder; a receive where nobody holds any. */
function single(call, drawMembers) {
    return (id, recipe, past) => {
        const { draw, features } = recipe;
        const members = drawMembers(recipe);
        const holder = past.holder();
        if (holder === undefined)
            return drawReceive(id, recipe);
        const step = { id, actor: holder.actor, call, input: { QueueUrl: holder.queue, ...members } };
        const back = drawBack(recipe);
        if (back > 0)
            step.receipts = [back];
        if (features.has('refusals') && draw(5) === 0)
            spoil(step, recipe);
        if (call === 'DeleteMessage' && draw(3) > 0)
            past.forget(holder);
        return step;
    };
}
/** A call with one to three receipts of a holder; a receive where nobody holds any. */
function batch(call, drawMembers) {
    return (id, recipe, past) => {
        const { draw, features } = recipe;
        const holder = past.holder();
        if (holder === undefined)
            return drawReceive(id, recipe);
        const Entries = Array.from({ length: 1 + draw(3) }, (_, k) => ({
            Id: String(k + 1),
            ...drawMembers(recipe),
        }));
        if (features.has('refusals') && draw(4) === 0)
            Entries[0].ReceiptHandle = garbage;
        const receipts = Entries.map((_, k) => k + drawBack(recipe));
        return { id, actor: holder.actor, call, input: { QueueUrl: holder.queue, Entries }, receipts };
    };
}
/** Gives the step a handle that nobody issued, or one of another queue. */
function spoil(step, recipe) {
    const queue = step.input.QueueUrl;
    const other = otherQueue(recipe, queue);
    if (other === undefined || recipe.draw(2) === 0)
        step.input.ReceiptHandle = garbage;
    else {
        step.from = queue;
        step.input.QueueUrl = other;
    }
}
/** Which receipt, counted back: mostly the newest. */
function drawBack({ draw, features }) {
    return features.has('stale') && draw(3) === 0 ? 1 + draw(3) : 0;
}
