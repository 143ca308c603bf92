import { limits } from '../../../core/limits.js';
import type { Step } from '../../../core/schedule.js';
import { pick } from '../../pick.js';
import { duplicate } from '../duplicates.js';
import { type Sent, sentBy } from '../past.js';
import { drawActor, type Recipe } from '../recipe.js';
import { around, ask, at, type Next, receiveAll, remove } from './next.js';

/** The message is sent again inside its window, at the end of it, or after something that does or does not end it (sqs:F23). */
export function afterFifoSend(last: Step, recipe: Recipe): Next[] {
  const { draw, features, values } = recipe;
  if (!features.has('dedup') || draw(2) > 0) return [];
  const isFar = values.horizon >= limits.dedupWindow;
  const sent = sentBy(last);
  return sent === undefined ? [] : pick(draw, isFar ? [...soon, ...late] : soon)(last, recipe, sent);
}

/** What may lie between a message and its duplicate, and the duplicate. */
type Between = (last: Step, recipe: Recipe, sent: Sent) => Next[];

const again =
  (recipe: Recipe, sent: Sent, group = sent.group): Next =>
  (id) =>
    duplicate(id, recipe, sent, group);

/** At the end of the window, a tick before it or a tick after it. */
const atTheEnd = ({ id }: Step, recipe: Recipe, sent: Sent): Next => around(recipe, id, 'dedup', again(recipe, sent));

function used(recipe: Recipe, QueueUrl: string): Next[] {
  const actor = drawActor(recipe);
  return [receiveAll(recipe, QueueUrl, 5, actor), remove(actor, QueueUrl)];
}

const soon: readonly Between[] = [
  (_, recipe, sent) => [again(recipe, sent)],
  (_, recipe, sent) => [receiveAll(recipe, sent.queue, pick(recipe.draw, [0, 1])), again(recipe, sent)],
  (_, recipe, sent) => [...used(recipe, sent.queue), again(recipe, sent)],
  (_, recipe, sent) => [ask(drawActor(recipe), 'PurgeQueue', { QueueUrl: sent.queue }), again(recipe, sent)],
  // the same id in another group, then in the first one again
  (_, recipe, sent) => {
    const other = recipe.groups.find((group) => group !== sent.group);
    return [again(recipe, sent, other), again(recipe, sent)];
  },
  // a send that is refused uses no id up (sqs:F26)
  (_, recipe, { queue, group }) => {
    const input = { QueueUrl: queue, MessageGroupId: group, MessageDeduplicationId: 'refused' };
    const actor = drawActor(recipe);
    return [
      ask(actor, 'SendMessage', { ...input, MessageBody: '\u0000' }),
      ask(actor, 'SendMessage', input),
      receiveAll(recipe, queue, 1),
    ];
  },
];

const late: readonly Between[] = [
  (last, recipe, sent) => [atTheEnd(last, recipe, sent)],
  (last, recipe, sent) => [
    ...used(recipe, sent.queue),
    atTheEnd(last, recipe, sent),
    receiveAll(recipe, sent.queue, 1),
  ],
  (_, recipe, sent) => [at({ wait: pick(recipe.draw, [299_000, 300_000, 301_000]) }, again(recipe, sent))],
  // a duplicate does not make the window longer (sqs:F24)
  (last, recipe, sent) => [at({ wait: 200_000 }, again(recipe, sent)), atTheEnd(last, recipe, sent)],
];
