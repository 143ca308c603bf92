import { describe, test } from 'vitest';
import { errors } from '../../../properties/errors.js';
import type { QueueAttributes } from '../../../src/core/calls.js';
import type { Level } from '../../../src/core/schedule.js';
import { type Draft, history } from '../../histories.js';
import { verdictsOf } from '../../verdicts.js';
import { type Code, named, refuse, rowOf } from './drafts.js';

const { broken, holds } = verdictsOf(errors);

/**
 * One wrong input: its title, the call, the rule, what is wrong in words, and the code that it must be refused with;
 * no code where any refusal will do. `on` is the level at which that is demanded, both unless given.
 */
export type Fault = [title: string, draft: Draft, rule: string, fault: string, code?: Code, on?: 'strict'];

type Queues = Record<string, QueueAttributes>;

/** Each fault breaks the property when it succeeds or is refused with another code, and holds with the right one. */
export function oneWrongInput(title: string, faults: readonly Fault[], queues: Queues): void {
  const at = (level: Level) => ({ queues, level });
  describe(`${title}, one wrong input`, () => {
    test.each(faults)('%s succeeds', (_, draft, rule, fault, code, on) => {
      const says = `${named(draft)} succeeded at 0 s, but ${fault}: ${rule} asks for ${code ? rowOf(code) : 'a refusal'}`;
      broken(history([draft], at('strict')), says, [0]);
      if (on === 'strict') holds(history([draft], at('documented')), 1);
      else broken(history([draft], at('documented')), says, [0]);
    });

    test.each(faults)('good: %s is refused by the catalogue', (_, draft, __, ___, code = 'InvalidAttributeValue') => {
      for (const level of ['strict', 'documented'] as const) holds(history([refuse(draft, code)], at(level)), 1);
    });

    test.each(faults.filter(([, , , , code]) => code !== undefined))(
      '%s is refused with another code',
      (_, draft, rule, fault, code) => {
        const other = code === 'InvalidAttributeValue' ? 'InvalidAttributeName' : 'InvalidAttributeValue';
        const answered = `${named(draft)} was refused with ${other} (400) at 0 s`;
        const says = `${answered}, but ${fault}: ${rule} asks for ${rowOf(code!)}`;
        broken(history([refuse(draft, other)], at('strict')), says, [0]);
      },
    );
  });
}

/** Each call holds when it succeeds, and breaks the property when it is refused. */
export function rightInput(title: string, calls: readonly [title: string, draft: Draft][], queues: Queues): void {
  describe(`${title}, right input`, () => {
    test.each(calls)('good: %s succeeds', (_, draft) => holds(history([draft], { queues }), 1));

    test.each(calls)('%s is refused', (_, draft) => {
      const answer = 'was refused with InvalidParameterValueException (400, InvalidParameterValue) at';
      const until = (draft.to ?? 0) / 1000;
      const refused = history([refuse(draft, 'InvalidParameterValueException')], { queues });
      broken(refused, `${named(draft)} ${answer} ${until} s, but nothing is wrong with it`, [0]);
    });
  });
}
