import type { Draw } from '../chance/seed.js';

/**
 * What a schedule may use, and in how many schedules of ten it is there. Swarm by omission: most bugs need few features, and
 * the others only get in the way (a purge hides a loss, a delete hides a late redelivery).
 */
const frequencies = {
  batches: 6,
  'long-polls': 7,
  deletes: 7,
  changes: 7,
  delays: 7,
  'dead-letters': 6,
  tasks: 3,
  purges: 4,
  settings: 4,
  lifecycle: 4,
  reads: 7,
  refusals: 5,
  'many-refusals': 2,
  attributes: 5,
  tenants: 2,
  dedup: 6,
  attempts: 4,
  labels: 2,
  stale: 7,
  deadlines: 9,
  'far-times': 4,
  faults: 4,
  crowd: 8,
} as const;

export type Feature = keyof typeof frequencies;

/** The features of one schedule. */
export function drawFeatures(draw: Draw): ReadonlySet<Feature> {
  const features = new Set<Feature>();
  for (const feature in frequencies) {
    if (draw(10) < frequencies[feature as Feature]) features.add(feature as Feature);
  }
  // there is nothing to move without them
  if (features.has('tasks')) features.add('dead-letters');
  return features;
}
