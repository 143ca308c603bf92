import { arnOf, isFifo } from '../../core/calls.js';
import type { Step } from '../../core/schedule.js';
import { type Members, put } from '../members.js';
import { pick } from '../pick.js';
import type { Past } from './past.js';
import { drawActor, drawQueue, type Recipe } from './recipe.js';

/** A move task is started, listed or cancelled. */
export function drawTask(id: number, recipe: Recipe, past: Past): Step {
  const { draw } = recipe;
  const source = drawSource(recipe);
  const starter = past.starter();
  const lot = starter === undefined ? 0 : draw(4);
  if (lot < 2) return startTask(id, recipe, source, drawActor(recipe));
  return lot === 2 ? listTasks(id, recipe, source) : cancelTask(id, starter!);
}

/** Mostly a dead-letter queue. */
function drawSource(recipe: Recipe): string {
  const { draw, targets } = recipe;
  return targets.size === 0 || draw(8) === 0 ? drawQueue(recipe) : pick(draw, [...targets.values()]);
}

/** Back to where each came from, or to one queue of the type; at a low rate, so that it is still running for a while. */
export function startTask(id: number, recipe: Recipe, source: string, actor: string): Step {
  const { draw, values, setup } = recipe;
  const input: Members = { SourceArn: arnOf(source) };
  if (draw(3) === 0) {
    const others = setup.queues.filter(({ name }) => name !== source && isFifo(name) === isFifo(source));
    if (others.length > 0) input.DestinationArn = arnOf(pick(draw, others).name);
  }
  put(input, 'MaxNumberOfMessagesPerSecond', pick(draw, values.rate));
  return { id, actor, call: 'StartMessageMoveTask', input };
}

export function listTasks(id: number, recipe: Recipe, source: string): Step {
  const { draw } = recipe;
  const input: Members = { SourceArn: arnOf(source) };
  put(input, 'MaxResults', pick(draw, [undefined, 1, 2, 10]));
  return { id, actor: drawActor(recipe), call: 'ListMessageMoveTasks', input };
}

export const cancelTask = (id: number, starter: string): Step => ({
  id,
  actor: starter,
  call: 'CancelMessageMoveTask',
  input: {},
});
