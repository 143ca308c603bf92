import { Arbitrary, stream, Value } from 'fast-check';
import { canonical } from '../core/canonical.js';
import { drawSchedule } from './schedule.js';
import { simpler } from './simpler/index.js';
/**
 * Schedules for fast-check: `fc.assert(fc.asyncProperty(schedules(), async (schedule) => …))`. Shrinks with our own
 * candidates, also a schedule that was read from a file.
 */
export const schedules = (range = {}) => new ScheduleArbitrary(range);
class ScheduleArbitrary extends Arbitrary {
    #range;
    constructor(range) {
        super();
        this.#range = range;
    }
    generate(random) {
        const draw = (n) => random.nextInt(0, n - 1);
        const seed = `fc-${random.nextInt(0, 0x7fff_ffff)}`;
        return new Value(drawSchedule(draw, seed, this.#range), undefined);
    }
    canShrinkWithoutContext(value) {
        return typeof value === 'object' && value !== null && 'steps' in value && 'setup' in value;
    }
    shrink(schedule) {
        const size = canonical(schedule).length;
        // only shorter candidates, so that shrinking ends
        return stream(simpler(schedule))
            .filter((candidate) => canonical(candidate).length < size)
            .map((candidate) => new Value(candidate, undefined));
    }
}
