import { readFileSync } from 'node:fs';
import { type Mutant, mutants, profileOf, readTrace } from '../index.js';
import type { Profile } from '../src/core/schedule.js';
import { ask, sideBySide } from './live/ask.js';
import type { Hunt } from './live/hunt.js';
import { middle, rounded } from './measure.js';

/**
 * Every mutant behind `redrive serve` on the wall clock, each in a process of its own, and conform's schedules on it over
 * real sockets until the first violation: one JSON line for each, and one of sums for each lane. What was not found as conform
 * runs by default is looked for again for longer with `--late 500ms`, then with `--slow` as well. The honest server comes
 * first, in both tolerances: nobody may be accused there.
 * MUTANTS (all, or ids with commas; `none`), PARALLEL (3 servers side by side), HONEST (200 schedules of each profile), TIGHT
 * and SLOW (180 s for each mutant and 480 s for all; 0 for no such lane) and SEED (live) say how much of it.
 */
const wanted = process.env.MUTANTS?.split(',');
const parallel = Number(process.env.PARALLEL ?? 3);
const honest = Number(process.env.HONEST ?? 200);
const tightSeconds = Number(process.env.TIGHT ?? 180);
const slowSeconds = Number(process.env.SLOW ?? 480);
const seed = process.env.SEED ?? 'live';

type Lane = Omit<Hunt, 'seed' | 'profile'> & { lane: string };
const byDefault: Lane = { lane: 'default', slow: false, parallel: 100, maxSockets: 64, seconds: 60, patience: 90 };
const tight: Lane = {
  ...byDefault,
  lane: 'late 500 ms',
  late: 500,
  // a machine that is busy for half a second looks like a server that is late
  again: 3,
  seconds: tightSeconds,
  patience: tightSeconds + 30,
};
// five minutes of deduplication fit behind the last one that begins
const begun = Math.max(slowSeconds - 300, 1);
const slow: Lane = {
  ...tight,
  lane: 'slow',
  slow: true,
  parallel: 64,
  maxSockets: 32,
  seconds: begun,
  patience: slowSeconds,
};

/** Mutants that nobody sees from outside on a real clock, and why. */
const unseen: Readonly<Record<string, string>> = {
  'A-025': 'it differs in one exact millisecond, which a real clock does not hit',
};

const say = (line: object): void => console.log(JSON.stringify(line));

async function accused([profile, late]: readonly [Profile, number | undefined]): Promise<void> {
  const { slow, parallel, maxSockets } = byDefault;
  const manner = late === undefined ? {} : { late };
  const { found, ...told } = await ask({ seed, profile, slow, parallel, maxSockets, runs: honest, ...manner });
  say({ honest: profile, ...manner, ...told, violations: found.length, found });
}

interface Row {
  mutant: Mutant;
  found: boolean;
  seconds: number;
}

async function look(mutant: Mutant, { lane, ...how }: Lane): Promise<Row> {
  const { found, runs, error } = await ask({ seed, profile: profileOf(mutant), ...how, mutant: mutant.id });
  const [first] = found;
  const seconds = first && rounded(first.seconds, 1);
  const { property, says, weak } = first ?? {};
  say({ mutant: mutant.id, lane, found: first !== undefined, property, says, weak, runs, seconds, error });
  return { mutant, found: first !== undefined, seconds: seconds ?? Number.POSITIVE_INFINITY };
}

/** Looks for the mutants and returns those that were not found. */
async function pass(hunted: readonly Mutant[], lane: Lane, parallel: number): Promise<Mutant[]> {
  if (hunted.length === 0 || lane.seconds === 0) return [...hunted];
  const rows: Row[] = [];
  await sideBySide(hunted, parallel, async (mutant) => void rows.push(await look(mutant, lane)));
  const found = rows.filter(({ found }) => found);
  const notFound = rows.filter(({ found }) => !found).map(({ mutant }) => mutant);
  say({
    lane: lane.lane,
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

const tolerances = (['standard', 'fifo', 'all'] as const).flatMap((profile) => [
  [profile, undefined] as const,
  [profile, 500] as const,
]);
await sideBySide(honest > 0 ? tolerances : [], parallel, accused);
const hunted = mutants.filter(({ id }) => wanted === undefined || wanted.includes(id));
for (const { id } of hunted) if (unseen[id] !== undefined) say({ mutant: id, found: false, why: unseen[id] });
const seen = hunted.filter(({ id }) => unseen[id] === undefined);
const isFar = (mutant: Mutant): boolean => needed(mutant) > 20;
const hidden = await pass(seen, byDefault, parallel);
// what takes a minute is not looked for where no schedule takes one
const rare = await pass(
  hidden.filter((mutant) => !isFar(mutant)),
  tight,
  parallel,
);
const left = [...rare, ...hidden.filter(isFar)];
const tooFar = left.filter((mutant) => needed(mutant) > slowSeconds);
for (const mutant of tooFar) say({ mutant: mutant.id, found: false, neededSeconds: needed(mutant) });
const near = left.filter((mutant) => !tooFar.includes(mutant));
const never = slowSeconds > 0 ? await pass(near, slow, near.length) : near;
say({ mutants: hunted.length, found: seen.length - never.length - tooFar.length });
