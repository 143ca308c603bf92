import fc from 'fast-check';
import { expect, test } from 'vitest';
import { properties } from '../../properties/index.js';
import { reachedBy } from '../../properties/reach.js';
import { check } from '../../src/check.js';
import { histories } from '../any-history.js';

test('whatever a server answers, every property has a verdict on it', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const verdicts = check(history, properties);
      expect(verdicts.map(({ property }) => property)).toEqual(properties.map(({ name }) => name));
      for (const { judged, undecided } of verdicts) expect(judged + undecided).toBeGreaterThanOrEqual(0);
      expect([...reachedBy(history)]).toEqual(expect.any(Array));
    }),
    { numRuns: 1500 },
  );
}, 60_000);
