import { limits } from '../../core/limits.js';
import type { Members } from '../members.js';
import { pick } from '../pick.js';
import { isContentBased, type Recipe } from './recipe.js';

/** Deduplication ids that messages share. */
const shared = ['d', 'e'];

/** A name as long as it may be (sqs:SM8). */
const longest = (name: string): string => name.padEnd(limits.idMax, '~');

/** Group and deduplication id of a message; the zero that FIFO queues take for a delay, and ignore, now and then (sqs:DY2). */
export function drawFifoMembers(message: Members, recipe: Recipe, queue: string, own: string): void {
  const { draw, features, groups } = recipe;
  message.MessageGroupId = draw(32) === 0 ? longest('g') : pick(draw, groups);
  if (features.has('dedup') && draw(4) === 0) message.MessageDeduplicationId = pick(draw, shared);
  else if (!isContentBased(recipe, queue) || draw(4) === 0)
    message.MessageDeduplicationId = draw(32) === 0 ? longest(own) : own;
  if (features.has('delays') && draw(8) === 0) message.DelaySeconds = 0;
}
