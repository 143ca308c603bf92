import type { Tags } from '../../src/core/calls.js';
import type { Write } from './register.js';
import type { Called, QueueFacts } from './words.js';

/** What calls wrote, or may have written, to one tag of the queue; undefined where they took it away (sqs:TG1). */
export function tagWrites(queue: QueueFacts, key: string): Write<string | undefined>[] {
  const writes: Write<string | undefined>[] = [];
  for (const called of queue.labellings) {
    const written = writtenBy(queue, called, key);
    if (written !== undefined) writes.push(written);
  }
  return writes;
}

/** The keys of all tags that the queue may ever have had. */
export function tagKeys({ labellings }: QueueFacts): Set<string> {
  const keys = new Set<string>();
  for (const { op } of labellings) {
    if (op.call === 'TagQueue') addTo(keys, op.input.Tags);
    else if (op.call === 'CreateQueue') addTo(keys, op.input.tags);
  }
  return keys;
}

function addTo(keys: Set<string>, tags: Tags | undefined): void {
  for (const key in tags) keys.add(key);
}

type Written = Write<string | undefined> | undefined;

function writtenBy(queue: QueueFacts, { op, s, e, outcome: answered }: Called, key: string): Written {
  const outcome = answered === 'ok' ? 'ok' : 'unknown';
  switch (op.call) {
    case 'TagQueue':
      return has(op.input.Tags, key) ? { op, s, e, outcome, value: op.input.Tags[key]! } : undefined;
    case 'UntagQueue':
      return op.input.TagKeys?.includes(key) ? { op, s, e, outcome, value: undefined } : undefined;
    case 'CreateQueue': {
      const creation = queue.writes.find((write) => write.op === op);
      const value = has(op.input.tags, key) ? op.input.tags[key] : undefined;
      if (creation !== undefined) return { op, s, e: creation.e, outcome: creation.outcome, value };
      // Whether the tags given for a queue that exists are written is not known (sqs:U10).
      return value === undefined ? undefined : { op, s, e, outcome: 'unknown', value };
    }
    default:
      return undefined;
  }
}

const has = (tags: Tags | undefined, key: string): tags is Tags =>
  tags !== undefined && tags !== null && Object.hasOwn(tags, key);
