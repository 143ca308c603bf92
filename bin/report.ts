import spinner from 'yocto-spinner';
import colours from 'yoctocolors';
import { reaches } from '../properties/reach.js';
import type { Failure, Outcome, Tally } from '../src/campaign.js';
import type { History } from '../src/core/history.js';
import type { Verdict, Violation } from '../src/core/verdict.js';
import { tame } from '../src/show/words.js';
import { lanes, type Paint } from '../src/show.js';
import type { Timing } from './rehearsal.js';
import type { Warning } from './warnings.js';

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
export interface ProgressLine {
  show(tally: Tally): void;
  /** Says so when the shrinking of a failure begins. */
  shrinking(time: () => () => boolean): () => () => boolean;
  end(): void;
}

const noLine: ProgressLine = { show: () => {}, shrinking: (time) => time, end: () => {} };

/** Milliseconds between two changes of the line. */
const pace = 100;

/** `text` stands there until the first schedule is judged. */
export function progressLine(isQuiet: boolean, elapsed: () => number, text: string): ProgressLine {
  if (isQuiet || !isWatched()) return noLine;
  // signals are ours: queues may have to be deleted first
  const line = spinner({ text, stream: process.stderr, handleSignals: false }).start();
  let shown = 0;
  return {
    show(tally) {
      if (elapsed() - shown < pace) return;
      shown = elapsed();
      line.text = progress(tally, shown);
    },
    shrinking: (time) => () => {
      line.text = 'shrinking a failure';
      return time();
    },
    end: () => line.stop(),
  };
}

const isWatched = (): boolean => process.stderr.isTTY && process.env.TERM !== 'dumb' && process.env.CI === undefined;

const progress = ({ runs, calls, simulated, reached }: Tally, elapsed: number): string =>
  [
    plural(runs, 'schedule'),
    `${number((calls / elapsed) * 1000)} calls/s`,
    `${duration(simulated)} simulated`,
    `${reached.size} of ${reaches.length} situations reached`,
  ].join(' · ');

export const number = (value: number): string => Math.round(value).toLocaleString('en-US');

/** A simulated time in the unit that fits. */
export function duration(ms: number): string {
  const units: [number, string][] = [
    [86_400_000, 'days'],
    [3_600_000, 'hours'],
    [60_000, 'minutes'],
  ];
  for (const [size, unit] of units) if (ms >= 2 * size) return `${number(ms / size)} ${unit}`;
  return `${Number((ms / 1000).toFixed(1))} s`;
}

/** What a summary tells beside the outcome itself. */
interface Around {
  seed: string;
  /** Milliseconds that all of it took. */
  elapsed: number;
  /** Milliseconds until the last schedule was judged, where failures are shrunk for long afterwards. */
  ran?: number;
  /** The campaign goes on after a failure. */
  keepGoing: boolean;
  /** Situations that were not reached; absent on a real endpoint, where many cannot be. */
  missed?: readonly string[];
}

/** What a campaign did, in a few lines. */
export function summary(outcome: Outcome, { seed, elapsed, ran, keepGoing, missed }: Around): string {
  const { runs, calls, steps, simulated, repeated, failures, digest } = outcome;
  const isStopped = failures.length > 0 && !keepGoing;
  const stopped = isStopped ? 'stopped by the failure after ' : '';
  const shrunk = ran === undefined ? 'shrinking included' : `${(ran / 1000).toFixed(1)} s without shrinking`;
  const speed = failures.length > 0 ? shrunk : `${number((calls / elapsed) * 1000)}/s`;
  const facts = [
    `${number(calls)} calls in ${(elapsed / 1000).toFixed(1)} s (${speed})`,
    `${(steps / runs).toFixed(0)} steps each`,
  ];
  if (missed !== undefined) facts.push(`${duration(simulated)} simulated`);
  const lines = [
    `${stopped}${bold(plural(runs, 'schedule'))} from seed ${cyan(seed)}: ${facts.join(', ')}`,
    judgedLine(outcome),
    reachedLine(outcome, isStopped ? undefined : missed),
  ];
  if (outcome.lost.size > 0) lines.push(countedLine(outcome.lost, 'schedule', 'that could not be run'));
  if (outcome.unanswered.size > 0) lines.push(countedLine(outcome.unanswered, 'call', 'without a known outcome'));
  if (repeated > 0) lines.push(`${plural(repeated, 'schedule')} run twice, byte for byte the same`);
  if (missed !== undefined) lines.push(dim(`digest ${digest}`));
  return lines.join('\n');
}

function reachedLine({ reached }: Tally, missed: readonly string[] | undefined): string {
  const count = `${plural(reached.size, 'situation')} reached`;
  if (missed === undefined) return count;
  return missed.length === 0 ? `${count}, none missed` : `${count}; ${yellow('not reached')}: ${missed.join(', ')}`;
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

/** How many things are so and why, the most frequent reasons first. */
function countedLine(counts: ReadonlyMap<string, number>, things: string, so: string): string {
  const reasons = [...counts].sort(([, a], [, b]) => b - a);
  const most = reasons.slice(0, 3).map(([why, count]) => `${tame(why, 200)} (${number(count)})`);
  const rest = reasons.length > most.length ? ', …' : '';
  const all = reasons.reduce((sum, [, count]) => sum + count, 0);
  return yellow(`${plural(all, things)} ${so}: ${most.join(', ')}${rest}`);
}

/** How schedules are timed on a real endpoint, and how much can be decided there. */
export const timingLine = ({ roundTrip, jitter, tick, obligations, decidable, rehearsed }: Timing): string =>
  `round trip ${roundTrip} ms, jitter ${jitter} ms: deadlines are met ${tick} ms before and after; in a rehearsal of ` +
  `${plural(rehearsed, 'schedule')} ${number(decidable)} of ${number(obligations)} obligations were decidable`;

/** Answers that differ from the model's, where nothing demands the model's. */
export const warningLines = (warnings: readonly Warning[]): string =>
  warnings
    .map(({ what, says, times }) => {
      const count = dim(`${plural(times, 'answer')}, e.g.`);
      return `${yellow('!')} ${tame(what, sentenceMax)} ${count} ${tame(says, sentenceMax)}`;
    })
    .join('\n');

/** One failure: the property, the sentence, the steps as lanes of time, the line to replay it. */
export function failure(found: Failure, replay: string): string {
  const { violation, history, run, seed } = found;
  const steps = plural(history.schedule.steps.length, 'step');
  const heading = `${named(violation)} broken in schedule ${run} (seed ${seed}), shrunk to ${steps}`;
  return `${heading}${againOf(found)}\n${picture(history, violation)}${likeOf(found)}\n  replay: ${cyan(replay)}\n`;
}

const againOf = ({ again }: Failure): string =>
  again === undefined ? '' : `, showed again in ${again.shown} of ${again.runs} runs`;

const likeOf = ({ like = [] }: Failure): string =>
  like.length === 0 ? '' : `\n  the model does the same with ${like.map((id) => `--mutant ${id}`).join(', or ')}`;

/** One violation of a history that was run or judged again. */
export const story = (history: History, violation: Violation): string =>
  `\n${named(violation)}\n${picture(history, violation)}`;

const named = ({ property }: Violation): string => red(bold(`✗ ${property}`));

/** Longer than any sentence that a property says of ordinary messages. */
const sentenceMax = 1000;

/** The sentence and the lanes. */
const picture = (history: History, { says, ops }: Violation): string =>
  `  ${tame(says, sentenceMax)}\n\n${indent(lanes(history, ops, paint))}\n`;

export const plural = (count: number, word: string): string => `${number(count)} ${word}${count === 1 ? '' : 's'}`;

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
