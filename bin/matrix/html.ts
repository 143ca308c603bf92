import { type Ability, abilities } from '../../src/generate/abilities.js';
import { escaped } from './markup.js';
import { type Cell, type Column, type Deviation, type Matrix, type Row, type State, titleOf } from './matrix.js';
import { type BrokenRule, brokenRules, ruleOf, rulesOf } from './rules.js';
import { style } from './style.js';
import { aboutOf, countsOf, factsOf, lineOf, marks, meanings, remarks, sentence } from './words.js';

/** The matrix as one page that needs nothing else: no script, no font, no picture. */
export const html = (matrix: Matrix): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Conformance matrix</title>
<style>${style}</style>
</head>
<body>
<h1>Conformance matrix</h1>
<p>${escaped(aboutOf(matrix))}</p>
<dl class="states">
${Object.entries(meanings).map(meaningOf).join('\n')}
</dl>
<h2 id="properties">Properties</h2>
${tableOf(
  'property',
  matrix.columns,
  matrix.rows.map((row) => rowOf(row, matrix.columns)),
)}
<h2 id="broken-rules">Rules that somebody breaks</h2>
${tableOf(
  'rule',
  matrix.columns,
  brokenRules(matrix).map((broken) => brokenOf(broken, matrix.columns)),
)}
${matrix.columns.map((column) => sectionOf(column, matrix.rows)).join('\n')}
<h2 id="rules">What the contract says</h2>
<dl>
${rulesOf(matrix).map(ruleItem).join('\n')}
</dl>
</body>
</html>
`;

const className = (state: State): string => state.replaceAll(' ', '-');

const meaningOf = ([state, meaning]: [string, string]): string =>
  `<dt class="${className(state as State)}">${marks[state as State]} ${state}</dt><dd>${escaped(meaning)}</dd>`;

const headOf = (column: Column): string =>
  `<th scope="col"><a href="#${idOf(column)}">${escaped(titleOf(column))}</a>${dated(column)}</th>`;

const dated = ({ released }: Column): string =>
  released === undefined ? '' : `<br><small><time>${escaped(released)}</time></small>`;

const tableOf = (what: string, columns: readonly Column[], rows: readonly string[]): string =>
  `<div class="wide" role="region" aria-label="By ${what}" tabindex="0">
<table>
<thead>
<tr><th scope="col">${what}</th>${columns.map(headOf).join('')}</tr>
</thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</div>`;

const rowOf = ({ property, claim, source }: Row, columns: readonly Column[]): string =>
  `<tr><th scope="row"><strong>${escaped(property)}</strong><br>${escaped(claim)}<br><small>${source.map(ruleLink).join(' ')}</small></th>${columns.map((column) => cellOf(column, property)).join('')}</tr>`;

const ruleLink = (rule: string): string => `<a href="#${rule}">${rule}</a>`;

const ruleItem = ([rule, text]: [string, string]): string => `<dt id="${rule}">${rule}</dt><dd>${coded(text)}</dd>`;

/** What stands between backticks, as code. */
const coded = (text: string): string => escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>');

const brokenOf = ({ rule, text, deviations }: BrokenRule, columns: readonly Column[]): string =>
  `<tr><th scope="row">${ruleLink(rule)} ${coded(text)}</th>${columns.map(({ name }) => brokenCell(deviations[name] ?? [])).join('')}</tr>`;

const brokenCell = (deviations: readonly Deviation[]): string =>
  deviations.length === 0
    ? '<td></td>'
    : `<td class="broken">${marks.broken} ${deviations.map((deviation, k) => traceLink(deviation, `${k + 1}`)).join(' ')}</td>`;

const traceLink = ({ trace, replay }: Deviation, text: string): string =>
  `<a href="${escaped(encodeURI(trace))}" title="${escaped(replay)}">${text}</a>`;

function cellOf(column: Column, property: string): string {
  const cell = column.cells[property];
  if (cell === undefined) return '<td class="quiet">not judged</td>';
  const { state, why } = cell;
  const title = why === undefined ? '' : ` title="${escaped(why)}"`;
  return `<td class="${className(state)}"${title}>${marks[state]} ${state}${small(countsWithin(column, property, cell))}</td>`;
}

const small = (text: string): string => (text === '' ? '' : `<br><small>${text}</small>`);

function countsWithin(column: Column, property: string, cell: Cell): string {
  const counts = countsOf(cell);
  const [smallest] = cell.deviations;
  if (smallest === undefined) return counts;
  return `<a href="#${idOf(column, property)}">${counts}</a> · ${traceLink(smallest, 'trace')}`;
}

/** Names of targets and properties have no spaces, and properties no dots. */
const idOf = ({ name }: Column, property?: string): string =>
  escaped(property === undefined ? name : `${name}.${property}`);

function sectionOf(column: Column, rows: readonly Row[]): string {
  const { project, lacks, cells } = column;
  const lacking = Object.entries(lacks).map(
    ([ability, reason]) => `<li>It does not have ${escaped(abilities[ability as Ability])}: ${escaped(reason)}</li>`,
  );
  const facts = [...lacking, ...remarks(column).map((remark) => `<li>${escaped(remark)}</li>`)];
  const findings = rows.flatMap((row) => findingsOf(column, row, cells[row.property]?.deviations ?? []));
  return [
    '<section>',
    `<h2 id="${idOf(column)}">${escaped(titleOf(column))}</h2>`,
    `<p>${escaped(lineOf(column))}.</p>`,
    ...(project === undefined ? [] : [`<p>From <a href="${escaped(project)}">${escaped(project)}</a>.</p>`]),
    ...(facts.length === 0 ? [] : ['<ul>', ...facts, '</ul>']),
    ...findings,
    '</section>',
  ].join('\n');
}

function findingsOf(column: Column, row: Row, deviations: readonly Deviation[]): string[] {
  if (deviations.length === 0) return [];
  const head = `<h3 id="${idOf(column, row.property)}">${escaped(row.property)}</h3>`;
  return [head, '<ul>', ...deviations.map(itemOf), '</ul>'];
}

function itemOf(deviation: Deviation): string {
  const rule = ruleOf(deviation);
  const facts = [...(rule === undefined ? [] : [ruleLink(rule)]), traceLink(deviation, 'trace'), factsOf(deviation)];
  return `<li>${escaped(sentence(deviation.says))} <small>(${facts.join('; ')})</small><pre><code>${escaped(deviation.replay)}</code></pre></li>`;
}
