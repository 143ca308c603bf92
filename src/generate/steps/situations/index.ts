import type { Step } from '../../core/schedule.js';
import { pick } from '../pick.js';
import { drawReceive } from './messages.js';
import { drawActor, type Recipe } from './recipe.js';
import { drawWait, secondsOf } from './timing.js';

/** A step that is to come next; drawn when it gets its id. */
export type Next = (id: number) => Step;

/** Now and then steps that make a situation of the last one, of a sort that single steps rarely make; mostly none. */
export function drawSituation(last: Step, recipe: Recipe): Next[] {
  switch (last.call) {
    case 'DeleteMessage':
    case 'ChangeMessageVisibility':
      return afterSettling(last, recipe);
    case 'ReceiveMessage':
      return afterReceive(last, recipe);
    case 'SendMessage':
      return afterSend(last, recipe);
    case 'DeleteQueue':
      return afterDrop(last, recipe);
    default:
      return [];
  }
}

function afterSettling(last: Step, recipe: Recipe): Next[] {
  const { draw, features } = recipe;
  const isMixed = features.has('deletes') && features.has('changes');
  return isMixed && draw(2) === 0 ? [rhyme(last, recipe)] : [];
}

function afterReceive(last: Step, recipe: Recipe): Next[] {
  const { draw, features, actors, targets, values } = recipe;
  const mayWake = features.has('changes') && features.has('long-polls') && actors.length > 1;
  if (mayWake && draw(4) === 0) return [pollBeside(last, recipe), release(last)];
  const isNear = secondsOf(last, recipe, 'VisibilityTimeout') <= values.horizon;
  return targets.has(last.input.QueueUrl as string) && isNear && draw(4) === 0 ? [scanAgain(last, recipe)] : [];
}

function afterSend(last: Step, recipe: Recipe): Next[] {
  const { draw, features, values } = recipe;
  if (!features.has('long-polls')) return [];
  const delay = secondsOf(last, recipe, 'DelaySeconds');
  return delay > 1 && delay <= values.horizon && draw(4) === 0 ? [pollUntilDue(last, recipe, delay)] : [];
}

/** Poison that has nowhere to go, and a queue that comes back empty. */
function afterDrop(last: Step, recipe: Recipe): Next[] {
  const { draw, targets, values } = recipe;
  const dropped = last.input.QueueUrl;
  const next: Next[] = [];
  for (const [source, target] of targets)
    if (target === dropped) next.push(receiveAll(recipe, source, 0), receiveAll(recipe, source, 0));
  if (values.farPauses.length > 0 && draw(2) === 0)
    next.push(createAgain(last, recipe), receiveAll(recipe, dropped, 1));
  return next;
}

/** The other thing with the same receipt, at once. */
function rhyme({ actor, call, input: { QueueUrl }, receipts }: Step, { draw, values }: Recipe): Next {
  return (id) => {
    const step: Step =
      call === 'DeleteMessage'
        ? {
            id,
            actor,
            call: 'ChangeMessageVisibility',
            input: { QueueUrl, VisibilityTimeout: pick(draw, values.change) },
          }
        : { id, actor, call: 'DeleteMessage', input: { QueueUrl } };
    return receipts === undefined ? step : { ...step, receipts };
  };
}

/** Another actor waits on the queue. */
function pollBeside({ actor, input: { QueueUrl } }: Step, recipe: Recipe): Next {
  const { draw, actors, values } = recipe;
  const others = actors.filter((other) => other !== actor);
  return (id) => {
    const step = drawReceive(id, recipe);
    const other = pick(draw, others);
    return { ...step, actor: other, input: { ...step.input, QueueUrl, WaitTimeSeconds: pick(draw, values.poll) } };
  };
}

/** The receiver gives its message back. */
function release({ actor, input: { QueueUrl } }: Step): Next {
  return (id) => ({ id, actor, call: 'ChangeMessageVisibility', input: { QueueUrl, VisibilityTimeout: 0 } });
}

/** A poll whose wait ends exactly when the delay of the send does. */
function pollUntilDue({ id: after, input: { QueueUrl } }: Step, recipe: Recipe, delay: number): Next {
  return (id) => {
    const step = drawReceive(id, recipe);
    const input = { ...step.input, QueueUrl, WaitTimeSeconds: drawWait(recipe, delay) };
    return { ...step, at: { after, deadline: 'delay', tick: 0, ends: true }, input };
  };
}

/** Looks at everything that came back at once, so that several messages may be due for the dead-letter queue. */
function scanAgain({ id: after, input }: Step, recipe: Recipe): Next {
  const scan = receiveAll(recipe, input.QueueUrl, 1);
  return (id) => ({ ...scan(id), at: { after, deadline: 'visibility', tick: 0 } });
}

function receiveAll(recipe: Recipe, QueueUrl: unknown, VisibilityTimeout: number): Next {
  return (id) => ({
    id,
    actor: drawActor(recipe),
    call: 'ReceiveMessage',
    input: { QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout, MessageSystemAttributeNames: ['All'] },
  });
}

/** Creates the queue that was deleted, around the end of its guard (sqs:CQ8). */
function createAgain({ id: after, actor, input }: Step, { draw }: Recipe): Next {
  return (id) => {
    const tick = draw(3) - 1;
    const at = { after, deadline: 'guard', tick } as const;
    return { id, actor, at, call: 'CreateQueue', input: { QueueName: input.QueueUrl } };
  };
}
