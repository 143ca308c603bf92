import { expect } from 'vitest';
import { properties } from '../properties/index.js';
import { check } from '../src/check.js';
import type { History, OpId } from '../src/core/history.js';
import type { Property } from '../src/core/verdict.js';

/** Asserts what one property says of a history. */
export function verdictsOf(property: Property) {
  return {
    /** Broken once, with this sentence and these ops. */
    broken(history: History, says: string, ops: OpId[]): void {
      const verdict = property.check(history);
      const violations = verdict.kind === 'broken' ? verdict.violations : [];
      expect(violations).toEqual([{ property: property.name, says, ops }]);
      expect(verdict.judged).toBeGreaterThan(0);
    },
    holds(history: History, judged: number): void {
      expect(property.check(history)).toEqual({ property: property.name, kind: 'holds', judged, undecided: 0 });
    },
    undecided(history: History, undecided: number): void {
      expect(property.check(history)).toMatchObject({ kind: 'undecided', undecided, why: expect.stringMatching(/./) });
    },
  };
}

/** The names of the properties that a history breaks. */
export const accusersOf = (history: History): string[] =>
  check(history, properties)
    .filter(({ kind }) => kind === 'broken')
    .map(({ property }) => property);
