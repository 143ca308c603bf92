// Writes traces/golden: the model's behaviour to the byte. Run it when the behaviour was meant to change.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { model, run, scheduleOf, writeTrace } from '../index.js';

const folder = 'traces/golden';
/** Enough for every call, fault and liberty to stand in one of them. */
const traces = 12;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (let k = 1; k <= traces; k++) {
  const seed = `golden-${k}`;
  writeFileSync(`${folder}/${seed}.jsonl`, writeTrace(await run(scheduleOf(seed), model())));
}
