import { rulesIn, ruleText } from '../contract.js';
import { type Column, type Deviation, deviationsOf, type Matrix, type Row } from './matrix.js';

/** The rule that a deviation breaks: the last that its sentence cites, else the first promise that its property rests on. */
export const ruleOf = ({ says }: Pick<Deviation, 'says'>, { source }: Pick<Row, 'source'>): string =>
  rulesIn(says).at(-1) ?? source.find(isPromise) ?? source[0]!;

/** Those of section 11 are what a checker makes of the others. */
const isPromise = (rule: string): boolean => !/^sqs:I\d/.test(rule);

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

/** The rules that at least one deviation breaks. */
export function brokenRules({ rows, columns }: Matrix): BrokenRule[] {
  const broken = new Map<string, BrokenRule>();
  for (const column of columns)
    for (const [rule, deviation] of brokenBy(column, rows)) {
      const own = broken.get(rule) ?? { rule, text: ruleText(rule) ?? '', deviations: {} };
      broken.set(rule, own);
      own.deviations[column.name] = [...(own.deviations[column.name] ?? []), deviation];
    }
  return [...broken.values()].toSorted((a, b) => naturally(a.rule, b.rule));
}

const brokenBy = ({ cells }: Column, rows: readonly Row[]): [string, Deviation][] =>
  rows.flatMap((row) =>
    (cells[row.property]?.deviations ?? [])
      .filter(({ again }) => again > 0)
      .map((deviation): [string, Deviation] => [ruleOf(deviation, row), deviation]),
  );

const naturally = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
