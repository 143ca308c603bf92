import type { Deed, Row, Run, Terminal } from './scenario.js';

/** Columns of the terminal that table and plot may use. */
export const widest = 100;

/** The run as a table: what queue_status shows, what was sent, and what each consumer did. */
export function table({ scenario, rows }: Run): string {
  const columns: Column[] = [
    number('t', ({ t }) => t),
    number('visible', ({ visible }) => visible),
    number('not visible', ({ notVisible }) => notVisible),
    number('delayed', ({ delayed }) => delayed),
  ];
  if (scenario.maxReceives !== undefined) columns.push(number('dead', ({ dead }) => dead ?? 0));
  if (scenario.producers.length > 0) columns.push({ title: 'sent', right: false, cell: sentIn });
  for (const { speed } of scenario.consumers) columns.push(consumerColumn(`${speed}_consumer`));
  return drawn(columns, rows);
}

/** A terminal's deeds in words: `received F2, deleted`; `received F2×2` is the second receive of F2. */
export function wordsOf(deeds: Deed[]): string {
  return deeds.map((deed, i) => wordsFor(deed, deeds[i - 1])).join(', ');
}

interface Column {
  title: string;
  right: boolean;
  cell: (row: Row) => string;
}

const number = (title: string, value: (row: Row) => number): Column => ({
  title,
  right: true,
  cell: (row) => `${value(row)}`,
});

const consumerColumn = (name: Terminal): Column => ({
  title: name,
  right: false,
  cell: ({ did }) => wordsOf(did[name] ?? []),
});

function sentIn({ did }: Row): string {
  const deeds = [...(did.slow_producer ?? []), ...(did.fast_producer ?? [])];
  return deeds.map(({ what, message }) => (what === 'sent' ? message : what === 'ended' ? 'end' : '')).join(' ');
}

function wordsFor({ what, message, nth }: Deed, before: Deed | undefined): string {
  const count = nth === undefined ? '' : `×${nth}`;
  switch (what) {
    case 'crashed':
      return "KeyError: 'Messages'";
    case 'killed':
      return message === undefined ? 'killed' : `killed, ${message} unfinished`;
    case 'deleted':
      return before?.message === message ? 'deleted' : `deleted ${message}${count}`;
    default:
      return message === undefined ? what : `${what} ${message}${count}`;
  }
}

function drawn(columns: Column[], rows: Row[]): string {
  const cells = rows.map((row) => columns.map(({ cell }) => cell(row)));
  const widths = columns.map(({ title }, i) =>
    cells.reduce((most, row) => Math.max(most, row[i]!.length), title.length),
  );
  squeeze(widths, columns.filter(({ title }) => title.endsWith('consumer')).length);
  const line = (texts: string[]): string =>
    texts
      .map((text, i) => padded(cut(text, widths[i]!), widths[i]!, columns[i]!.right))
      .join('  ')
      .trimEnd();
  return [line(columns.map(({ title }) => title)), ...cells.map(line)].join('\n');
}

/** Shares what is left of the line among the last `talkative` columns. */
function squeeze(widths: number[], talkative: number): void {
  const first = widths.length - talkative;
  const taken = widths.slice(0, first).reduce((sum, width) => sum + width + 2, 0);
  const room = Math.floor((widest - taken + 2) / talkative) - 2;
  for (let i = first; i < widths.length; i++) widths[i] = Math.min(widths[i]!, room);
}

const padded = (text: string, width: number, right: boolean): string =>
  right ? text.padStart(width) : text.padEnd(width);

const cut = (text: string, width: number): string => (text.length > width ? `${text.slice(0, width - 1)}…` : text);
