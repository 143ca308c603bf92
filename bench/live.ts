import { readFileSync } from 'node:fs';
import { type Mutant, mutants, profileOf, readTrace } from '../index.js';
import type { Profile } from '../src/core/schedule.js';
import { ask, sideBySide } from './live/ask.js';
import type { Hunt } from './live/hunt.js';
import { middle, rounded } from './measure.js';

/**
 * Every mutant behind `redrive serve` on the wall clock, each in a process of its own, and conform's schedules on it over
 * real sockets until the first violation: one JSON line for each, and one of sums. Those that were not found are looked for
 * again with slow schedules, but for those that need longer than these go on. The honest server comes first: nobody may be accused there.
 * MUTANTS (all, or ids with commas; `none`), PARALLEL (4 servers side by side), HONEST (200 schedules of each profile), SLOW
 * (480 s for all in the slow lane; 0 for no slow lane) and SEED (live) say how much of it.
 */
const wanted = process.env.MUTANTS?.split(',');
const parallel = Number(process.env.PARALLEL ?? 4);
const honest = Number(process.env.HONEST ?? 200);
const slowSeconds = Number(process.env.SLOW ?? 480);
const seed = process.env.SEED ?? 'live';

type Lane = Omit<Hunt, 'seed' | 'profile'>;
const fast: Lane = { slow: false, parallel: Number(process.env.SIDE ?? 24), maxSockets: Number(process.env.SOCK ?? 16), seconds: 60, patience: 90, ...(process.env.LATE && { late: Number(process.env.LATE) }) };
// five minutes of deduplication fit behind the last one that begins
const begun = Math.max(slowSeconds - 300, 1);
const slow: Lane = { slow: true, parallel: 64, maxSockets: 16, seconds: begun, patience: slowSeconds };

const say = (line: object): void => console.log(JSON.stringify(line));

async function accused(profile: Profile): Promise<void> {
  const { slow, parallel, maxSockets } = fast;
  const { found, ...told } = await ask({ seed, profile, slow, parallel, maxSockets, runs: honest });
  say({ honest: profile, ...told, violations: found.length, found });
}

interface Row {
  mutant: Mutant;
  found: boolean;
  seconds: number;
}

async function look(mutant: Mutant, lane: Lane): Promise<Row> {
  const { found, runs, error } = await ask({ seed, profile: profileOf(mutant), ...lane, mutant: mutant.id });
  const [first] = found;
  const seconds = first && rounded(first.seconds, 1);
  const { property, says } = first ?? {};
  say({ mutant: mutant.id, slow: lane.slow, found: first !== undefined, property, says, runs, seconds, error });
  return { mutant, found: first !== undefined, seconds: seconds ?? Number.POSITIVE_INFINITY };
}

/** Looks for the mutants and returns those that were not found. */
async function pass(hunted: readonly Mutant[], lane: Lane, parallel: number): Promise<Mutant[]> {
  const rows: Row[] = [];
  await sideBySide(hunted, parallel, async (mutant) => void rows.push(await look(mutant, lane)));
  const found = rows.filter(({ found }) => found);
  const notFound = rows.filter(({ found }) => !found).map(({ mutant }) => mutant);
  say({
    slow: lane.slow,
    mutants: rows.length,
    found: found.length,
    medianSeconds: found.length === 0 ? undefined : middle(found.map(({ seconds }) => seconds)),
    notFound: notFound.map(({ id }) => id),
  });
  return notFound;
}

/** How many seconds the steps of its smallest counterexample take. */
function needed({ id }: Mutant): number {
  const { ops } = readTrace(readFileSync(`traces/found/${id}.jsonl`, 'utf8')).history;
  return (ops.findLast(({ step }) => step !== undefined)?.returned ?? 0) / 1000;
}

await sideBySide<Profile>(honest > 0 ? ['standard', 'fifo', 'all'] : [], parallel, accused);
const hunted = mutants.filter(({ id }) => wanted === undefined || wanted.includes(id));
const hidden = await pass(hunted, fast, parallel);
const far = hidden.filter((mutant) => needed(mutant) > slowSeconds);
for (const mutant of far) say({ mutant: mutant.id, found: false, neededSeconds: needed(mutant) });
const near = hidden.filter((mutant) => !far.includes(mutant));
if (slowSeconds > 0 && near.length > 0) await pass(near, slow, near.length);
