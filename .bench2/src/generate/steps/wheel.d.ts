import type { DrawStep, Recipe } from './recipe.js';
/** The kinds of step of one schedule with their shares, which are uneven: some mostly send, others mostly poll. */
export declare class Wheel {
    #private;
    constructor({ draw, features, setup, targets }: Recipe);
    /** A kind of step, by its share. */
    spin(): DrawStep;
}
