import type { Draw } from '../chance/seed.js';
import { arnOf, type QueueAttributes } from '../core/calls.js';
import type { Setup } from '../core/schedule.js';
import { put } from './members.js';
import { pick } from './pick.js';
import type { Feature } from './swarm.js';
import type { Values } from './values.js';

/** One to four queues; with dead letters, some of them pass their poison on to a later one. */
export function drawSetup(draw: Draw, features: ReadonlySet<Feature>, values: Values): Setup {
  const deadLetters = features.has('dead-letters');
  const count = deadLetters ? pick(draw, [2, 2, 3, 3, 4]) : pick(draw, [1, 1, 1, 2, 2, 3, 4]);
  const queues = Array.from({ length: count }, (_, k) => ({
    name: `q${k + 1}`,
    attributes: drawAttributes(draw, features, values),
  }));
  if (deadLetters)
    for (let k = 0; k + 1 < count; k++)
      if (k === 0 || draw(3) > 0) {
        // mostly the next one, which makes chains (sqs:X13)
        const target = queues[k + 1 + (draw(4) === 0 ? draw(count - k - 1) : 0)]!.name;
        queues[k]!.attributes.RedrivePolicy = drawPolicy(draw, target);
      }
  return { queues };
}

/** A limit of 1 to 3, mostly low; as text now and then, which is as good as a number (sqs:A7). */
export function drawPolicy(draw: Draw, target: string): string {
  const limit = pick(draw, [1, 1, 1, 2, 2, 3]);
  return JSON.stringify({ deadLetterTargetArn: arnOf(target), maxReceiveCount: draw(3) === 0 ? String(limit) : limit });
}

function drawAttributes(draw: Draw, features: ReadonlySet<Feature>, values: Values): QueueAttributes {
  const attributes: QueueAttributes = {};
  put(attributes, 'VisibilityTimeout', pick(draw, values.queueVisibility));
  if (features.has('delays')) put(attributes, 'DelaySeconds', pick(draw, values.queueDelay));
  if (features.has('long-polls')) put(attributes, 'ReceiveMessageWaitTimeSeconds', pick(draw, values.queueWait));
  if (features.has('far-times')) put(attributes, 'MessageRetentionPeriod', pick(draw, values.queueRetention));
  if (features.has('refusals') && draw(2) === 0) attributes.MaximumMessageSize = '1024';
  return attributes;
}
