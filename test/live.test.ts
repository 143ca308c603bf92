import { afterAll, expect, test } from 'vitest';
import { type Found, type Hunt, hunt } from '../bench/live/hunt.js';
import { type Server, serve } from '../bench/live/server.js';
import { closeAll } from '../bin/real.js';

const lane: Hunt = { seed: 'live', profile: 'standard', slow: false, parallel: 16, maxSockets: 16 };

const servers: Server[] = [];
afterAll(async () => {
  await closeAll();
  for (const server of servers) server.stop();
});

async function start(mutant?: string): Promise<string> {
  const server = await serve('bin/main.ts', mutant, ['--import', 'tsx']);
  servers.push(server);
  return server.url;
}

async function firstFound(mutant: string, given: Hunt): Promise<Found> {
  for await (const found of hunt(await start(mutant), given)) return found;
  throw new Error(`${mutant} was not found`);
}

test.each([
  ['A-089', 'standard', 'response-bounds'],
  ['A-002', 'standard', undefined],
  ['R-031', 'fifo', undefined],
] as const)('conform finds %s over a socket, on the wall clock', async (mutant, profile, property) => {
  const found = await firstFound(mutant, { ...lane, profile });
  expect(found.says).toMatch(/#\d/);
  if (property !== undefined) expect(found.property).toBe(property);
});

test('and nothing in the honest service', async () => {
  const found: Found[] = [];
  for await (const one of hunt(await start(), { ...lane, profile: 'all', runs: 16 })) found.push(one);
  expect(found).toEqual([]);
});
