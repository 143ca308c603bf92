import type { Draw } from '../chance/seed.js';
import { type FaultName, type Level, type Liberty, type Profile, type Schedule } from '../core/schedule.js';
import { type Values } from './values.js';
/** What the schedules of a campaign may contain. */
export interface Range {
    /** Drawn per schedule unless given. */
    level?: Level;
    /** All unless given. */
    profile?: Profile;
    /** Liberties to draw from; those that the level does not allow are left out. All unless given. */
    liberties?: readonly Liberty[];
    /** Faults to draw from. All unless given. */
    faults?: readonly FaultName[];
    /** Values for virtual time unless given. */
    values?: Values;
}
export declare const allFaults: readonly FaultName[];
export declare const allLiberties: readonly Liberty[];
/** The schedule of a seed. The same seed and range give the same schedule. */
export declare const scheduleOf: (seed: string, range?: Range) => Schedule;
export declare function drawSchedule(draw: Draw, seed: string, range?: Range): Schedule;
