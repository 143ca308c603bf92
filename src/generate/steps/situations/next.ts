import type { CallName } from '../../../core/calls.js';
import type { AtDeadline, Step, When } from '../../../core/schedule.js';
import type { Members } from '../../members.js';
import { pick } from '../../pick.js';
import { drawReceive, freshMessage } from '../messages.js';
import { drawActor, type Recipe } from '../recipe.js';

/** A step that is to come next; drawn when it gets its id. */
export type Next = (id: number) => Step;

/** A call of an actor; with the given receipts, or its newest, where it needs one. */
export const ask =
  (actor: string, call: CallName, input: Members, receipts?: number[]): Next =>
  (id) =>
    receipts === undefined ? { id, actor, call, input } : { id, actor, call, input, receipts };

/** The others of a crowd. */
export const beside = (actor: string, { actors }: Pick<Recipe, 'actors'>): string[] =>
  actors.filter((other) => other !== actor);

/** The same by another actor, with the receipts of the first. */
export const by =
  (actor: string, next: Next): Next =>
  (id) => {
    const step = next(id);
    return { ...step, actor, holder: step.actor };
  };

/** The step at a time of its own. */
export const at =
  (time: When, next: Next): Next =>
  (id) => ({ ...next(id), at: time });

/** At a deadline. */
export const due = (after: number, deadline: AtDeadline['deadline'], next: Next): Next =>
  at({ after, deadline, tick: 0 }, next);

/** A tick before a deadline, at it or a tick after it. */
export const around = ({ draw }: Recipe, after: number, deadline: AtDeadline['deadline'], next: Next): Next =>
  at({ after, deadline, tick: draw(3) - 1 }, next);

export const remove = (actor: string, QueueUrl: unknown): Next => ask(actor, 'DeleteMessage', { QueueUrl });

/** The receiver gives its newest message back. */
export const release = (actor: string, QueueUrl: unknown): Next =>
  ask(actor, 'ChangeMessageVisibility', { QueueUrl, VisibilityTimeout: 0 });

/** A message that can be received at once, unless the queue delays it. */
export function sendFresh(recipe: Recipe, queue: string): Next {
  const actor = drawActor(recipe);
  return (id) => ({
    id,
    actor,
    call: 'SendMessage',
    input: { QueueUrl: queue, ...freshMessage(recipe, queue, `d${id}`) },
  });
}

/** Everything that can be received, hidden for so many seconds. */
export const receiveAll = (recipe: Recipe, QueueUrl: unknown, seconds: number, actor = drawActor(recipe)): Next =>
  ask(actor, 'ReceiveMessage', {
    QueueUrl,
    MaxNumberOfMessages: 10,
    VisibilityTimeout: seconds,
    MessageSystemAttributeNames: ['All'],
  });

/** A long poll that gets one message, and hides it for no time: if it stays empty, there was none. */
export const lookAt = (recipe: Recipe, QueueUrl: unknown): Next =>
  ask(drawActor(recipe), 'ReceiveMessage', {
    QueueUrl,
    VisibilityTimeout: 0,
    WaitTimeSeconds: 1,
    MessageSystemAttributeNames: ['All'],
  });

/** As many receives as make dead letters of all that the source has. */
export const poison = (recipe: Recipe, source: string): Next[] =>
  Array.from({ length: (recipe.limits.get(source) ?? 0) + 1 }, () => receiveAll(recipe, source, 0));

/** Another actor waits on the queue. */
export function pollBeside(actor: string, QueueUrl: unknown, recipe: Recipe): Next {
  const { draw, values } = recipe;
  const others = beside(actor, recipe);
  return (id) => {
    const step = drawReceive(id, recipe);
    const { ReceiveRequestAttemptId: _, ...input } = step.input;
    const WaitTimeSeconds = pick(draw, values.poll);
    return { ...step, actor: pick(draw, others), input: { ...input, QueueUrl, WaitTimeSeconds } };
  };
}
