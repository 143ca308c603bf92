import type { Tags } from '../src/core/calls.js';
import { outputOf } from './reading/calls.js';
import type { Facts } from './reading/facts.js';
import { type Judgement, property } from './reading/judge.js';
import { nameOf, seconds } from './reading/names.js';
import { lastBy, possibleValues } from './reading/register.js';
import { tagKeys, tagWrites } from './reading/tags.js';
import type { OpOf, QueueFacts } from './reading/words.js';

export const tags = property(
  {
    name: 'tags',
    claim: 'ListQueueTags answers the tags that the queue has, with the values last written.',
    judges:
      'Every answered listing of tags: each tag shown has a value that it may have had then, each one that was certainly there is shown, and without tags there is no member Tags.',
    forgives:
      'Any value that overlapping or unknown calls may have written, at the documented level old values for 60 s, and tags given to CreateQueue for a queue that was there already.',
    blind: 'Tags of queues that the run did not make.',
    source: ['sqs:TG1', 'sqs:A33', 'sqs:W15', 'sqs:OP6', 'sqs:U10'],
  },
  (facts, judgement) => {
    for (const { op, outcome, place } of facts.calls)
      if (op.call === 'ListQueueTags' && outcome === 'ok') judge(facts, judgement, op, place);
  },
);

function judge(facts: Facts, judgement: Judgement, op: OpOf<'ListQueueTags'>, queue: QueueFacts): void {
  const { Tags } = outputOf(op);
  judgement.judged++;
  if (Tags !== undefined && Object.keys(Tags).length === 0)
    judgement.violated(`${nameOf(op)} answered an empty list, but without tags there is none (sqs:TG1)`, [op.id]);
  for (const key of new Set([...tagKeys(queue), ...Object.keys(Tags ?? {})]))
    judgeTag(facts, judgement, op, queue, key, shownIn(Tags, key));
}

const shownIn = (tags: Tags | undefined, key: string): string | undefined =>
  tags !== undefined && Object.hasOwn(tags, key) ? tags[key] : undefined;

function judgeTag(
  facts: Facts,
  judgement: Judgement,
  op: OpOf<'ListQueueTags'>,
  queue: QueueFacts,
  key: string,
  shown: string | undefined,
): void {
  judgement.judged++;
  const writes = tagWrites(queue, key);
  const legal = possibleValues(facts, undefined, writes, op.invoked, op.returned);
  if (legal.includes(shown)) return;
  const what = shown === undefined ? `left out the tag ${key}` : `showed the tag ${key} as ${JSON.stringify(shown)}`;
  const last = lastBy(writes, op.returned);
  const by = last.map((write) => ` (${nameOf(write.op)})`).join('');
  const says = `${nameOf(op)} ${what}, but at ${seconds(op.invoked)} it ${legal.length > 1 ? 'could be' : 'was'} ${allOf(legal)}${by}`;
  judgement.violated(says, [op.id, ...last.map((write) => write.op.id)]);
}

const allOf = (values: (string | undefined)[]): string =>
  [...new Set(values)].map((value) => (value === undefined ? 'not there' : JSON.stringify(value))).join(' or ');
