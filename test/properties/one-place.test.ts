import { describe, test } from 'vitest';
import { onePlace } from '../../properties/one-place.js';
import { arnOf } from '../../src/core/calls.js';
import { delivered, history, receive, send } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds } = verdictsOf(onePlace);

const policy = (target: string) => JSON.stringify({ deadLetterTargetArn: arnOf(target), maxReceiveCount: 1 });
const queues = { q1: { RedrivePolicy: policy('dead') }, dead: {} };
const from = (queue: string, at: number, to = at) => receive({ at, to, queue, v: 0, got: [delivered('m0')] });
const back = [send('m0'), from('dead', 1), from('q1', 2)];

describe('sqs:I13 one place', () => {
  test('back in the source after it was a dead letter', () => {
    broken(
      history(back, { queues }),
      'receive #2 delivered m0 from q1, but receive #1 had delivered it from its dead-letter queue dead before',
      [2, 1],
    );
  });

  test('back in the first queue of a chain (sqs:X13)', () => {
    const chain = { q1: { RedrivePolicy: policy('middle') }, middle: { RedrivePolicy: policy('dead') }, dead: {} };
    broken(
      history([send('m0'), from('middle', 1), from('dead', 2), from('middle', 3)], { queues: chain }),
      'receive #3 delivered m0 from middle, but receive #2 had delivered it from its dead-letter queue dead before',
      [3, 2],
    );
  });

  test.each([
    ['first here, then there', [send('m0'), from('q1', 1), from('q1', 2), from('dead', 3), from('dead', 4)]],
    ['a poll of the source that began before', [send('m0'), from('q1', 1, 9), from('dead', 5)]],
  ])('tempting: %s', (_, ops) => holds(history(ops, { queues }), 1));

  test('tempting: a circle leads back', () => {
    holds(history(back, { queues: { ...queues, dead: { RedrivePolicy: policy('q1') } } }), 1);
  });

  test('AWS may deliver a copy (sqs:N2)', () => holds(history(back, { queues, level: 'documented' }), 0));
});
