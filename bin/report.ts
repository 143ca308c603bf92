import spinner from 'yocto-spinner';
import colours from 'yoctocolors';
import { reaches } from '../properties/reach.js';
import type { Failure, Outcome, Tally } from '../src/campaign.js';
import type { History } from '../src/core/history.js';
import type { Verdict, Violation } from '../src/core/verdict.js';
import { lanes, type Paint } from '../src/show.js';

const plainText = (text: string): string => text;
const coloured = (colour: (text: string) => string) => (process.stdout.isTTY ? colour : plainText);
const bold = coloured(colours.bold);
const cyan = coloured(colours.cyan);
const dim = coloured(colours.dim);
const green = coloured(colours.green);
const red = coloured(colours.red);
const yellow = coloured(colours.yellow);

const paint: Paint = { quiet: dim, actor: bold, broken: red };

export const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** The last line of stdout with --json. */
export const sayJson = (value: unknown): void => say(JSON.stringify(value));

/** A line on stderr that keeps changing while a campaign runs; nothing where nobody watches. */
export function progressLine(
  isQuiet: boolean,
  elapsed: () => number,
): { show: (tally: Tally) => void; end: () => void } {
  if (isQuiet || !process.stderr.isTTY) return { show: () => {}, end: () => {} };
  const line = spinner({ text: 'starting', stream: process.stderr }).start();
  let shown = 0;
  return {
    show(tally) {
      if (elapsed() - shown < 100) return;
      shown = elapsed();
      line.text = `${number(tally.runs)} schedules · ${number((tally.calls / shown) * 1000)} calls/s · ${duration(tally.simulated)} simulated · ${tally.reached.size} of ${reaches.length} situations reached`;
    },
    end: () => line.stop(),
  };
}

export const number = (value: number): string => Math.round(value).toLocaleString('en-US');

/** A simulated time in the unit that fits. */
export function duration(ms: number): string {
  const units: [number, string][] = [
    [86_400_000, 'days'],
    [3_600_000, 'hours'],
    [60_000, 'minutes'],
  ];
  for (const [size, unit] of units) if (ms >= 2 * size) return `${number(ms / size)} ${unit}`;
  return `${(ms / 1000).toFixed(1)} s`;
}

/** What a campaign did, in a few lines. */
export function summary(outcome: Outcome, seed: string, elapsed: number, notReached: readonly string[]): string {
  const { runs, calls, steps, simulated, repeated, reached, digest } = outcome;
  const lines = [
    `${bold(number(runs))} schedules from seed ${cyan(seed)}: ${number(calls)} calls in ${(elapsed / 1000).toFixed(1)} s (${number((calls / elapsed) * 1000)}/s), ${(steps / runs).toFixed(0)} steps each, ${duration(simulated)} simulated`,
    `${judgedLine(outcome)}`,
    `${number(reached.size)} situations reached${notReached.length === 0 ? ', none missed' : `; ${yellow('not reached')}: ${notReached.join(', ')}`}`,
  ];
  if (repeated > 0) lines.push(`${number(repeated)} schedules run twice, byte for byte the same`);
  lines.push(dim(`digest ${digest}`));
  return lines.join('\n');
}

function judgedLine({ properties }: Tally): string {
  let judged = 0;
  let open = 0;
  for (const tally of properties.values()) {
    judged += tally.judged;
    open += tally.open;
  }
  return `${properties.size} properties judged ${number(judged)} obligations, ${number(open)} more stayed undecided`;
}

/** One failure: the property, the sentence, the steps as lanes of time, the line to replay it. */
export function failure({ violation, history, run, seed }: Failure, replay: string): string {
  return [
    `${red(bold(`✗ ${violation.property}`))} broken in schedule ${run} (seed ${seed}), shrunk to ${plural(history.schedule.steps.length, 'step')}`,
    story(history, violation),
    `  replay: ${cyan(replay)}`,
  ].join('\n');
}

/** The sentence and the lanes. */
export const story = (history: History, violation: Violation): string =>
  `  ${violation.says}\n\n${indent(lanes(history, violation.ops, paint))}\n`;

export const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

const indent = (text: string): string => text.replace(/^/gm, '  ');

/** Every property's verdict on one history. */
export const verdictLines = (verdicts: readonly Verdict[]): string => verdicts.map(verdictLine).join('\n');

function verdictLine(verdict: Verdict): string {
  const name = verdict.property.padEnd(28);
  const judged = dim(`${plural(verdict.judged, 'obligation')} judged`);
  if (verdict.kind === 'broken') return `${red('✗')} ${name} ${red('broken')}     ${judged}`;
  if (verdict.kind === 'undecided')
    return `${yellow('?')} ${name} ${yellow('undecided')}  ${judged}, ${verdict.undecided} open: ${verdict.why}`;
  if (verdict.judged === 0) return `${dim('·')} ${name} ${dim('nothing to judge')}`;
  return `${green('✓')} ${name} holds      ${judged}`;
}

/** Every property's verdicts over a campaign. */
export function propertyTable({ properties }: Tally): string {
  const lines: string[] = [];
  for (const [name, { broken, undecided, judged, open, holds }] of properties) {
    const mark = broken > 0 ? red('✗') : judged === 0 ? dim('·') : green('✓');
    const verdict = broken > 0 ? red('broken') : judged === 0 ? 'not judged' : 'holds';
    const counts = `${number(judged)} judged, ${number(open)} open; schedules: ${holds} hold, ${undecided} undecided, ${broken} broken`;
    lines.push(`${mark} ${name.padEnd(28)} ${verdict.padEnd(11)} ${dim(counts)}`);
  }
  return lines.join('\n');
}
