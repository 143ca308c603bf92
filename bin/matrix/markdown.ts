import type { Ability } from '../../src/generate/abilities.js';
import { abilities } from '../../src/generate/abilities.js';
import { type Cell, type Column, type Deviation, type Matrix, type Row, type State, titleOf } from './matrix.js';
import { aboutOf, countsOf, factsOf, lineOf, marks, meanings, sentence, silences } from './words.js';

/** The matrix for readers of Markdown. */
export const markdown = (matrix: Matrix): string =>
  [
    '# Conformance matrix',
    '',
    aboutOf(matrix),
    '',
    ...Object.entries(meanings).map(([state, meaning]) => `- ${marks[state as State]} ${state}: ${meaning}`),
    '',
    ...tableOf(matrix),
    ...matrix.columns.flatMap((column) => ['', ...sectionOf(column, matrix.rows)]),
    '',
  ].join('\n');

function tableOf({ rows, columns }: Matrix): string[] {
  const heads = columns.map((column) => `[${escaped(titleOf(column))}](#${anchor(titleOf(column))})${dated(column)}`);
  return [
    row(['property', ...heads]),
    row(['---', ...columns.map(() => '---')]),
    ...rows.map((one) => row([nameOf(one), ...columns.map((column) => cellOf(column.cells[one.property]))])),
  ];
}

const dated = ({ released }: Column): string => (released === undefined ? '' : `<br>${released}`);
const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;

const nameOf = ({ property, claim, source }: Row): string =>
  `**${property}** ${escaped(claim)} <sub>${source.join(' ')}</sub>`;

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
  const facts = [...lacking, ...silences(column).map((silence) => `- ${escaped(silence)}`)];
  if (facts.length > 0) lines.push('', ...facts);
  for (const { property } of rows) {
    const { deviations = [] } = cells[property] ?? {};
    if (deviations.length > 0) lines.push('', `### ${property}`, '', ...deviations.flatMap(deviationOf));
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
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>|#]/g, '\\$&');

/** A path in a link. */
const link = (path: string): string => encodeURI(path).replace(/[()]/g, (mark) => (mark === '(' ? '%28' : '%29'));

/** The anchor that a heading gets. */
const anchor = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');
