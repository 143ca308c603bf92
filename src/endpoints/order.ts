import { type Call, queueOfArn } from '../core/calls.js';
import type { Setup } from '../core/schedule.js';

type Queue = Setup['queues'][number];

/** How often each call is sent that makes or deletes the queues of a run, where the server is busy or does not answer it. */
export const triesMax = 3;

/** The queue that the attributes name as dead-letter target, if any. */
export function targetOf({ RedrivePolicy }: Record<string, string>): string | undefined {
  const arn = /"deadLetterTargetArn"\s*:\s*"([^"]*)"/.exec(RedrivePolicy ?? '')?.[1];
  return arn === undefined ? undefined : queueOfArn(arn);
}

/**
 * The calls that make a setup, in an order in which none is refused: dead-letter targets before their sources (sqs:X2),
 * after all queues the policies whose targets are on a cycle, and last who may be a source, because that names sources
 * and could forbid them (sqs:X12).
 */
export function creation(queues: readonly Queue[]): Call[] {
  const ordered = targetsFirst(queues);
  const made = new Set<string>();
  const creates: Call[] = [];
  const redrives: Call[] = [];
  const allows: Call[] = [];
  for (const { name, attributes } of ordered) {
    const { RedriveAllowPolicy, RedrivePolicy, ...Attributes } = attributes;
    const target = targetOf(attributes);
    const waits = ordered.some((queue) => queue.name === target && !made.has(queue.name));
    if (RedrivePolicy !== undefined && !waits) Attributes.RedrivePolicy = RedrivePolicy;
    else if (RedrivePolicy !== undefined) redrives.push(setting(name, { RedrivePolicy }));
    if (RedriveAllowPolicy !== undefined) allows.push(setting(name, { RedriveAllowPolicy }));
    creates.push({ call: 'CreateQueue', input: { QueueName: name, Attributes } });
    made.add(name);
  }
  return [...creates, ...redrives, ...allows];
}

const setting = (QueueUrl: string, Attributes: Record<string, string>): Call => ({
  call: 'SetQueueAttributes',
  input: { QueueUrl, Attributes },
});

function targetsFirst(queues: readonly Queue[]): Queue[] {
  const unseen = new Map(queues.map((queue) => [queue.name, queue]));
  const ordered: Queue[] = [];
  const visit = (name: string | undefined): void => {
    const queue = unseen.get(name ?? '');
    if (queue === undefined) return;
    unseen.delete(queue.name);
    visit(targetOf(queue.attributes));
    ordered.push(queue);
  };
  for (const { name } of queues) visit(name);
  return ordered;
}
