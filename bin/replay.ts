import { existsSync } from 'node:fs';
import { violationsOf } from '../src/check.js';
import { canonical } from '../src/core/canonical.js';
import type { History } from '../src/core/history.js';
import type { Schedule } from '../src/core/schedule.js';
import { closeAll } from '../src/endpoints/url.js';
import { scheduleOf } from '../src/generate/schedule.js';
import { loadTrace } from './files.js';
import { type Given, mutantOf, rangeOf, seedOf, urlOf } from './options.js';
import { say, sayJson, story, verdictLines } from './report.js';
import { judging, onModel, onUrl } from './world.js';
import { WrongUse } from './wrong-use.js';

/** `redrive replay SEED|TRACE`: runs it again and says what became of it. Returns the exit code. */
export async function replay(what: string, given: Given): Promise<number> {
  const { schedule, recorded, known } = read(what, given);
  const url = urlOf(given.endpoint);
  if (url !== undefined && given.mutant !== undefined)
    throw new WrongUse('A mutant can only be planted in the model, not behind a URL.');
  const execute = url === undefined ? onModel(mutantOf(given.mutant)) : onUrl(url, schedule.level, given.allowAws);
  const history = await execute(schedule).finally(closeAll);
  const verdicts = judging.judge(history);
  const violations = violationsOf(verdicts);
  const comparison = recorded === undefined ? undefined : compare(recorded, history);
  if (given.json) sayJson({ seed: schedule.seed, steps: schedule.steps.length, violations, comparison, known });
  else {
    say(verdictLines(verdicts));
    for (const violation of violations) say(`\n${violation.property}\n${story(history, violation)}`);
    if (comparison !== undefined) say(comparison);
    for (const property of known)
      say(`${property}: ${violations.some((v) => v.property === property) ? 'reproduced' : 'not reproduced'}`);
  }
  return violations.length > 0 ? 1 : 0;
}

interface Source {
  schedule: Schedule;
  recorded?: History;
  /** Properties that the trace says were broken. */
  known: string[];
}

function read(what: string, given: Given): Source {
  if (existsSync(what)) {
    const { history, violations } = loadTrace(what);
    return { schedule: history.schedule, recorded: history, known: violations.map(({ property }) => property) };
  }
  if (what.endsWith('.jsonl') || what.includes('/')) throw new WrongUse(`There is no file ${what}.`);
  return { schedule: scheduleOf(seedOf(what), rangeOf(given)), known: [] };
}

/** Where the new history leaves the recorded one. */
function compare(recorded: History, history: History): string {
  const at = recorded.ops.findIndex((op, k) => canonical(op) !== canonical(history.ops[k] ?? null));
  if (at < 0 && recorded.ops.length === history.ops.length) return 'The run is the recorded one, op for op.';
  const place = at < 0 ? recorded.ops.length : at;
  return `The run differs from the recorded one from op #${place} on.`;
}
