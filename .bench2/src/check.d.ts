import type { History } from './core/history.js';
import type { Property, Verdict, Violation } from './core/verdict.js';
/** What every property says of the history, in the order given. */
export declare const check: (history: History, properties: readonly Property[]) => Verdict[];
/** All breaches among the verdicts. */
export declare const violationsOf: (verdicts: readonly Verdict[]) => Violation[];
