import { Arbitrary, type Random, type Stream, stream, Value } from 'fast-check';
import type { Draw } from '../chance/seed.js';
import { canonical } from '../core/canonical.js';
import type { Schedule } from '../core/schedule.js';
import { drawSchedule, type Range } from './schedule.js';
import { simpler } from './simpler/index.js';

/**
 * Schedules for fast-check: `fc.assert(fc.asyncProperty(schedules(), async (schedule) => …))`. Shrinks with our own
 * candidates, also a schedule that was read from a file.
 */
export const schedules = (range: Range = {}): Arbitrary<Schedule> => new ScheduleArbitrary(range);

class ScheduleArbitrary extends Arbitrary<Schedule> {
  readonly #range: Range;

  constructor(range: Range) {
    super();
    this.#range = range;
  }

  override generate(random: Random): Value<Schedule> {
    const draw: Draw = (n) => random.nextInt(0, n - 1);
    const seed = `fc-${random.nextInt(0, 0x7fff_ffff)}`;
    return new Value(drawSchedule(draw, seed, this.#range), undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is Schedule {
    return typeof value === 'object' && value !== null && 'steps' in value && 'setup' in value;
  }

  override shrink(schedule: Schedule): Stream<Value<Schedule>> {
    const size = canonical(schedule).length;
    // only shorter candidates, so that shrinking ends
    return stream(simpler(schedule))
      .filter((candidate) => canonical(candidate).length < size)
      .map((candidate) => new Value(candidate, undefined));
  }
}
