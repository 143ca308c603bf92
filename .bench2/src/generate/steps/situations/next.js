import { pick } from '../../pick.js';
import { drawReceive, freshMessage } from '../messages.js';
import { drawActor } from '../recipe.js';
/** A call of an actor; with the given receipts, or its newest, where it needs one. */
export const ask = (actor, call, input, receipts) => (id) => receipts === undefined ? { id, actor, call, input } : { id, actor, call, input, receipts };
/** The step at a time of its own. */
export const at = (time, next) => (id) => ({ ...next(id), at: time });
/** At a deadline. */
export const due = (after, deadline, next) => at({ after, deadline, tick: 0 }, next);
/** A tick before a deadline, at it or a tick after it. */
export const around = ({ draw }, after, deadline, next) => at({ after, deadline, tick: draw(3) - 1 }, next);
export const remove = (actor, QueueUrl) => ask(actor, 'DeleteMessage', { QueueUrl });
/** The receiver gives its newest message back. */
export const release = (actor, QueueUrl) => ask(actor, 'ChangeMessageVisibility', { QueueUrl, VisibilityTimeout: 0 });
/** A message that can be received at once, unless the queue delays it. */
export function sendFresh(recipe, queue) {
    const actor = drawActor(recipe);
    return (id) => ({
        id,
        actor,
        call: 'SendMessage',
        input: { QueueUrl: queue, ...freshMessage(recipe, queue, `d${id}`) },
    });
}
/** Everything that can be received, hidden for so many seconds. */
export const receiveAll = (recipe, QueueUrl, seconds, actor = drawActor(recipe)) => ask(actor, 'ReceiveMessage', {
    QueueUrl,
    MaxNumberOfMessages: 10,
    VisibilityTimeout: seconds,
    MessageSystemAttributeNames: ['All'],
});
/** As many receives as make dead letters of all that the source has. */
export const poison = (recipe, source) => Array.from({ length: (recipe.limits.get(source) ?? 0) + 1 }, () => receiveAll(recipe, source, 0));
/** Another actor waits on the queue. */
export function pollBeside(actor, QueueUrl, recipe) {
    const { draw, actors, values } = recipe;
    const others = actors.filter((other) => other !== actor);
    return (id) => {
        const step = drawReceive(id, recipe);
        const { ReceiveRequestAttemptId: _, ...input } = step.input;
        const WaitTimeSeconds = pick(draw, values.poll);
        return { ...step, actor: pick(draw, others), input: { ...input, QueueUrl, WaitTimeSeconds } };
    };
}
