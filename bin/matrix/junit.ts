import { escaped } from './markup.js';
import { type Cell, type Column, type Matrix, titleOf } from './matrix.js';
import { factsOf, sentence } from './words.js';

/** The matrix as JUnit's XML: a suite for each implementation, a case for each property. */
export function junit({ rows, columns }: Matrix): string {
  const names = rows.map(({ property }) => property);
  const suites = columns.map((column) => suiteOf(column, names));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="redrive">\n${suites.join('')}</testsuites>\n`;
}

function suiteOf(column: Column, names: readonly string[]): string {
  const title = titleOf(column);
  const cases = names.map((name) => ({ name, body: bodyOf(column, column.cells[name]) }));
  const failures = cases.filter(({ body }) => body.includes('<failure')).length;
  const skipped = cases.filter(({ body }) => body.startsWith('<skipped')).length;
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
  const lines = cases.map(({ name, body }) => caseOf(title, name, body));
  return `  <testsuite name="${escaped(title)}" ${counts}>\n${lines.join('')}  </testsuite>\n`;
}

function caseOf(suite: string, name: string, body: string): string {
  const head = `    <testcase classname="${escaped(suite)}" name="${escaped(name)}"`;
  return body === '' ? `${head}/>\n` : `${head}>${body}</testcase>\n`;
}

/** What a case has to say: nothing where the property holds. */
function bodyOf({ unjudged = 'not judged' }: Column, cell: Cell | undefined): string {
  if (cell === undefined) return skipped(unjudged);
  const { state, why, deviations } = cell;
  if (state === 'holds') return '';
  if (state !== 'broken') return skipped(why === undefined ? state : `${state}: ${why}`);
  const text = deviations.map((one) => `${sentence(one.says)}\n(${factsOf(one)})\n${one.replay}`).join('\n\n');
  return `<failure message="${escaped(sentence(deviations[0]!.says))}">${escaped(text)}</failure>`;
}

const skipped = (message: string): string => `<skipped message="${escaped(message)}"/>`;
