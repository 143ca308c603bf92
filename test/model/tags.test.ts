import { describe } from 'vitest';
import type { Tags } from '../../src/core/calls.js';
import { answers, ask, drop, on, reads, type Story, tellAll } from './service.js';

const refused = 'InvalidParameterValue';
const tag = (Tags: Tags) => ask('TagQueue', { Tags });
const untag = (...TagKeys: string[]) => ask('UntagQueue', { TagKeys });
const tags = answers('ListQueueTags');
const create = (QueueName: string, given: Tags) => ask('CreateQueue', { QueueName, tags: given });
const none = '{}';

const stories: Story[] = [
  {
    rule: 'tags are added, overwritten and taken off, and the list is left out when there are none (sqs:TG1)',
    lines: [
      [0, tags, none],
      [0, tag({ a: '1', b: '2' })],
      [0, tag({ b: '3', c: '' })],
      [0, tags, '{"Tags":{"a":"1","b":"3","c":""}}'],
      [0, untag('a', 'c')],
      [0, tags, '{"Tags":{"b":"3"}}'],
      [0, untag('b')],
      [0, tags, none],
    ],
  },
  {
    rule: 'keys differ in upper and lower case, unknown ones are passed over (sqs:TG1)',
    lines: [
      [0, tag({ a: '1', A: '2' })],
      [0, untag('b', 'A', 'toString')],
      [0, tags, '{"Tags":{"a":"1"}}'],
      [0, tag(JSON.parse('{"__proto__":"x"}') as Tags)],
      [0, tags, '{"Tags":{"__proto__":"x","a":"1"}}'],
    ],
  },
  {
    rule: 'every queue has its own tags, and they go with it (sqs:TG1, sqs:DQ1)',
    queues: { q: {}, p: {} },
    lines: [
      [0, tag({ a: '1' })],
      [0, on('p', tags), none],
      [0, drop],
      [60_000, create('q', { b: '2' })],
      [60_000, tags, '{"Tags":{"b":"2"}}'],
    ],
  },
  {
    rule: 'tags of a queue that exists are neither compared nor changed by a create (sqs:CQ7, sqs:U10)',
    lines: [
      [0, create('x', { a: '1' })],
      [0, create('x', { a: '2', b: '2' })],
      [0, on('x', tags), '{"Tags":{"a":"1"}}'],
    ],
  },
  {
    rule: 'tags do not change LastModifiedTimestamp (sqs:U27)',
    lines: [
      [5000, tag({ a: '1' })],
      [9000, untag('a')],
      [9000, reads('LastModifiedTimestamp'), '0'],
    ],
  },
  {
    rule: 'a key has 1 to 128 characters, a value up to 256, of letters, digits, white space and _.:/=+-@ (sqs:TG2)',
    lines: [
      [0, tag({ '': 'x' }), refused],
      [0, tag({ ['k'.repeat(129)]: 'x' }), refused],
      [0, tag({ k: 'v'.repeat(257) }), refused],
      ...['k!', 'k,', 'k#', '"', 'k\u0000'].flatMap((text): Story['lines'] => [
        [0, tag({ [text]: 'x' }), refused],
        [0, tag({ k: text }), refused],
      ]),
      ...['aws:k', 'AWS:k'].map((key): Story['lines'][0] => [0, tag({ [key]: 'x' }), refused]),
      [0, tags, none],
      [0, tag({ ['k'.repeat(128)]: 'v'.repeat(256), 'é ٣ _.:/=+-@aws:': ' ' })],
    ],
  },
  {
    rule: 'a call gives 1 to 50 tags (sqs:TG2)',
    lines: [
      [0, tag({}), 'MissingParameter'],
      [0, tag(many(51)), refused],
      [0, tag(many(50))],
      [0, tag({ more: 'x' })],
    ],
  },
  {
    rule: 'a create checks its tags and refuses all with one (sqs:TG2, sqs:OP6)',
    lines: [
      [0, create('x', { a: 'x', 'aws:k': 'x' }), refused],
      [0, create('x', many(51)), refused],
      [0, on('x', drop), 'AWS.SimpleQueueService.NonExistentQueue'],
      [0, create('x', {})],
      [0, on('x', tags), none],
    ],
  },
  {
    rule: 'one wrong key keeps all from being taken off (sqs:TG2, sqs:OP6)',
    lines: [
      [0, tag({ a: '1' })],
      [0, untag(), refused],
      [0, untag('a', ''), refused],
      [0, tags, '{"Tags":{"a":"1"}}'],
    ],
  },
];

function many(count: number): Tags {
  return Object.fromEntries(Array.from({ length: count }, (_, k) => [`k${k}`, '']));
}

describe('tags', () => {
  tellAll(stories);
});
