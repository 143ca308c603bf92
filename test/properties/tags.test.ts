import { describe, test } from 'vitest';
import { tags } from '../../properties/tags.js';
import { type Draft, history, ok, op, type When } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds } = verdictsOf(tags);

const tag = (Tags: Record<string, string>, when: When = {}): Draft =>
  op('TagQueue', { QueueUrl: 'q1', Tags }, ok(), when);
const untag = (TagKeys: string[], when: When = {}): Draft => op('UntagQueue', { QueueUrl: 'q1', TagKeys }, ok(), when);
const list = (Tags: Record<string, string> | undefined, at = 0): Draft =>
  op('ListQueueTags', { QueueUrl: 'q1' }, ok(Tags && { Tags }), { at });
const create = (given: Record<string, string>, when: When = {}): Draft =>
  op('CreateQueue', { QueueName: 'q1', tags: given }, ok({ QueueUrl: 'q1' }), when);
const drop = (at: number): Draft => op('DeleteQueue', { QueueUrl: 'q1' }, ok(), { at });

describe('sqs:TG1 the tags that are listed', () => {
  test.each<[string, Draft[], string, number[]]>([
    [
      'left out',
      [tag({ a: 'x' }), list(undefined, 1)],
      'left out the tag a, but at 0.001 s it was "x" (tag #0)',
      [1, 0],
    ],
    [
      'with another value',
      [tag({ a: 'x' }), list({ a: 'y' }, 1)],
      'showed the tag a as "y", but at 0.001 s it was "x" (tag #0)',
      [1, 0],
    ],
    [
      'with the value before',
      [tag({ a: 'x' }), tag({ a: '' }, { at: 1 }), list({ a: 'x' }, 2)],
      'showed the tag a as "x", but at 0.002 s it was "" (tag #1)',
      [2, 1],
    ],
    [
      'in another case',
      [tag({ A: 'x' }), list({ A: 'x', a: 'x' }, 1)],
      'showed the tag a as "x", but at 0.001 s it was not there',
      [1],
    ],
    [
      'that was taken off',
      [tag({ a: 'x' }), untag(['a'], { at: 1 }), list({ a: 'x' }, 2)],
      'showed the tag a as "x", but at 0.002 s it was not there (untag #1)',
      [2, 1],
    ],
    ['that nobody gave', [list({ b: '' })], 'showed the tag b as "", but at 0 s it was not there', [0]],
    [
      'lost by another one',
      [tag({ a: 'x' }), tag({ b: 'y' }, { at: 1 }), list({ b: 'y' }, 2)],
      'left out the tag a, but at 0.002 s it was "x" (tag #0)',
      [2, 0],
    ],
    [
      'of the queue before (sqs:CQ9)',
      [tag({ a: 'x' }), drop(1), create({}, { at: 60_001 }), list({ a: 'x' }, 60_002)],
      'showed the tag a as "x", but at 60.002 s it was not there (create queue #2)',
      [3, 2],
    ],
  ])('%s', (_, ops, says, because) => {
    broken(history(ops), `list tags #${ops.length - 1} ${says}`, because);
  });

  test('an empty list instead of none (sqs:W15)', () =>
    broken(history([list({})]), 'list tags #0 answered an empty list, but without tags there is none (sqs:TG1)', [0]));

  test('good: added, overwritten, taken off, an empty value, keys that differ in case', () => {
    const ops = [tag({ a: 'x', A: '' }), tag({ a: 'y', b: '1' }, { at: 1 }), untag(['b', 'absent'], { at: 2 })];
    holds(history([...ops, list({ a: 'y', A: '' }, 3)]), 4);
  });

  test('good: none', () => holds(history([list(undefined)]), 1));

  test('good: those of the creation (sqs:CQ9)', () =>
    holds(history([create({ a: 'x' }), list({ a: 'x' }, 1)], { queues: {} }), 2));

  test('good: whether a create of a queue that is there writes them is not known (sqs:U10)', () => {
    holds(history([create({ a: 'x' }), list({ a: 'x' }, 1)]), 2);
    holds(history([create({ a: 'x' }), list(undefined, 1)]), 2);
  });

  test('good: a refused call writes nothing (sqs:OP6)', () => {
    holds(history([tag({ a: 'x' }, { refused: 'RequestThrottled' }), list(undefined, 1)]), 1);
  });

  test('good: a call without known outcome, or one that overlaps', () => {
    for (const when of [{ unknown: true }, { to: 9 }])
      for (const shown of [{ a: 'x' }, undefined]) holds(history([tag({ a: 'x' }, when), list(shown, 5)]), 2);
  });

  test('good: documented, the old value may be seen for a minute (sqs:A33)', () => {
    const level = 'documented';
    holds(history([tag({ a: 'x' }), list(undefined, 60_000)], { level }), 2);
    broken(
      history([tag({ a: 'x' }), list(undefined, 60_001)], { level }),
      'list tags #1 left out the tag a, but at 60.001 s it was "x" (tag #0)',
      [1, 0],
    );
  });
});
