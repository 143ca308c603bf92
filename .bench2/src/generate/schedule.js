import { drawsOf } from '../chance/keyed.js';
import { liberties, } from '../core/schedule.js';
import { drawSetup } from './setup.js';
import { drawRecipe } from './steps/recipe.js';
import { StepWriter } from './steps/writer.js';
import { drawFeatures } from './swarm.js';
import { virtualValues } from './values.js';
export const allFaults = [
    'lost-request',
    'lost-reply',
    'repeated',
    'slow-reply',
    'throttled',
    'crash',
];
export const allLiberties = Object.keys(liberties);
/** The schedule of a seed. The same seed and range give the same schedule. */
export const scheduleOf = (seed, range = {}) => drawSchedule(drawsOf(seed), seed, range);
export function drawSchedule(draw, seed, range = {}) {
    const values = range.values ?? virtualValues;
    const features = drawFeatures(draw);
    const drawn = draw(4) === 0 ? 'documented' : 'strict';
    const level = range.level ?? drawn;
    const setup = drawSetup(draw, features, values, drawKind(draw, range.profile ?? 'all'));
    const writer = new StepWriter(drawRecipe(draw, features, values, setup, range.faults ?? allFaults));
    const [fewest, most] = values.steps;
    const steps = [];
    for (let id = 1, count = fewest + draw(most - fewest + 1); id <= count; id++)
        steps.push(writer.step(id));
    return { seed, level, setup, liberties: drawLiberties(draw, level, range.liberties ?? allLiberties), steps };
}
/** With `all`, one schedule in sixteen has queues of both types, and the others are shared evenly. */
function drawKind(draw, profile) {
    if (profile !== 'all')
        return profile;
    const lot = draw(32);
    return lot < 15 ? 'standard' : lot < 30 ? 'fifo' : 'mixed';
}
/** None in a third of the schedules, else each with one half. */
function drawLiberties(draw, level, from) {
    if (draw(3) === 0)
        return [];
    const legal = from.filter((liberty) => level === 'documented' || liberties[liberty] === 'strict');
    return legal.filter(() => draw(2) === 0);
}
