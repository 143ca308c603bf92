import { pick } from '../pick.js';
import { drawActor, drawQueue } from './recipe.js';
const keys = ['stage', 'Stage', 'team'];
const actions = [['SendMessage'], ['SendMessage', 'ReceiveMessage'], ['*']];
/** Tags are put on, overwritten, taken off and read; an empty value is a value (sqs:TG1). */
export function drawTags(id, recipe) {
    const { draw } = recipe;
    const actor = drawActor(recipe);
    const QueueUrl = drawQueue(recipe);
    switch (draw(4)) {
        case 0:
            return { id, actor, call: 'ListQueueTags', input: { QueueUrl } };
        case 1:
            return { id, actor, call: 'UntagQueue', input: { QueueUrl, TagKeys: [pick(draw, keys), 'absent'] } };
        default:
            return {
                id,
                actor,
                call: 'TagQueue',
                input: { QueueUrl, Tags: { [pick(draw, keys)]: pick(draw, ['', 'x', 'y']) } },
            };
    }
}
/** Few labels, so that one is given twice, and taken away when it is not there (sqs:PM2). */
export function drawPermission(id, recipe) {
    const { draw } = recipe;
    const actor = drawActor(recipe);
    const QueueUrl = drawQueue(recipe);
    const Label = pick(draw, ['one', 'two']);
    if (draw(3) === 0)
        return { id, actor, call: 'RemovePermission', input: { QueueUrl, Label } };
    const AWSAccountIds = pick(draw, [['111111111111'], ['111111111111', '222222222222']]);
    return { id, actor, call: 'AddPermission', input: { QueueUrl, Label, AWSAccountIds, Actions: pick(draw, actions) } };
}
