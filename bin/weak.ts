import type { Campaign } from '../src/campaign.js';
import type { Verdict, Violation } from '../src/core/verdict.js';
import type { Difference } from '../src/differences.js';
import { rulesIn, ruleText } from './contract.js';

/** Does it rest on what nobody has recorded of AWS: an open question of the contract, or what emulators do? */
export function isWeak({ says }: Violation): boolean {
  const rule = ruleBehind(says);
  if (rule === undefined) return false;
  return /^sqs:U\d/.test(rule) || /(?:\[EMU\]|· EMU)$/.test(ruleText(rule) ?? '');
}

const ruleBehind = (says: string): string | undefined => rulesIn(says).at(-1);

/** A judge who lets pass what `isForgiven` says. */
export const forgiving =
  (judge: Campaign['judge'], isForgiven: (violation: Violation) => boolean): Campaign['judge'] =>
  (history) =>
    judge(history).map((verdict) => without(verdict, isForgiven));

function without(verdict: Verdict, isForgiven: (violation: Violation) => boolean): Verdict {
  if (verdict.kind !== 'broken') return verdict;
  const { violations, ...rest } = verdict;
  const left = violations.filter((violation) => !isForgiven(violation));
  return left.length > 0 ? { ...rest, violations: left } : { ...rest, kind: 'holds' };
}

/** What is weak among violations, as warnings. */
export const weakAmong = (violations: readonly Violation[]): Difference[] =>
  violations
    .filter(isWeak)
    .map(({ property, says }) => ({ what: `what ${property} says on the ground of ${ruleBehind(says)}`, says }));
