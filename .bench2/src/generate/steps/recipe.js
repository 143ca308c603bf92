import { isFifo, queueOfArn } from '../../core/calls.js';
import { low, pick } from '../pick.js';
const actorNames = ['a', 'b', 'c', 'd', 'e', 'f'];
const groupNames = ['g1', 'g2', 'g3', 'g4'];
/** One actor, or a crowd of two to six. */
export function drawRecipe(draw, features, values, setup, faults) {
    const crowd = features.has('crowd') ? 2 + draw(5) : 1;
    return {
        draw,
        features,
        values,
        setup,
        ...redriveOf(setup),
        faults: features.has('faults') ? faults : [],
        actors: actorNames.slice(0, crowd),
        groups: groupNames.slice(0, pick(draw, [1, 2, 2, 3, 4])),
        isFar: features.has('far-times') && values.farPauses.length > 0,
    };
}
function redriveOf({ queues }) {
    const targets = new Map();
    const limits = new Map();
    for (const { name, attributes } of queues) {
        if (attributes.RedrivePolicy === undefined)
            continue;
        const policy = JSON.parse(attributes.RedrivePolicy);
        targets.set(name, queueOfArn(policy.deadLetterTargetArn));
        limits.set(name, Number(policy.maxReceiveCount));
    }
    return { targets, limits };
}
export const drawActor = ({ draw, actors }) => pick(draw, actors);
/** The first queue gets most of the traffic, so that its messages meet. */
export const drawQueue = ({ draw, setup: { queues } }) => queues[low(draw, queues.length)].name;
/** The first queue that is not the given one. */
export const otherQueue = ({ setup }, queue) => setup.queues.find(({ name }) => name !== queue)?.name;
/** The last queue of the given one's type, which is the target of others where there are dead letters. */
export const lastAlike = ({ setup }, queue) => setup.queues.findLast(({ name }) => isFifo(name) === isFifo(queue))?.name ?? queue;
/** What the setup gave the queue; nothing for a queue that is not of the setup. */
export const attributesOf = ({ setup }, queue) => setup.queues.find(({ name }) => name === queue)?.attributes;
/** Whether the content of a message was its deduplication id at time 0 (sqs:F3). */
export const isContentBased = (recipe, queue) => attributesOf(recipe, queue)?.ContentBasedDeduplication === 'true';
