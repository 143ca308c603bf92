import { isFifo } from '../../../core/calls.js';
import { attributeDefaults, limits } from '../../../core/limits.js';
import type { Step } from '../../../core/schedule.js';
import type { Members } from '../../members.js';
import { pick } from '../../pick.js';
import { drawPolicy } from '../../setup.js';
import { drawTags } from '../labels.js';
import { attributesOf, drawActor, type Recipe } from '../recipe.js';
import { around, ask, beside, type Next, poison, receiveAll, sendFresh } from './next.js';

/** Poison that has nowhere to go, and a queue that comes back empty. */
export function afterDrop({ id, actor, input }: Step, recipe: Recipe): Next[] {
  const { draw, targets, values } = recipe;
  const dropped = input.QueueUrl as string;
  const next: Next[] = [];
  for (const [source, target] of targets)
    if (target === dropped) next.push(sendFresh(recipe, source), ...poison(recipe, source));
  if (values.farPauses.length === 0 || draw(3) === 0) return next;
  const again: Members = { QueueName: dropped };
  if (isFifo(dropped)) again.Attributes = { FifoQueue: 'true' };
  // around the end of its guard (sqs:CQ8)
  return [...next, around(recipe, id, 'guard', ask(actor, 'CreateQueue', again)), receiveAll(recipe, dropped, 1)];
}

/** The queue is created again, with the value that it has, that it had, or none; or somebody wants it for dead letters (sqs:X12). */
export function afterSet({ actor, input }: Step, recipe: Recipe): Next[] {
  const { draw, features } = recipe;
  const queue = input.QueueUrl as string;
  const { Attributes } = input as { Attributes: Members };
  if (Attributes.RedriveAllowPolicy !== undefined && draw(4) > 0) {
    const source = stranger(recipe, queue);
    if (source === undefined) return [];
    const RedrivePolicy = drawPolicy(draw, queue);
    return [ask(actor, 'SetQueueAttributes', { QueueUrl: source, Attributes: { RedrivePolicy } })];
  }
  if (draw(features.has('lifecycle') ? 2 : 4) > 0) return [];
  const type = isFifo(queue) ? { FifoQueue: 'true' } : {};
  const before = { ...attributeDefaults, ...attributesOf(recipe, queue) };
  const old = Object.fromEntries(Object.keys(Attributes).map((name) => [name, before[name] ?? '']));
  return [
    ask(actor, 'CreateQueue', { QueueName: queue, Attributes: { ...type, ...pick(draw, [{}, Attributes, old]) } }),
  ];
}

/** A queue whose dead letters go elsewhere, or nowhere, and that gets none from there: no circle of policies. */
function stranger({ setup, targets }: Recipe, queue: string): string | undefined {
  const behind = new Set([queue]);
  for (const name of behind) if (targets.has(name)) behind.add(targets.get(name)!);
  const isOne = (name: string): boolean =>
    isFifo(name) === isFifo(queue) && targets.get(name) !== queue && !behind.has(name);
  return setup.queues.find(({ name }) => isOne(name))?.name;
}

/** The same again, which changes nothing (sqs:CQ4, sqs:CQ5); or by everybody at the same time. */
export function afterCreate({ actor, input }: Step, recipe: Recipe): Next[] {
  const again = (by: string): Next => ask(by, 'CreateQueue', { ...input });
  switch (recipe.draw(4)) {
    case 0:
      return [again(actor)];
    case 1:
      return beside(actor, recipe).map(again);
    default:
      return [];
  }
}

/** The next page of a list (sqs:LQ2). */
export function afterList({ actor, call, input }: Step): Next[] {
  return input.MaxResults === undefined ? [] : [ask(actor, call, { ...input }, [0])];
}

/** Purged again, around the end of the guard (sqs:PQ1). */
export function afterPurge({ id, input }: Step, recipe: Recipe): Next[] {
  const { draw, values } = recipe;
  const again = ask(drawActor(recipe), 'PurgeQueue', { ...input });
  return values.horizon >= limits.purgeGuard && draw(2) === 0 ? [around(recipe, id, 'guard', again)] : [];
}

/** What was written is read, mostly after one more call of the kind. */
export function afterTag({ input }: Step, recipe: Recipe): Next[] {
  const list = ask(drawActor(recipe), 'ListQueueTags', { QueueUrl: input.QueueUrl });
  const more: Next = (id) => {
    const step = drawTags(id, recipe);
    return { ...step, input: { ...step.input, QueueUrl: input.QueueUrl } };
  };
  return recipe.draw(3) === 0 ? [list] : [more, list];
}

/** The label is given again, or taken away. */
export function afterPermission({ call, input }: Step, recipe: Recipe): Next[] {
  const actor = drawActor(recipe);
  const { QueueUrl, Label } = input;
  const read = ask(actor, 'GetQueueAttributes', { QueueUrl, AttributeNames: ['Policy'] });
  if (call === 'RemovePermission') return [read];
  return recipe.draw(2) === 0
    ? [ask(actor, 'AddPermission', { ...input }), read]
    : [ask(actor, 'RemovePermission', { QueueUrl, Label }), read];
}
