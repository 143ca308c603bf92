import { describe, expect, test } from 'vitest';
import { forgiving, isWeak, weakAmong } from '../bin/weak.js';
import { model, run, scheduleOf } from '../index.js';
import type { Verdict, Violation } from '../src/core/verdict.js';

const violation = (says: string): Violation => ({ property: 'errors', says, ops: [0] });

describe('what rests on a weak source', () => {
  test.each([
    ['an open question', 'receive #0 succeeded at 0 s, but …: sqs:U34 asks for InvalidParameterValueException', true],
    ['what emulators do, in a rule', 'tag #0 succeeded at 0 s, but Tags are empty: sqs:TG3 asks for …', true],
    ['what emulators do, in the catalogue', 'start move task #0 …: sqs:E46 asks for …', true],
    ['what is recorded', 'set attributes #0 succeeded at 0 s, but …: sqs:OP4 asks for …', false],
    ['no rule of its own', 'receive #1 delivered m1 before its delay was over', false],
    ['an open question, of a sentence that ends with a rule', 'something (sqs:U3): sqs:OP4 asks for …', false],
  ])('%s', (_, says, weak) => {
    expect(isWeak(violation(says))).toBe(weak);
  });
});

test('a judge of real endpoints lets it pass, and it becomes a warning', async () => {
  const [weak, strong] = [violation('…: sqs:U34 asks for …'), violation('…: sqs:OP4 asks for …')];
  const all: Verdict[] = [
    { property: 'errors', kind: 'broken', judged: 2, undecided: 0, violations: [weak, strong] },
    { property: 'tags', kind: 'broken', judged: 1, undecided: 0, violations: [weak] },
    { property: 'purge', kind: 'holds', judged: 1, undecided: 0 },
  ];
  const history = await run(scheduleOf('weak'), model());
  expect(forgiving(() => all, isWeak)(history)).toEqual([
    { ...all[0], violations: [strong] },
    { property: 'tags', kind: 'holds', judged: 1, undecided: 0 },
    all[2],
  ]);
  expect(weakAmong([weak, strong])).toEqual([{ what: 'what errors says on the ground of sqs:U34', says: weak.says }]);
});
