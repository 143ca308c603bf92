import { afterAll, describe, expect, test } from 'vitest';
import { type Found, type Hunt, hunt } from '../bench/live/hunt.js';
import { type Server, serve } from '../bench/live/server.js';
import { closeAll } from '../bin/real.js';
import { mutant as mutantOf, profileOf } from '../models/mutants/index.js';

const servers: Server[] = [];
afterAll(async () => {
  await closeAll();
  for (const server of servers) server.stop();
});

/** The first finding of the property. Which schedule ends first, and what else it shows, is up to the wall clock. */
async function firstFound(id: string, property: string): Promise<Found | undefined> {
  const server = await serve('bin/main.ts', id, ['--import', 'tsx']);
  servers.push(server);
  const profile = profileOf(mutantOf(id)!);
  // of this seed, short schedules come first
  const given: Hunt = { seed: 'live-38', profile, slow: false, parallel: 4, maxSockets: 16, runs: 40 };
  for await (const found of hunt(server.url, given)) if (found.property === property) return found;
  return undefined;
}

describe.concurrent('conform finds over a socket, on the wall clock', () => {
  test.each([
    ['A-089', 'response-bounds', /answered with an empty list instead of none/],
    ['A-081', 'receive-count-upper', / with receive count \d+, but only \d+ receives? can have delivered it so far$/],
    ['R-044', 'sequence-numbers', /#/],
  ])('%s', async (mutant, property, says) => {
    expect(await firstFound(mutant, property)).toEqual({
      property,
      says: expect.stringMatching(says),
      weak: false,
      seed: expect.stringMatching(/^live-/),
      runs: expect.any(Number),
      seconds: expect.any(Number),
    });
  });
});
