import { rulesIn, ruleText } from '../contract.js';
import { type Column, type Deviation, deviationsOf, type Matrix } from './matrix.js';

/** The rule that a deviation breaks, where its sentence cites one; else it is all that its property rests on. */
export const ruleOf = ({ says }: Pick<Deviation, 'says'>): string | undefined => rulesIn(says).at(-1);

/** What the contract says under every rule that the matrix names, in the order of its rows. */
export function rulesOf({ rows, columns }: Pick<Matrix, 'rows' | 'columns'>): [rule: string, text: string][] {
  const cited = columns.flatMap((column) => deviationsOf(column).flatMap(({ says }) => rulesIn(says)));
  const ids = [...new Set([...rows.flatMap(({ source }) => source), ...cited.toSorted(naturally)])];
  return ids.map((id) => [id, ruleText(id) ?? 'not a rule of this contract']);
}

/** One rule that somebody breaks, and by column name the deviations that break it. */
export interface BrokenRule {
  rule: string;
  text: string;
  deviations: Record<string, Deviation[]>;
}

/** The rules that sentences of deviations cite. */
export function brokenRules({ columns }: Pick<Matrix, 'columns'>): BrokenRule[] {
  const broken = new Map<string, BrokenRule>();
  for (const column of columns)
    for (const deviation of deviationsOf(column).filter(({ again }) => again > 0)) {
      const rule = ruleOf(deviation);
      if (rule !== undefined) add(broken, rule, column, deviation);
    }
  return [...broken.values()].toSorted((a, b) => naturally(a.rule, b.rule));
}

function add(broken: Map<string, BrokenRule>, rule: string, { name }: Column, deviation: Deviation): void {
  const own = broken.get(rule) ?? { rule, text: ruleText(rule) ?? '', deviations: {} };
  broken.set(rule, own);
  own.deviations[name] = [...(own.deviations[name] ?? []), deviation];
}

const naturally = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
