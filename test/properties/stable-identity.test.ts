import { describe, test } from 'vitest';
import { stableIdentity } from '../../properties/stable-identity.js';
import { arnOf } from '../../src/core/calls.js';
import * as fifo from '../fifo.js';
import { delivered, history, receive, send, sequence } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds } = verdictsOf(stableIdentity);

const twice = (first: Parameters<typeof delivered>[1], second: Parameters<typeof delivered>[1]) => [
  send('m0', { unknown: true }),
  receive({ at: 10, v: 1, got: [delivered('m0', first)] }),
  receive({ at: 2000, v: 1, got: [delivered('m0', second)] }),
];

describe('sqs:I3 stable identity', () => {
  test.each([
    ['SentTimestamp', '0', '1'],
    ['SenderId', 'me', 'you'],
    ['MessageGroupId', 'g', 'h'],
    ['ApproximateFirstReceiveTimestamp', '10', '2000'],
  ])('sqs:RM5 %s changes', (name, before, after) => {
    broken(
      history(twice({ attrs: { [name]: before } }, { attrs: { [name]: after } })),
      `receive #2 delivered m0 with ${name} ${after}, but receive #1 with ${before}`,
      [2, 1],
    );
  });

  test('another body under the same MessageId', () => {
    const second = receive({ at: 2000, got: [delivered('m9', { id: 'id-m0' })] });
    broken(
      history([...twice({}, {}).slice(0, 2), second]),
      'receive #2 delivered m0 with Body "m9", but receive #1 with "m0"',
      [2, 1],
    );
  });

  test('another attribute value', () => {
    const value = (StringValue: string) => ({ a: { DataType: 'String', StringValue } });
    broken(
      history(twice({ attributes: value('x') }, { attributes: value('y') })),
      'receive #2 delivered m0 with a {"DataType":"String","StringValue":"y"}, but receive #1 with {"DataType":"String","StringValue":"x"}',
      [2, 1],
    );
  });

  test('sqs:N12 two sends are answered with one MessageId', () => {
    broken(
      history([send('m0', { id: 'a' }), send('m1', { at: 1, id: 'a' })]),
      'send #1 was answered with MessageId a, which send #0 had got',
      [1, 0],
    );
  });
});

describe('sqs:I3 tempting, but good', () => {
  test('sqs:RM4 a receive that asks for less', () => {
    holds(history(twice({}, { attrs: false })), 1);
  });

  test('sqs:M9 a Number in other digits', () => {
    const value = (StringValue: string) => ({ a: { DataType: 'Number', StringValue } });
    holds(history(twice({ attributes: value('1.0') }, { attributes: value('1') })), 1);
  });

  test('sqs:U17 another first receive after a move to the dead-letter queue, but not another send time (sqs:X9)', () => {
    const policy = JSON.stringify({ deadLetterTargetArn: arnOf('dead'), maxReceiveCount: 1 });
    const moved = (attrs: Record<string, string>) =>
      history(
        [
          send('m0'),
          receive({ at: 10, v: 1, got: [delivered('m0')] }),
          receive({ at: 2000, queue: 'dead', got: [delivered('m0', { attrs })] }),
        ],
        { queues: { q1: { RedrivePolicy: policy }, dead: {} } },
      );
    holds(moved({ ApproximateFirstReceiveTimestamp: '2000' }), 2);
    broken(
      moved({ SentTimestamp: '1' }),
      'receive #2 delivered m0 with SentTimestamp 1, but receive #1 with 0',
      [2, 1],
    );
  });

  test('another time of the first receive on the documented level', () => {
    const first = { attrs: { ApproximateFirstReceiveTimestamp: '10' } };
    const second = { attrs: { ApproximateFirstReceiveTimestamp: '12' } };
    holds(history(twice(first, second), { level: 'documented' }), 1);
  });
});

describe('sqs:I3 on FIFO queues', () => {
  const first = [fifo.send('m0'), fifo.receive({ at: 10, v: 1, got: fifo.got('m0') })];
  const shows = (attrs: Record<string, string>) => delivered('m0', { attrs });

  test.each(['SentTimestamp', 'MessageDeduplicationId', 'SequenceNumber', 'MessageGroupId'])('%s changes', (name) => {
    const before =
      name === 'SentTimestamp' ? '0' : name === 'SequenceNumber' ? sequence(0) : name === 'MessageGroupId' ? 'g' : 'm0';
    broken(
      history([...first, fifo.receive({ at: 2000, got: [shows({ [name]: '5' })] })], fifo.fifo()),
      `receive #2 delivered m0 with ${name} 5, but receive #1 with ${before}`,
      [2, 1],
    );
  });

  test('a dead letter may have new ones, but not another group (sqs:X9, sqs:X10, sqs:G5)', () => {
    const moved = (attrs: Record<string, string>) =>
      history([...first, fifo.receive({ at: 3000, queue: fifo.dead, got: [shows(attrs)] })], fifo.withDead(1));
    holds(moved({ SentTimestamp: '2000', MessageDeduplicationId: 'id-m0', SequenceNumber: '5' }), 2);
    broken(
      moved({ MessageGroupId: 'h' }),
      'receive #2 delivered m0 with MessageGroupId h, but receive #1 with g',
      [2, 1],
    );
  });
});
