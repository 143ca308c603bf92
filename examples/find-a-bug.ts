// Plants a real bug in the model and lets generated schedules find it: the 12 h cap measured from the wrong instant.
import { canonical, check, lanes, model, mutant, properties, reachedBy, run, runCampaign, scheduleOf } from 'redrive';

const outcome = await runCampaign({
  seed: 'example',
  runs: 1000,
  schedule: (seed) => scheduleOf(seed),
  execute: (schedule) => run(schedule, model(mutant('A-010'))),
  judge: (history) => check(history, properties),
  reached: reachedBy,
});

const [failure] = outcome.failures;
if (failure === undefined) throw new Error(`not found in ${outcome.runs} schedules`);
const { violation, history } = failure;
console.log(`${violation.property}: ${violation.says}\n`);
console.log(lanes(history, violation.ops));
console.log(`\nsetup ${canonical(history.schedule.setup)}, found in schedule ${failure.run}`);
