// Writes traces/found: for every mutant the smallest counterexample of the first failing schedule. Fails if one was not found.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { check, model, mutants, profileOf, properties, run, runCampaign, scheduleOf, writeTrace } from '../index.js';

const folder = 'traces/found';

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const missed: string[] = [];
for (const mutant of mutants) {
  const { failures } = await runCampaign({
    seed: 'found',
    runs: 5000,
    repeatEvery: 0,
    schedule: (seed) => scheduleOf(seed, { profile: profileOf(mutant) }),
    execute: (schedule) => run(schedule, model(mutant), { mutant: mutant.id }),
    judge: (history) => check(history, properties),
    reached: () => [],
  });
  const [failure] = failures;
  if (failure === undefined) missed.push(mutant.id);
  else writeFileSync(`${folder}/${mutant.id}.jsonl`, writeTrace(failure.history, [failure.violation]));
}
if (missed.length > 0) {
  console.error(`not found: ${missed.join(', ')}`);
  process.exitCode = 1;
}
