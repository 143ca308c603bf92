import { describe, test } from 'vitest';
import { uniqueHandles } from '../../properties/unique-handles.js';
import { delivered, history, receive, send } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds } = verdictsOf(uniqueHandles);

describe('sqs:I7 handles are unique', () => {
  test('a handle comes again with the same message (sqs:D5, sqs:V4)', () => {
    const got = [delivered('m0', { handle: 'h' })];
    broken(
      history([send('m0'), receive({ at: 1, v: 1, got }), receive({ at: 1001, got })]),
      'receive #2 delivered m0 with receipt handle h, under which receive #1 had delivered m0',
      [2, 1],
    );
  });

  test.each(['strict', 'documented'] as const)('two messages share a handle (sqs:N12), %s', (level) => {
    const got = [delivered('m0', { handle: 'h' }), delivered('m1', { handle: 'h' })];
    broken(
      history([send('m0'), send('m1', { at: 1 }), receive({ at: 2, got })], { level }),
      'receive #2 delivered m1 with receipt handle h, under which receive #2 had delivered m0',
      [2],
    );
  });

  test('good: a message with another handle each time, even twice in one answer (sqs:N6)', () => {
    const got = [delivered('m0'), delivered('m0')];
    holds(history([send('m0'), receive({ at: 1, v: 0, got }), receive({ at: 2, got: [delivered('m0')] })]), 3);
  });
});
