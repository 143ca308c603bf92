import { describe, test } from 'vitest';
import { queueNames } from '../../properties/queue-names.js';
import { type Draft, history, ok, op, type When } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds } = verdictsOf(queueNames);

type Listing = { QueueNamePrefix?: string; MaxResults?: number; NextToken?: string };
const list = (input: Listing, QueueUrls: string[], { next, ...when }: When & { next?: string } = {}): Draft =>
  op('ListQueues', input, ok({ ...(QueueUrls.length > 0 && { QueueUrls }), ...(next && { NextToken: next }) }), when);
const create = (QueueName: string, when: When = {}, QueueUrl = QueueName): Draft =>
  op('CreateQueue', { QueueName }, ok({ QueueUrl }), when);
const remove = (QueueUrl: string, when: When = {}): Draft => op('DeleteQueue', { QueueUrl }, ok(), when);

const queues = { a1: {}, a2: {}, b1: {} };
const names = Object.keys(queues);

describe('sqs:GU1 the URL of a name', () => {
  const url = (QueueUrl: string): Draft => op('GetQueueUrl', { QueueName: 'a1' }, ok({ QueueUrl }));
  test('another queue', () =>
    broken(history([url('a2')], { queues }), 'get queue url #0 answered a2, but the name is a1', [0]));
  test('another queue after a creation (sqs:CQ4)', () =>
    broken(history([create('a1', {}, 'a2')], { queues }), 'create queue #0 answered a2, but the name is a1', [0]));
  test('good: the queue', () => holds(history([url('a1')], { queues }), 1));
});

describe('sqs:LQ1 a listing', () => {
  test.each<[string, Draft, string]>([
    ['without a queue that exists', list({}, ['a1', 'b1']), 'ended a listing without a2, but that queue exists'],
    ['against the prefix', list({ QueueNamePrefix: 'a' }, names), 'listed b1 at 0 s, but the prefix is a'],
    ['with a queue that does not exist', list({}, [...names, 'c1']), 'listed c1 at 0 s, but there is no such queue'],
    ['with a queue twice', list({}, [...names, 'a1']), 'listed a1 twice'],
    ['of more than asked for', list({ MaxResults: 2 }, names), 'listed 3 queues, but at most 2 were asked for'],
    [
      'with a token that nobody asked for (sqs:LQ2)',
      list({}, names, { next: 't' }),
      'answered a NextToken, but MaxResults was not given (sqs:LQ2)',
    ],
    [
      'that ends before all is shown',
      list({ MaxResults: 2 }, ['a1', 'a2']),
      'ended a listing without b1, but that queue exists',
    ],
  ])('%s', (_, draft, says) => broken(history([draft], { queues }), `list queues #0 ${says}`, [0]));

  test('good: all, in any order (sqs:LQ3), or those of the prefix', () => {
    holds(history([list({}, ['b1', 'a2', 'a1'])], { queues }), 1);
    holds(history([list({ QueueNamePrefix: 'A' }, [])], { queues }), 1);
    holds(history([list({ MaxResults: 3 }, names)], { queues }), 1);
  });

  test.each([0, -1, 1001])(
    'good: a listing of %d, which had to be refused, may have anything (sqs:LQ1)',
    (MaxResults) => {
      holds(history([list({ MaxResults }, names, { next: 't' })], { queues }), 0);
      holds(history([list({ MaxResults }, [])], { queues }), 0);
    },
  );

  test('a deleted queue', () =>
    broken(
      history([remove('a1'), list({}, names, { at: 1 })], { queues }),
      'list queues #1 listed a1 at 0.001 s, but there is no such queue',
      [1],
    ));

  test('a created queue is missing', () =>
    broken(
      history([create('c1'), list({}, names, { at: 1 })], { queues }),
      'list queues #1 ended a listing without c1, but that queue exists',
      [1],
    ));

  test.each([create('c1', { unknown: true }), create('c1', { to: 9 })])(
    'good: a creation without known outcome, or one that overlaps (sqs:OP6)',
    (creation) => {
      holds(history([creation, list({}, names, { at: 1 })], { queues }), creation.unknown ? 1 : 2);
      holds(history([creation, list({}, [...names, 'c1'], { at: 1 })], { queues }), creation.unknown ? 1 : 2);
    },
  );

  test('good: documented, it may take a while (sqs:LQ3)', () => {
    const level = 'documented';
    holds(history([create('c1'), list({}, names, { at: 60_000 })], { queues, level }), 2);
    holds(history([remove('a1'), list({}, names, { at: 60_000 })], { queues, level }), 1);
  });
});

describe('sqs:LQ2 pages', () => {
  const first = list({ MaxResults: 2 }, ['a1', 'a2'], { next: 't' });
  const second = (names: string[], at = 1) => list({ MaxResults: 2, NextToken: 't' }, names, { at });

  test('good: together they have every queue once', () => holds(history([first, second(['b1'])], { queues }), 2));

  test('a queue is skipped', () =>
    broken(
      history([first, second([])], { queues }),
      'list queues #1 ended a listing without b1, but that queue exists',
      [0, 1],
    ));

  test('a queue comes on two pages', () =>
    broken(
      history([first, second(['a2', 'b1'])], { queues }),
      'list queues #1 listed a2, but an earlier page had it already',
      [0, 1],
    ));

  test('a token for nothing', () => {
    const rest = list({ MaxResults: 1, NextToken: 't' }, ['b1'], { next: 'u', at: 1 });
    const says = 'answered a NextToken, but nothing is left to list (sqs:LQ2)';
    broken(history([first, rest], { queues }), `list queues #1 ${says}`, [1]);
    const prefixed = list({ QueueNamePrefix: 'a', MaxResults: 2 }, ['a1', 'a2'], { next: 't' });
    broken(history([prefixed], { queues }), `list queues #0 ${says}`, [0]);
  });

  test('good: a token for a queue that may be there', () => {
    const lost = create('c1', { unknown: true });
    holds(history([lost, list({ MaxResults: 3 }, names, { next: 't', at: 1 })], { queues }), 1);
  });

  test('good: a set that changes meanwhile', () =>
    holds(history([first, remove('a1', { at: 1 }), second([], 2)], { queues }), 2));

  test('good: a token of a listing that is not known, or with another prefix (sqs:LQ3)', () => {
    holds(history([second([])], { queues }), 1);
    holds(
      history([first, list({ QueueNamePrefix: 'b', MaxResults: 2, NextToken: 't' }, [], { at: 1 })], { queues }),
      2,
    );
  });
});
