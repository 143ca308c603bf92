import fc from 'fast-check';
import { expect, test } from 'vitest';
import { properties } from '../../properties/index.js';
import { reachedBy } from '../../properties/reach.js';
import { check, violationsOf } from '../../src/check.js';
import { histories } from '../any-history.js';
import { play } from '../steps.js';

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

test('also of attributes with the names of what every object has', async () => {
  for (const name of ['valueOf', 'constructor', 'toString'])
    for (const [call, input] of [
      ['CreateQueue', { QueueName: 'n', Attributes: { [name]: '1' } }],
      ['SetQueueAttributes', { QueueUrl: 'q', Attributes: { [name]: '1' } }],
    ] as const) {
      const verdicts = check(await play([{ call, input }]), properties);
      expect(violationsOf(verdicts), `${call} ${name}`).toEqual([]);
    }
});
