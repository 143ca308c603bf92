import type { History } from './core/history.js';
import type { Property, Verdict, Violation } from './core/verdict.js';

/** What every property says of the history, in the order given. */
export const check = (history: History, properties: readonly Property[]): Verdict[] =>
  properties.map((property) => property.check(history));

/** All breaches among the verdicts. */
export const violationsOf = (verdicts: readonly Verdict[]): Violation[] =>
  verdicts.flatMap((verdict) => (verdict.kind === 'broken' ? verdict.violations : []));
