import { describe, expect, test } from 'vitest';
import { deadLetterSources } from '../../properties/dead-letter-sources.js';
import { arnOf } from '../../src/core/calls.js';
import { type Draft, history, ok, op, type When } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds } = verdictsOf(deadLetterSources);

const to = (target: string) => ({
  RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arnOf(target), maxReceiveCount: 1 }),
});
const queues = { a: to('dlq'), b: to('dlq'), c: to('other'), dlq: {}, other: {} };
const set = (QueueUrl: string, Attributes: Record<string, string>, when: When = {}): Draft =>
  op('SetQueueAttributes', { QueueUrl, Attributes }, ok(), when);
const remove = (QueueUrl: string, when: When = {}): Draft => op('DeleteQueue', { QueueUrl }, ok(), when);
const list = (
  queueUrls: string[] | undefined,
  { max, from, next, ...when }: When & { max?: number; from?: string; next?: string } = {},
): Draft =>
  op(
    'ListDeadLetterSourceQueues',
    { QueueUrl: 'dlq', ...(max !== undefined && { MaxResults: max }), ...(from !== undefined && { NextToken: from }) },
    ok({ ...(queueUrls && { queueUrls }), ...(next !== undefined && { NextToken: next }) }),
    when,
  );

const notTo = 'but its redrive policy does not lead to dlq';
const leadsTo = 'but its redrive policy leads to dlq';

describe('sqs:LD1 the sources of a dead-letter queue', () => {
  test.each<[string, Draft[], string]>([
    ['without one', [list(['a'])], `ended a listing without b, ${leadsTo}`],
    ['with none', [remove('a'), list(undefined, { at: 1 })], `ended a listing without b, ${leadsTo}`],
    ['with a source of another queue', [list(['a', 'b', 'c'])], `listed c at 0 s, ${notTo}`],
    ['with itself', [list(['a', 'b', 'dlq'])], `listed dlq at 0 s, ${notTo}`],
    ['with a queue that is not there', [list(['a', 'b', 'z'])], `listed z at 0 s, ${notTo}`],
    ['with one twice', [list(['a', 'a', 'b'])], 'listed a twice'],
    ['with one that is deleted', [remove('a'), list(['a', 'b'], { at: 1 })], `listed a at 0.001 s, ${notTo}`],
    [
      'with one whose policy was cleared',
      [set('a', { RedrivePolicy: '' }), list(['a', 'b'], { at: 1 })],
      `listed a at 0.001 s, ${notTo}`,
    ],
    [
      'without one whose policy was set',
      [set('c', to('dlq')), list(['a', 'b'], { at: 1 })],
      `ended a listing without c, ${leadsTo}`,
    ],
    ['of more than asked for', [list(['a', 'b'], { max: 1 })], 'listed 2 queues, but at most 1 were asked for'],
    [
      'with a token for nothing (sqs:LQ2)',
      [list(['a', 'b'], { max: 2, next: 't' })],
      'answered a NextToken, but nothing is left to list (sqs:LQ2)',
    ],
    [
      'with a token that nobody asked for (sqs:LQ2)',
      [list(['a', 'b'], { next: 't' })],
      'answered a NextToken, but MaxResults was not given (sqs:LQ2)',
    ],
  ])('%s', (_, ops, says) => {
    const last = ops.length - 1;
    broken(history(ops, { queues }), `list dead-letter sources #${last} ${says}`, [last]);
  });

  test('good: in any order (sqs:LQ3), in one page or two', () => {
    holds(history([list(['b', 'a'])], { queues }), 1);
    holds(history([list(['b'], { max: 1, next: 't' }), list(['a'], { max: 1, from: 't', at: 1 })], { queues }), 2);
  });

  test('good: no member for no sources', () => holds(history([list(undefined)], { queues: { dlq: {} } }), 1));

  test('a page that comes again, without the rest (sqs:LQ2)', () => {
    const pages = [list(['a'], { max: 1, next: 't' }), list(['a'], { max: 1, from: 't', at: 1 })];
    const says = [`ended a listing without b, ${leadsTo}`, 'listed a, but an earlier page had it already'];
    expect(deadLetterSources.check(history(pages, { queues }))).toMatchObject({
      violations: says.map((what) => ({ says: `list dead-letter sources #1 ${what}`, ops: [0, 1] })),
    });
  });

  test('good: a policy without known outcome, or one that overlaps (sqs:OP6)', () => {
    for (const when of [{ unknown: true }, { to: 9 }])
      for (const shown of [['b'], ['a', 'b']])
        holds(history([set('a', { RedrivePolicy: '' }, when), list(shown, { at: 5 })], { queues }), 1);
  });

  test('good: a dead-letter queue that was deleted and made again (sqs:DQ4)', () => {
    const create = op('CreateQueue', { QueueName: 'dlq' }, ok({ QueueUrl: 'dlq' }), { at: 60_000 });
    for (const shown of [['a', 'b'], undefined])
      holds(history([remove('dlq'), create, list(shown, { at: 60_001 })], { queues }), 1);
  });

  test('good: documented, the old policy may be seen for a minute (sqs:A30)', () => {
    const level = 'documented';
    holds(history([set('a', { RedrivePolicy: '' }), list(['a', 'b'], { at: 60_000 })], { queues, level }), 1);
    broken(
      history([set('a', { RedrivePolicy: '' }), list(['a', 'b'], { at: 60_001 })], { queues, level }),
      `list dead-letter sources #1 listed a at 60.001 s, ${notTo}`,
      [1],
    );
  });
});
