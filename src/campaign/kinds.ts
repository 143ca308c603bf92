import { violationsOf } from '../check.js';
import type { History } from '../core/history.js';
import type { Violation } from '../core/verdict.js';
import type { Campaign, Failure, IsSame } from './words.js';

export const kindOf = ({ kindOf }: Campaign, violation: Violation): string => kindOf?.(violation) ?? violation.property;

/** The first violation of each kind. */
export function kindsOf(campaign: Campaign, violations: Violation[]): ReadonlyMap<string, Violation> {
  const kinds = new Map<string, Violation>();
  for (const violation of violations) {
    const kind = kindOf(campaign, violation);
    if (!kinds.has(kind)) kinds.set(kind, violation);
  }
  return kinds;
}

/** The kinds of violations that a history shows. */
export const kindsIn = (campaign: Campaign, history: History): ReadonlySet<string> =>
  new Set(kindsOf(campaign, violationsOf(campaign.judge(history))).keys());

/** Whether a violation is of the failure's kind. */
export const sameAs = (campaign: Campaign, { violation }: Failure): IsSame => {
  const kind = kindOf(campaign, violation);
  return (other) => kindOf(campaign, other) === kind;
};
