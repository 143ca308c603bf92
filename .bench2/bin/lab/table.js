/** Columns of the terminal that table and plot may use. */
export const widest = 100;
/** The run as a table: what queue_status shows, what was sent, and what each consumer did. */
export function table({ scenario, rows }) {
    const columns = [
        number('t', ({ t }) => t),
        number('visible', ({ visible }) => visible),
        number('not visible', ({ notVisible }) => notVisible),
        number('delayed', ({ delayed }) => delayed),
    ];
    if (scenario.maxReceives !== undefined)
        columns.push(number('dead', ({ dead }) => dead ?? 0));
    if (scenario.producers.length > 0)
        columns.push({ title: 'sent', right: false, cell: sentIn });
    for (const { speed } of scenario.consumers)
        columns.push(consumerColumn(`${speed}_consumer`));
    return drawn(columns, rows);
}
/** A terminal's deeds in words: `received F2, deleted`; `received F2×2` is the second receive of F2. */
export function wordsOf(deeds) {
    return deeds.map((deed, i) => wordsFor(deed, deeds[i - 1])).join(', ');
}
const number = (title, value) => ({
    title,
    right: true,
    cell: (row) => `${value(row)}`,
});
const consumerColumn = (name) => ({
    title: name,
    right: false,
    cell: ({ did }) => wordsOf(did[name] ?? []),
});
function sentIn({ did }) {
    const deeds = [...(did.slow_producer ?? []), ...(did.fast_producer ?? [])];
    return deeds.map(({ what, message }) => (what === 'sent' ? message : what === 'ended' ? 'end' : '')).join(' ');
}
function wordsFor({ what, message, nth }, before) {
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
function drawn(columns, rows) {
    const cells = rows.map((row) => columns.map(({ cell }) => cell(row)));
    const widths = columns.map(({ title }, i) => cells.reduce((most, row) => Math.max(most, row[i].length), title.length));
    squeeze(widths, columns.filter(({ title }) => title.endsWith('consumer')).length);
    const line = (texts) => texts
        .map((text, i) => padded(cut(text, widths[i]), widths[i], columns[i].right))
        .join('  ')
        .trimEnd();
    return [line(columns.map(({ title }) => title)), ...cells.map(line)].join('\n');
}
/** Shares what is left of the line among the last `talkative` columns. */
function squeeze(widths, talkative) {
    const first = widths.length - talkative;
    const taken = widths.slice(0, first).reduce((sum, width) => sum + width + 2, 0);
    const room = Math.floor((widest - taken + 2) / talkative) - 2;
    for (let i = first; i < widths.length; i++)
        widths[i] = Math.min(widths[i], room);
}
const padded = (text, width, right) => right ? text.padStart(width) : text.padEnd(width);
const cut = (text, width) => (text.length > width ? `${text.slice(0, width - 1)}…` : text);
