import type { Choices, Schedule, Step } from '../core/schedule.js';

/** The same schedule with its steps numbered from 1 and its actors named from `a`. */
export function renamed(schedule: Schedule): Schedule {
  const numbers = new Map(schedule.steps.map(({ id }, k) => [id, k + 1]));
  const names = namesOf(schedule.steps);
  const steps = schedule.steps.map((step) => renamedStep(step, numbers, names));
  if (schedule.choices === undefined) return { ...schedule, steps };
  return { ...schedule, steps, choices: renamedChoices(schedule.choices, numbers) };
}

/** New names of the actors, in the order in which they appear. */
function namesOf(steps: readonly Step[]): ReadonlyMap<string, string> {
  const actors = [...new Set(steps.map(({ actor }) => actor))];
  return new Map(actors.map((actor, k) => [actor, String.fromCharCode('a'.charCodeAt(0) + (k % 26))]));
}

function renamedStep(step: Step, numbers: ReadonlyMap<number, number>, names: ReadonlyMap<string, string>): Step {
  const moved = { ...step, id: numbers.get(step.id)!, actor: names.get(step.actor)! };
  const { at } = step;
  if (at !== undefined && 'after' in at) moved.at = { ...at, after: numbers.get(at.after) ?? at.after };
  return moved;
}

/** The choices of steps that are still there, under their new numbers; a key is `<step>` or `<step>/<attempt>`. */
function renamedChoices(choices: Choices, numbers: ReadonlyMap<number, number>): Choices {
  const kept: Choices = {};
  for (const [key, taken] of Object.entries(choices)) {
    const [id, attempt] = key.split('/');
    const number = numbers.get(Number(id));
    if (number !== undefined) kept[attempt === undefined ? `${number}` : `${number}/${attempt}`] = taken;
  }
  return kept;
}
