import type { Op } from '../../core/history.js';
import { liberties, type Schedule, type Step } from '../../core/schedule.js';
import { without } from './without.js';

/** Leaves out runs of steps: halves, quarters, …, single ones; each first closed up, then with the others' times kept. */
export function* withFewerSteps(schedule: Schedule, ops: readonly Op[]): Generator<Schedule> {
  const { steps } = schedule;
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let from = steps.length - size; from > -size; from -= size) {
      const left = new Set(steps.slice(Math.max(from, 0), from + size).map(({ id }) => id));
      yield without(schedule, left);
      if (ops.length > 0 && size <= 4) yield without(schedule, left, ops);
    }
}

/** No liberties, one liberty less, one op's choices less, and a level that demands more. */
export function* withFewerLiberties(schedule: Schedule): Generator<Schedule> {
  const { liberties: allowed, choices = {} } = schedule;
  if (allowed.length > 0) yield { ...schedule, liberties: [], choices: {} };
  for (const liberty of allowed) yield { ...schedule, liberties: allowed.filter((other) => other !== liberty) };
  for (const key of Object.keys(choices)) {
    const { [key]: _, ...others } = choices;
    yield { ...schedule, choices: others };
  }
  if (schedule.level === 'documented' && allowed.every((liberty) => liberties[liberty] === 'strict'))
    yield { ...schedule, level: 'strict' };
}

/** One actor less: another one, with an earlier name, does its steps. */
export function* withFewerActors(schedule: Schedule): Generator<Schedule> {
  const actors = [...new Set(schedule.steps.map(({ actor }) => actor))].sort();
  for (const from of actors.slice(1).reverse())
    for (const to of actors.slice(0, actors.indexOf(from)))
      yield { ...schedule, steps: schedule.steps.map((step) => renamed(step, from, to)) };
}

function renamed({ holder, ...step }: Step, from: string, to: string): Step {
  const actor = step.actor === from ? to : step.actor;
  const other = holder === from ? to : holder;
  return { ...step, actor, ...(other !== undefined && other !== actor && { holder: other }) };
}
