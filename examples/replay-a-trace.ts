// Judges a recorded failure as it stands, then runs its schedule again on the honest model: replay-a-trace [TRACE]
import { readFileSync } from 'node:fs';
import { check, type History, model, properties, readTrace, run, violationsOf } from 'redrive';

const broken = (history: History): string =>
  violationsOf(check(history, properties))
    .map(({ property }) => property)
    .join(', ') || 'nothing broken';

const path = process.argv[2] ?? new URL('../traces/found/A-010.jsonl', import.meta.url);
const { history } = readTrace(readFileSync(path, 'utf8'));
const { endpoint, mutant, schedule } = history;

console.log(`recorded on ${endpoint.name}${mutant === undefined ? '' : ` with ${mutant}`}: ${broken(history)}`);
console.log(`again on the honest model: ${broken(await run(schedule, model()))}`);
