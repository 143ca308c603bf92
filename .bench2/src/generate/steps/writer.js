import { pick } from '../pick.js';
import { Past } from './past.js';
import { drawSituation } from './situations/index.js';
import { Timing } from './timing.js';
import { Wheel } from './wheel.js';
/** Writes the steps of one schedule, remembering what later steps can refer to. */
export class StepWriter {
    #recipe;
    #wheel;
    #past;
    #timing;
    /** Steps that are to come next, as one situation with the step before them. */
    #next = [];
    constructor(recipe) {
        this.#recipe = recipe;
        this.#wheel = new Wheel(recipe);
        this.#past = new Past(recipe.draw);
        this.#timing = new Timing(recipe);
    }
    /** The next step; call it once for each id, upwards. */
    step(id) {
        const next = this.#next.shift();
        const step = next?.(id) ?? this.#wheel.spin()(id, this.#recipe, this.#past);
        // the steps of a situation have times of their own
        if (next === undefined)
            this.#timing.schedule(step);
        addFault(step, this.#recipe);
        if (next === undefined)
            this.#next.push(...drawSituation(step, this.#recipe));
        this.#past.remember(step);
        this.#timing.remember(step);
        return step;
    }
}
/** Gives one step in eight a fault. */
function addFault(step, { draw, faults, values }) {
    if (faults.length === 0 || draw(8) > 0)
        return;
    const name = pick(draw, faults);
    step.fault = name === 'slow-reply' ? { name, ms: pick(draw, values.lateness) } : { name };
}
