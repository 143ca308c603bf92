import { describe, test } from 'vitest';
import { responseBounds } from '../../properties/response-bounds.js';
import { delivered, history, ok, op, receive, send } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds } = verdictsOf(responseBounds);

const sends = [send('m0'), send('m1', { at: 1 })];
const two = [delivered('m0'), delivered('m1')];
const same = [delivered('m0'), delivered('m0')];

describe('sqs:I8 response bounds', () => {
  test.each(['strict', 'documented'] as const)('sqs:RM1 more messages than asked for, %s', (level) => {
    broken(
      history([...sends, receive({ at: 2, max: 1, got: two })], { level }),
      'receive #2 asked for at most 1 and got 2 messages',
      [2],
    );
  });

  test('a message twice in one answer', () => {
    broken(history([...sends, receive({ at: 2, got: same })]), 'receive #2 got m0 twice in one answer', [2]);
  });

  test('sqs:RM2 an empty list where there is nothing', () => {
    const empty = op('ReceiveMessage', { QueueUrl: 'q1' }, ok({ Messages: [] }));
    broken(history([empty]), 'receive #0 found nothing and answered with an empty list instead of none', [0]);
    holds(history([op('ReceiveMessage', { QueueUrl: 'q1' }, ok({}))]), 1);
  });

  test('good: as many as asked for, fewer, or none (sqs:P2)', () => {
    const some = receive({ at: 2, max: 2, got: two });
    holds(history([...sends, some, receive({ at: 3, max: 2, got: [] }), receive({ at: 4, unknown: true })]), 2);
  });

  test('good: a message twice with V = 0, given or of the queue (sqs:RM9)', () => {
    holds(history([...sends, receive({ at: 2, v: 0, got: same })]), 1);
    holds(history([...sends, receive({ at: 2, got: same })], { queues: { q1: { VisibilityTimeout: '0' } } }), 1);
  });

  test('good: a message twice where the queue may have had V = 0 during the poll', () => {
    const zero = op('SetQueueAttributes', { QueueUrl: 'q1', Attributes: { VisibilityTimeout: '0' } }, undefined, {
      at: 3,
    });
    holds(history([...sends, receive({ at: 2, to: 9, wait: 5, got: same }), zero]), 1);
  });

  test('good: a message twice on the documented level (sqs:N2)', () => {
    holds(history([...sends, receive({ at: 2, got: same })], { level: 'documented' }), 1);
  });
});
