import type { Step } from '../../core/schedule.js';
import { contentId } from '../content.js';
import { type Members, put } from '../members.js';
import { pick } from '../pick.js';
import { drawSend } from './messages.js';
import type { Past, Sent } from './past.js';
import { drawActor, type Recipe } from './recipe.js';

/** A duplicate of an earlier message; a plain send where there is none. */
export function drawDuplicate(id: number, recipe: Recipe, past: Past): Step {
  const { draw, groups } = recipe;
  const sent = past.sent();
  if (sent === undefined) return drawSend(id, recipe);
  return duplicate(id, recipe, sent, draw(4) === 0 ? pick(draw, groups) : sent.group);
}

/** The same deduplication id in this group: given as it was, or told by the content, or given as what the content tells. */
export function duplicate(id: number, recipe: Recipe, sent: Sent, group: string): Step {
  const { draw } = recipe;
  const { queue, dedup, text } = sent;
  const input: Members = { QueueUrl: queue, MessageGroupId: group };
  const step: Step = { id, actor: drawActor(recipe), call: 'SendMessage', input };
  if (dedup !== undefined) input.MessageDeduplicationId = dedup;
  else if (draw(4) === 0) input.MessageDeduplicationId = contentId(sent.step, text);
  else {
    step.body = sent.step;
    put(input, 'MessageBody', text);
  }
  return step;
}
