import { isFifo } from '../../../core/calls.js';
import { pick } from '../../pick.js';
import { drawActor } from '../recipe.js';
import { around, ask, poison, receiveAll, sendFresh } from './next.js';
/** Poison that has nowhere to go, and a queue that comes back empty. */
export function afterDrop({ id, actor, input }, recipe) {
    const { draw, targets, values } = recipe;
    const dropped = input.QueueUrl;
    const next = [];
    for (const [source, target] of targets)
        if (target === dropped)
            next.push(sendFresh(recipe, source), ...poison(recipe, source));
    if (values.farPauses.length === 0 || draw(2) === 0)
        return next;
    const again = { QueueName: dropped };
    if (isFifo(dropped))
        again.Attributes = { FifoQueue: 'true' };
    // around the end of its guard (sqs:CQ8)
    return [...next, around(recipe, id, 'guard', ask(actor, 'CreateQueue', again)), receiveAll(recipe, dropped, 1)];
}
/** The queue is created again, with the value that it has or had; or its delay changed under delayed messages (sqs:DY4). */
export function afterSet({ actor, input }, recipe) {
    const { draw, features } = recipe;
    const queue = input.QueueUrl;
    const { Attributes } = input;
    if (Attributes.DelaySeconds !== undefined && isFifo(queue) && draw(2) === 0)
        return [sendFresh(recipe, queue), receiveAll(recipe, queue, 1)];
    if (!features.has('lifecycle') || draw(3) > 0)
        return [];
    const QueueName = queue;
    const set = ask(actor, 'CreateQueue', {
        QueueName,
        Attributes: { ...(isFifo(queue) && { FifoQueue: 'true' }), ...Attributes },
    });
    const plain = ask(actor, 'CreateQueue', { QueueName });
    return [pick(draw, [set, plain])];
}
/** The same again, which changes nothing; or what was given before (sqs:CQ4, sqs:CQ5). */
export function afterCreate({ actor, input }, { draw }) {
    return draw(3) === 0 ? [ask(actor, 'CreateQueue', { ...input })] : [];
}
/** What was written is read. */
export function afterLabel({ call, input }, recipe) {
    const { QueueUrl } = input;
    if (recipe.draw(2) === 0 || call === 'ListQueueTags')
        return [];
    const actor = drawActor(recipe);
    return call === 'TagQueue' || call === 'UntagQueue'
        ? [ask(actor, 'ListQueueTags', { QueueUrl })]
        : [ask(actor, 'GetQueueAttributes', { QueueUrl, AttributeNames: ['Policy'] })];
}
