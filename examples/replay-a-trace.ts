// Reads a recorded failure, judges it as it stands, then runs its schedule again on the honest model.
import { readFileSync } from 'node:fs';
import { check, model, properties, readTrace, run, violationsOf } from 'redrive';

const path = process.argv[2] ?? new URL('../traces/found/A-010.jsonl', import.meta.url);
const { history } = readTrace(readFileSync(path, 'utf8'));
const recorded = violationsOf(check(history, properties));
const again = violationsOf(check(await run(history.schedule, model()), properties));

console.log(
  `recorded on ${history.endpoint.name}${history.mutant ? ` with ${history.mutant}` : ''}: ${recorded.map((v) => v.property).join(', ') || 'nothing broken'}`,
);
console.log(`again on the honest model: ${again.map((v) => v.property).join(', ') || 'nothing broken'}`);
