import type { Draw } from '../chance/seed.js';
import { arnOf, isFifo, type QueueAttributes } from '../core/calls.js';
import type { Setup } from '../core/schedule.js';
import { put } from './members.js';
import { pick } from './pick.js';
import type { Feature } from './swarm.js';
import type { Values } from './values.js';

/** Which types the queues of one schedule have; `mixed` has both. */
export type Kind = 'standard' | 'fifo' | 'mixed';

/** A standard queue beside FIFO queues that gets no messages: it is there to be refused for its type (sqs:X2). */
export const bystander = 'q0';

const counts = { tasks: [2, 3, 3, 4], 'dead-letters': [2, 2, 3, 3, 4], others: [1, 1, 1, 2, 2, 3, 4] };

/** One to four queues; with dead letters, some of them pass their poison on to a later one of their type. */
export function drawSetup(draw: Draw, features: ReadonlySet<Feature>, values: Values, kind: Kind): Setup {
  const deadLetters = features.has('dead-letters');
  const count = pick(draw, counts[features.has('tasks') ? 'tasks' : deadLetters ? 'dead-letters' : 'others']);
  const queues: Setup['queues'] = [];
  for (let k = 0; k < count; k++) {
    const name = drawName(draw, k, kind);
    queues.push({ name, attributes: drawAttributes(draw, features, values, isFifo(name)) });
  }
  if (features.has('far-times') && draw(2) === 0) shareRetention(queues);
  // one dead-letter queue for all, or mostly the next queue, which makes chains (sqs:X13)
  if (deadLetters) drawDeadLetters(draw, queues, draw(features.has('tasks') ? 2 : 3) === 0);
  if (kind === 'fifo' && features.has('many-refusals')) queues.push({ name: bystander, attributes: {} });
  return { queues };
}

/** All queues keep messages as long as the first one: then only the age of a message tells when it expires. */
function shareRetention([first, ...others]: Setup['queues']): void {
  for (const { attributes } of others) {
    delete attributes.MessageRetentionPeriod;
    put(attributes, 'MessageRetentionPeriod', first!.attributes.MessageRetentionPeriod);
  }
}

function drawDeadLetters(draw: Draw, queues: Setup['queues'], isShared: boolean): void {
  for (const [k, { name, attributes }] of queues.entries()) {
    const later = queues.slice(k + 1).filter((other) => isFifo(other.name) === isFifo(name));
    const place = isShared ? later.length - 1 : draw(4) === 0 ? draw(later.length) : 0;
    if (later.length > 0 && (k === 0 || draw(3) > 0)) attributes.RedrivePolicy = drawPolicy(draw, later[place]!.name);
  }
}

function drawName(draw: Draw, k: number, kind: Kind): string {
  const fifo = kind === 'mixed' ? draw(2) === 0 : kind === 'fifo';
  return fifo ? `q${k + 1}.fifo` : `q${k + 1}`;
}

/** Absent, the default and the other value are three different things. */
const contentBased = [undefined, undefined, 'false', 'true', 'true'];
const modes: readonly QueueAttributes[] = [
  {},
  {},
  { DeduplicationScope: 'queue', FifoThroughputLimit: 'perQueue' },
  { DeduplicationScope: 'messageGroup' },
  { DeduplicationScope: 'messageGroup', FifoThroughputLimit: 'perMessageGroupId' },
];

function drawFifo(draw: Draw, attributes: QueueAttributes): void {
  attributes.FifoQueue = 'true';
  put(attributes, 'ContentBasedDeduplication', pick(draw, contentBased));
  Object.assign(attributes, pick(draw, modes));
}

/** A limit of 1 to 3, mostly low; as text now and then, which is as good as a number (sqs:A7). */
export function drawPolicy(draw: Draw, target: string): string {
  const limit = pick(draw, [1, 1, 1, 2, 2, 3]);
  return JSON.stringify({ deadLetterTargetArn: arnOf(target), maxReceiveCount: draw(3) === 0 ? String(limit) : limit });
}

function drawAttributes(draw: Draw, features: ReadonlySet<Feature>, values: Values, fifo: boolean): QueueAttributes {
  const attributes: QueueAttributes = {};
  if (fifo) drawFifo(draw, attributes);
  put(attributes, 'VisibilityTimeout', pick(draw, values.queueVisibility));
  if (features.has('delays')) put(attributes, 'DelaySeconds', pick(draw, values.queueDelay));
  if (features.has('long-polls')) put(attributes, 'ReceiveMessageWaitTimeSeconds', pick(draw, values.queueWait));
  if (features.has('far-times')) put(attributes, 'MessageRetentionPeriod', pick(draw, values.queueRetention));
  // what is too long need not be long
  if ((features.has('refusals') || features.has('many-refusals')) && draw(8) > 0)
    attributes.MaximumMessageSize = '1024';
  return attributes;
}
