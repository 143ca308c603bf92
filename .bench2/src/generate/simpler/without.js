/**
 * The schedule without the steps of these ids. The others close up; with the ops of its last run, a step that loses its
 * reference, or whose time was a wait, begins as long after the step before it as it did then.
 */
export function without(schedule, left, ops = []) {
    const first = firstOps(ops);
    const steps = [];
    let previous = 0;
    for (const step of schedule.steps) {
        if (left.has(step.id))
            continue;
        const start = first.get(step.id)?.invoked;
        steps.push(retimed(step, left, start === undefined ? undefined : start - previous));
        previous = start ?? previous;
    }
    return { ...schedule, steps };
}
/** The first op of each step, by the step's id. */
export function firstOps(ops) {
    const first = new Map();
    for (const op of ops)
        if (op.step !== undefined && !first.has(op.step))
            first.set(op.step, op);
    return first;
}
/** A step that is bound to no step that stays begins `gap` milliseconds after the one before it, where that is known. */
function retimed(step, left, gap) {
    const { at, ...rest } = step;
    const refers = at !== undefined && 'after' in at;
    if (refers && !left.has(at.after))
        return step;
    if (gap !== undefined)
        return gap > 1 ? { ...rest, at: { wait: gap } } : rest;
    return refers ? rest : step;
}
