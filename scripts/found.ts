// Writes traces/found: for every mutant the smallest counterexample of the first failing schedule.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { check, model, mutants, profileOf, properties, run, runCampaign, scheduleOf, writeTrace } from '../index.js';

const folder = 'traces/found';

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
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
  if (failure === undefined) throw new Error(`${mutant.id} was not found`);
  writeFileSync(`${folder}/${mutant.id}.jsonl`, writeTrace(failure.history, [failure.violation]));
}
