import { type Ability, abilities } from '../../src/generate/abilities.js';
import { escaped } from './markup.js';
import { type Cell, type Column, type Deviation, type Matrix, type Row, type State, titleOf } from './matrix.js';
import { aboutOf, countsOf, factsOf, lineOf, marks, meanings, sentence, silences } from './words.js';

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
<dl>
${Object.entries(meanings).map(meaningOf).join('\n')}
</dl>
<div class="wide" role="region" aria-label="Matrix" tabindex="0">
<table>
<thead>
<tr><th scope="col">property</th>${matrix.columns.map(headOf).join('')}</tr>
</thead>
<tbody>
${matrix.rows.map((row) => rowOf(row, matrix.columns)).join('\n')}
</tbody>
</table>
</div>
${matrix.columns.map((column) => sectionOf(column, matrix.rows)).join('\n')}
</body>
</html>
`;

const style = `
:root { color-scheme: light dark; --text: #1a1a1a; --back: #fff; --line: #ccc; --quiet: #595959; --good: #14632b; --bad: #a3120a; --open: #7a4b00; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e8e8e8; --back: #161616; --line: #444; --quiet: #a6a6a6; --good: #7ddc98; --bad: #ff9a8f; --open: #f0c060; }
}
body { color: var(--text); background: var(--back); font: 1rem/1.45 system-ui, sans-serif; margin: 2rem; }
a { color: inherit; }
table { border-collapse: collapse; }
th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top; }
thead th { position: sticky; top: 0; background: var(--back); }
tbody th { font-weight: normal; min-width: 18rem; }
small, .quiet, .not-reached, .not-applicable { color: var(--quiet); }
.holds { color: var(--good); }
.broken { color: var(--bad); font-weight: bold; }
.undecided { color: var(--open); }
.wide { overflow-x: auto; }
dt { float: left; clear: left; width: 9rem; }
dd { margin-left: 9.5rem; }
pre { overflow-x: auto; margin: .25rem 0 1rem; }
`;

const className = (state: State): string => state.replaceAll(' ', '-');

const meaningOf = ([state, meaning]: [string, string]): string =>
  `<dt class="${className(state as State)}">${marks[state as State]} ${state}</dt><dd>${escaped(meaning)}</dd>`;

const headOf = (column: Column): string =>
  `<th scope="col"><a href="#${idOf(column)}">${escaped(titleOf(column))}</a>${dated(column)}</th>`;

const dated = ({ released }: Column): string =>
  released === undefined ? '' : `<br><small><time>${escaped(released)}</time></small>`;

const rowOf = ({ property, claim, source }: Row, columns: readonly Column[]): string =>
  `<tr><th scope="row"><strong>${escaped(property)}</strong><br>${escaped(claim)}<br><small>${escaped(source.join(' '))}</small></th>${columns.map((column) => cellOf(column, property)).join('')}</tr>`;

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
  return cell.deviations.length === 0 ? counts : `<a href="#${idOf(column, property)}">${counts}</a>`;
}

/** Names of targets and properties have no spaces, and properties no dots. */
const idOf = ({ name }: Column, property?: string): string =>
  escaped(property === undefined ? name : `${name}.${property}`);

function sectionOf(column: Column, rows: readonly Row[]): string {
  const { project, lacks, cells } = column;
  const lacking = Object.entries(lacks).map(
    ([ability, reason]) => `<li>It does not have ${escaped(abilities[ability as Ability])}: ${escaped(reason)}</li>`,
  );
  const facts = [...lacking, ...silences(column).map((silence) => `<li>${escaped(silence)}</li>`)];
  const findings = rows.flatMap(({ property }) => findingsOf(column, property, cells[property]?.deviations ?? []));
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

function findingsOf(column: Column, property: string, deviations: readonly Deviation[]): string[] {
  if (deviations.length === 0) return [];
  return [`<h3 id="${idOf(column, property)}">${escaped(property)}</h3>`, '<ul>', ...deviations.map(itemOf), '</ul>'];
}

const itemOf = (deviation: Deviation): string =>
  `<li>${escaped(sentence(deviation.says))} <small>(<a href="${escaped(encodeURI(deviation.trace))}">trace</a>; ${factsOf(deviation)})</small><pre><code>${escaped(deviation.replay)}</code></pre></li>`;
