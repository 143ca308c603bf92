import { tame } from '../../src/show/words.js';
import { type Cell, type Column, deviationsOf, type Matrix, type State, titleOf } from './matrix.js';

/** The states in the order in which they are explained, with what they mean. */
export const meanings: Readonly<Record<State, string>> = {
  holds: 'obligations were judged, and none was broken',
  broken: 'at least one deviation from the contract, which showed again when its schedule was run again',
  undecided: 'times or unknown outcomes left every obligation open, or what looked broken did not show again',
  'not reached': 'no schedule came to what the property is about',
  'not applicable': 'the implementation says that it does not have what the property needs',
};

export const marks: Readonly<Record<State, string>> = {
  holds: '✓',
  broken: '✗',
  undecided: '?',
  'not reached': '·',
  'not applicable': '–',
};

/** The count that goes with a state: `2 deviations`, `84 judged`, `84 judged, 3 open`. */
export function countsOf({ state, judged, open, deviations }: Cell): string {
  if (state === 'not applicable' || state === 'not reached') return '';
  if (deviations.length > 0) return counted(deviations.length, 'deviation');
  const parts = [`${judged} judged`];
  if (open > 0) parts.push(`${open} open`);
  return parts.join(', ');
}

/** Longer than any sentence that a property says of ordinary messages. */
const sentenceMax = 1000;

/** A sentence of a property; what it quotes comes from strangers. */
export const sentence = (says: string): string => tame(says, sentenceMax);

export const counted = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;

/** `seen in 3 schedules, 2 steps, showed again in 3 of 3 runs, as with mutant A-004`. */
export function factsOf({ seen, steps, again, repeated, like = [] }: Cell['deviations'][number]): string {
  const facts = `seen in ${counted(seen, 'schedule')}, ${counted(steps, 'step')}, showed again in ${again} of ${repeated} runs`;
  return like.length === 0 ? facts : `${facts}, as with mutant ${like.join(' or ')}`;
}

/** What else there is to say: how it was timed, what was not answered, what is only a warning. */
export const remarks = ({ timing, unanswered, lost = [], gone, runs, warnings = [] }: Column): string[] => [
  ...(gone === undefined ? [] : [`Given up after ${counted(runs, 'schedule')}: ${sentence(gone)}`]),
  ...(timing === undefined ? [] : [`Timed: ${timed(timing)}`]),
  ...lost.map(({ why, schedules }) => `Not run: ${counted(schedules, 'schedule')}, ${sentence(why)}`),
  ...unanswered.map(({ why, calls }) => `Not answered: ${counted(calls, 'call')}, ${sentence(why)}`),
  ...warnings.map(
    ({ what, says, times }) => `Warning: ${sentence(what)}, ${counted(times, 'answer')}: ${sentence(says)}`,
  ),
];

const timed = ({ roundTrip, jitter, tick, decidable, obligations }: NonNullable<Column['timing']>): string =>
  `round trip ${roundTrip} ms, jitter ${jitter} ms, deadlines met ${tick} ms before and after; ` +
  `${decidable} of ${obligations} obligations of a rehearsal were decidable`;

/** What the campaigns were. */
export const aboutOf = ({ redrive, seed, level, profile }: Matrix): string =>
  `Redrive ${redrive}, seed ${seed}, level ${level}, ${profile === 'all' ? 'all' : profile === 'fifo' ? 'FIFO' : 'standard'} queues.`;

/** One line on one implementation. */
export function lineOf(column: Column): string {
  const { released, unjudged, runs } = column;
  const title = released === undefined ? titleOf(column) : `${titleOf(column)} (${released})`;
  if (unjudged !== undefined) return `${title}: ${unjudged}`;
  const states = Object.keys(meanings) as State[];
  const cells = Object.values(column.cells);
  const counts = states.map((state) => [state, cells.filter((cell) => cell.state === state).length] as const);
  const told = counts
    .filter(([, number]) => number > 0)
    .map(([state, number]) => `${number} ${state === 'holds' && number > 1 ? 'hold' : state}`);
  return `${title}: ${told.join(', ')}; ${counted(deviationsOf(column).length, 'deviation')} in ${counted(runs, 'schedule')}`;
}
