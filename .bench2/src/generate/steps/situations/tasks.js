import { queueOfArn } from '../../../core/calls.js';
import { pick } from '../../pick.js';
import { drawActor } from '../recipe.js';
import { cancelTask, listTasks, startTask } from '../tasks.js';
import { ask, at, poison, pollBeside } from './next.js';
/** The messages become dead letters, and a task moves them on. */
export function afterBatch({ input }, recipe) {
    const { draw, features, targets, actors } = recipe;
    const source = input.QueueUrl;
    const target = targets.get(source);
    if (target === undefined || !features.has('tasks') || draw(3) === 0)
        return [];
    const actor = drawActor(recipe);
    const next = poison(recipe, source);
    if (features.has('long-polls') && actors.length > 1 && draw(3) === 0)
        next.push(pollBeside(actor, source, recipe));
    next.push((id) => startTask(id, recipe, target, actor));
    return [...next, ...during(recipe, actor, target)];
}
export function afterStart({ actor, input }, recipe) {
    return recipe.draw(2) === 0 ? during(recipe, actor, queueOfArn(String(input.SourceArn))) : [];
}
/** While the task runs, or when it has just ended. */
function during(recipe, actor, source) {
    const { draw, features, values } = recipe;
    const soon = { wait: pick(draw, values.pauses.slice(0, 3)) };
    const list = (id) => listTasks(id, recipe, source);
    switch (draw(6)) {
        case 0:
            return [(id) => startTask(id, recipe, source, actor), list];
        case 1:
            return features.has('lifecycle') ? [...drop(recipe, source).map((next) => at(soon, next)), list] : [list];
        case 2:
            return [at(soon, list)];
        case 3:
            return [list, at(soon, (id) => cancelTask(id, actor)), at(soon, list)];
        default:
            return [at(soon, (id) => cancelTask(id, actor)), list];
    }
}
/** A queue that the task may move to, if there is one, is deleted. */
function drop({ targets, ...recipe }, source) {
    const [home] = [...targets].find(([, target]) => target === source) ?? [];
    return home === undefined ? [] : [ask(pick(recipe.draw, recipe.actors), 'DeleteQueue', { QueueUrl: home })];
}
