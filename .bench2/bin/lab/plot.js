import { blue, plot as chart, green, red } from 'asciichart';
const heightMax = 12;
/** Leaves room in 100 columns for the axis and the names. */
const pointsMax = 64;
const series = [
    { title: 'delayed', colour: blue, of: ({ delayed }) => delayed },
    { title: 'not visible', colour: red, of: ({ notVisible }) => notVisible },
    { title: 'visible', colour: green, of: ({ visible }) => visible },
];
/** The three counters over time. Each line carries its name at its end, so that it reads without colours too. */
export function plot(rows, inColours) {
    const stride = Math.ceil(rows.length / pointsMax);
    const shown = rows.filter((_, i) => i % stride === 0);
    const curves = series.map(({ of }) => shown.map(of));
    const peak = curves.flat().reduce((most, value) => Math.max(most, value), 1);
    const step = Math.ceil(peak / heightMax);
    const height = Math.ceil(peak / step);
    // the chart puts a label of two or more characters whole into the first of its two columns
    const labelWidth = Math.max(2, `${height * step}`.length);
    const lines = chart(curves, {
        min: 0,
        max: height * step,
        height,
        offset: 2,
        format: (value) => `${Math.round(value)}`.padStart(labelWidth),
        symbols: ['┤', '┤', '╶', '╴', '─', '╰', '╭', '╮', '╯', '│'],
        colors: inColours ? series.map(({ colour }) => colour) : [],
    }).split('\n');
    const ends = curves.map((curve) => height - Math.round(curve.at(-1) / step));
    const named = lines.map((line, i) => `${line}${namesAt(ends, i)}`.trimEnd());
    return [...named, timeline(shown, labelWidth)].join('\n');
}
const namesAt = (ends, line) => series
    .filter((_, i) => ends[i] === line)
    .map(({ title }) => title)
    .join(', ');
/** The seconds under every tenth point. */
function timeline(rows, left) {
    let line = '';
    for (let i = 0; i < rows.length; i += 10)
        line = `${line.padEnd(left + i)}${rows[i].t}`;
    return `${line} s`;
}
