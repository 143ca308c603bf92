import type { Call, Reply } from '../core/calls.js';
import type { Millis } from '../core/clock.js';
import type { Endpoint } from '../core/endpoint.js';

/** What a call takes that has nothing to wait for: half of them less than `roundTrip`, the slowest `jitter` more. */
export interface Network {
  roundTrip: Millis;
  jitter: Millis;
}

const rounds = 5;

/** How many calls a probe makes, with the one that opens the endpoint. */
export const callsOfProbe = (width: number): number => 1 + (1 + rounds) * width;

const nothing: Call = { call: 'ListQueues', input: { QueueNamePrefix: 'none' } };

/**
 * Measures the network before an endpoint: `width` calls side by side, five times, after a first time that opens the
 * connections.
 * Opens and closes the endpoint; errors of `open` pass through.
 */
export async function probe(endpoint: Endpoint, width: number): Promise<Network> {
  try {
    await endpoint.open({ queues: [] });
    await together(endpoint, width);
    const times: Millis[] = [];
    for (let round = 0; round < rounds; round++) times.push(...(await together(endpoint, width)));
    times.sort((a, b) => a - b);
    const roundTrip = times[times.length >> 1]!;
    return { roundTrip, jitter: times.at(-1)! - roundTrip };
  } finally {
    await endpoint.close();
  }
}

const together = (endpoint: Endpoint, width: number): Promise<Millis[]> =>
  Promise.all(Array.from({ length: width }, () => timed(endpoint)));

async function timed(endpoint: Endpoint): Promise<Millis> {
  const began = endpoint.clock.now();
  const reply: Reply = await endpoint.call(nothing, () => 0);
  // somebody who does not answer is found out by the run
  return reply.kind === 'unknown' ? 0 : endpoint.clock.now() - began;
}
