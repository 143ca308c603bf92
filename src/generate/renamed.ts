import { isFifo } from '../core/calls.js';
import type { Choices, Schedule, Step } from '../core/schedule.js';
import { contentId } from './content.js';
import { membersOf, withEach, withQueues } from './names.js';

/** The same schedule with small names: queues from `q1`, groups from `g1`, and so on. See also `renumbered`. */
export function renamed(schedule: Schedule): Schedule {
  const { setup, steps, ...rest } = renumbered(schedule);
  const queues = new Map(setup.queues.map(({ name }, k) => [name, `q${k + 1}${isFifo(name) ? '.fifo' : ''}`]));
  const values = new Map(Object.entries(letters).flatMap(([member, letter]) => valuesOf(steps, member, letter)));
  return {
    ...rest,
    setup: withQueues(setup, queues),
    steps: steps.map((step) => withValues(withQueues(step, queues), values)),
  };
}

/** Members with names that the generator made up, and the letter that the small ones begin with. */
const letters = { MessageGroupId: 'g', MessageDeduplicationId: 'd', ReceiveRequestAttemptId: 'r' };

/** A name that stands for nothing but itself. */
const plain = /^[a-z][\d.]*~*$/;

/** Each name that the member has, under the member, with a small one in the order in which they appear. */
function valuesOf(steps: readonly Step[], member: string, letter: string): [string, string][] {
  const values = steps.flatMap(membersOf).map((members) => members[member]);
  const names = new Set(values.filter((value): value is string => typeof value === 'string' && plain.test(value)));
  return [...names].map((name, k) => [`${member} ${name}`, `${letter}${k + 1}`]);
}

const withValues = (step: Step, values: ReadonlyMap<string, string>): Step =>
  withEach(step, (members) => {
    const changed = { ...members };
    for (const member in letters) {
      const small = values.get(`${member} ${members[member]}`);
      if (small !== undefined) changed[member] = small;
    }
    return changed;
  });

/** The same schedule with its steps numbered from 1 and its actors named from `a`. */
export function renumbered(schedule: Schedule): Schedule {
  const numbers = numbersOf(schedule.steps);
  const names = namesOf(schedule.steps);
  const contents = contentsOf(schedule.steps, numbers);
  const steps = schedule.steps.map((step) => withContents(renumberedStep(step, numbers, names), contents));
  if (schedule.choices === undefined) return { ...schedule, steps };
  return { ...schedule, steps, choices: renumberedChoices(schedule.choices, numbers) };
}

/** New numbers of the steps; a step that is gone and lives on in the bodies of others has that of the first of them. */
function numbersOf(steps: readonly Step[]): ReadonlyMap<number, number> {
  const numbers = new Map(steps.map(({ id }, k) => [id, k + 1]));
  for (const { id, body } of steps) if (body !== undefined && !numbers.has(body)) numbers.set(body, numbers.get(id)!);
  return numbers;
}

/** New names of the actors, in the order in which they appear. */
function namesOf(steps: readonly Step[]): ReadonlyMap<string, string> {
  const actors = [...new Set(steps.flatMap(({ actor, holder }) => (holder === undefined ? [actor] : [actor, holder])))];
  return new Map(actors.map((actor, k) => [actor, String.fromCharCode('a'.charCodeAt(0) + (k % 26))]));
}

function renumberedStep(step: Step, numbers: ReadonlyMap<number, number>, names: ReadonlyMap<string, string>): Step {
  const { body, holder, ...rest } = step;
  const moved: Step = { ...rest, id: numbers.get(step.id)!, actor: names.get(step.actor)! };
  if (holder !== undefined) moved.holder = names.get(holder)!;
  const { at } = step;
  if (at !== undefined && 'after' in at) moved.at = { ...at, after: numbers.get(at.after) ?? at.after };
  if (body !== undefined && numbers.get(body) !== moved.id) moved.body = numbers.get(body)!;
  return moved;
}

/** What the content of each message of a send stood for, and what it stands for under the new numbers. */
function contentsOf(steps: readonly Step[], numbers: ReadonlyMap<number, number>): ReadonlyMap<unknown, string> {
  const contents = new Map<unknown, string>();
  for (const { id, call, body = id, input } of steps) {
    if (call !== 'SendMessage') continue;
    const text = input.MessageBody as string | undefined;
    contents.set(contentId(body, text), contentId(numbers.get(body)!, text));
  }
  return contents;
}

const withContents = (step: Step, contents: ReadonlyMap<unknown, string>): Step =>
  withEach(step, (members) => {
    const small = contents.get(members.MessageDeduplicationId);
    return small === undefined ? members : { ...members, MessageDeduplicationId: small };
  });

/** The choices of steps that are still there, under their new numbers; a key is `<step>` or `<step>/<attempt>`. */
function renumberedChoices(choices: Choices, numbers: ReadonlyMap<number, number>): Choices {
  const kept: Choices = {};
  for (const [key, taken] of Object.entries(choices)) {
    const [id, attempt] = key.split('/');
    const number = numbers.get(Number(id));
    if (number !== undefined) kept[attempt === undefined ? `${number}` : `${number}/${attempt}`] = taken;
  }
  return kept;
}
