import type { Ability } from '../../src/generate/abilities.js';
import { abilities } from '../../src/generate/abilities.js';
import { type Cell, type Column, type Deviation, type Matrix, type Row, type State, titleOf } from './matrix.js';
import { type BrokenRule, brokenRules, rulesOf } from './rules.js';
import { aboutOf, countsOf, factsOf, lineOf, marks, meanings, remarks, sentence } from './words.js';

/** The matrix for readers of Markdown. */
export const markdown = (matrix: Matrix): string =>
  [
    '# Conformance matrix',
    '',
    aboutOf(matrix),
    '',
    ...Object.entries(meanings).map(([state, meaning]) => `- ${marks[state as State]} ${state}: ${meaning}`),
    '',
    '## Properties',
    '',
    ...tableOf(
      'property',
      matrix,
      matrix.rows.map((one) => [nameOf(one), ...matrix.columns.map((column) => cellOf(column.cells[one.property]))]),
    ),
    '',
    '## Rules that somebody breaks',
    '',
    ...tableOf(
      'rule',
      matrix,
      brokenRules(matrix).map((broken) => brokenOf(broken, matrix.columns)),
    ),
    ...matrix.columns.flatMap((column) => ['', ...sectionOf(column, matrix.rows)]),
    '',
    '## What the contract says',
    '',
    ...rulesOf(matrix).map(([rule, text]) => `- ${rule} ${text}`),
    '',
  ].join('\n');

function tableOf(what: string, { columns }: Matrix, rows: string[][]): string[] {
  const heads = columns.map((column) => `[${escaped(titleOf(column))}](#${anchor(titleOf(column))})${dated(column)}`);
  return [row([what, ...heads]), row(['---', ...columns.map(() => '---')]), ...rows.map(row)];
}

const dated = ({ released }: Column): string => (released === undefined ? '' : `<br>${released}`);
const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;

const nameOf = ({ property, claim, source }: Row): string =>
  `**${property}** ${escaped(claim)} <sub>${source.join(' ')}</sub>`;

/** The contract is Markdown already. */
const brokenOf = ({ rule, text, deviations }: BrokenRule, columns: readonly Column[]): string[] => [
  `**${rule}** ${text.replaceAll('|', '\\|')}`,
  ...columns.map(({ name }) => (deviations[name] ?? []).map(({ trace }, k) => `[${k + 1}](${link(trace)})`).join(' ')),
];

function cellOf(cell: Cell | undefined): string {
  if (cell === undefined) return 'not judged';
  const { state, deviations } = cell;
  const counts = countsOf(cell);
  const words = `${marks[state]} ${state}`;
  if (counts === '') return words;
  const [first] = deviations;
  return `${words}, ${first === undefined ? counts : `[${counts}](${link(first.trace)})`}`;
}

function sectionOf(column: Column, rows: readonly Row[]): string[] {
  const { project, lacks, cells } = column;
  const lines = [`## ${escaped(titleOf(column))}`, '', `${escaped(lineOf(column))}.`];
  if (project !== undefined) lines.push('', `From ${project}.`);
  const lacking = Object.entries(lacks).map(
    ([ability, reason]) => `- It does not have ${abilities[ability as Ability]}: ${escaped(reason)}`,
  );
  const facts = [...lacking, ...remarks(column).map((remark) => `- ${escaped(remark)}`)];
  if (facts.length > 0) lines.push('', ...facts);
  for (const one of rows) {
    const { deviations = [] } = cells[one.property] ?? {};
    const items = deviations.flatMap(deviationOf);
    if (items.length > 0) lines.push('', `### ${one.property}`, '', ...items);
  }
  return lines;
}

const deviationOf = (deviation: Deviation): string[] => [
  `- ${escaped(sentence(deviation.says))}`,
  `  ([trace](${link(deviation.trace)}); ${factsOf(deviation)})`,
  '',
  `      ${deviation.replay}`,
  '',
];

/** Characters that mean something in a line of Markdown. */
export const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>|#]/g, '\\$&');

/** A path in a link. */
const link = (path: string): string => encodeURI(path).replace(/[()]/g, (mark) => (mark === '(' ? '%28' : '%29'));

/** The anchor that a heading gets. */
const anchor = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');
