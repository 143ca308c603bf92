// Writes traces/golden: the model's behaviour to the byte. Run it when the behaviour was meant to change.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { type History, model, run, scheduleOf, writeTrace } from '../index.js';
import { callNames } from '../src/core/calls.js';
import { allFaults, allLiberties } from '../src/generate/schedule.js';

const folder = 'traces/golden';

/** The calls, faults and liberties that stand in a history. */
function* wordsOf({ ops, schedule }: History): Generator<string> {
  for (const { step, call, fault } of ops) {
    if (step !== undefined) yield call;
    if (fault !== undefined) yield fault;
  }
  for (const taken of Object.values(schedule.choices ?? {})) yield* Object.keys(taken);
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const missing = new Set<string>([...callNames, ...allFaults, ...allLiberties]);
// those that bring a word which none before had
for (let k = 1; missing.size > 0; k++) {
  const seed = `golden-${k}`;
  const history = await run(scheduleOf(seed, { profile: 'all' }), model());
  const news = [...wordsOf(history)].filter((word) => missing.delete(word));
  if (news.length > 0) writeFileSync(`${folder}/${seed}.jsonl`, writeTrace(history));
}
