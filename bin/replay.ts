import { existsSync } from 'node:fs';
import { violationsOf } from '../src/check.js';
import { canonical } from '../src/core/canonical.js';
import type { History } from '../src/core/history.js';
import type { Schedule } from '../src/core/schedule.js';
import { type Range, scheduleOf } from '../src/generate/schedule.js';
import { tame } from '../src/show/words.js';
import { loadTrace } from './files.js';
import { interruptible } from './interrupt.js';
import {
  endpointOf,
  type Given,
  insideOf,
  latencyOf,
  mutantOf,
  rangeOf,
  realLevelOf,
  realRangeOf,
  seedOf,
} from './options.js';
import { say, sayJson, story, verdictLines } from './report.js';
import { judging, onEndpoint, onInside } from './world.js';
import { WrongUse } from './wrong-use.js';

/** `redrive replay SEED|TRACE`: runs it again and says what became of it. Returns the exit code. */
export async function replay(what: string, given: Given): Promise<number> {
  const isReal = endpointOf(given) !== undefined || given.targets !== undefined;
  const range = isReal ? realRangeOf(given) : rangeOf(given);
  const source = read(what, range);
  const { recorded, known } = source;
  const history = await runOf(given, source, range);
  const { schedule } = history;
  const verdicts = (isReal ? onEndpoint : judging).judge(history);
  const violations = violationsOf(verdicts);
  // times of a real endpoint are never the recorded ones
  const comparison = recorded === undefined || isReal ? undefined : compare(recorded, history);
  const reproduced = Object.fromEntries(
    known.map((property) => [property, violations.some((violation) => violation.property === property)]),
  );
  if (given.json) sayJson({ seed: schedule.seed, steps: schedule.steps.length, violations, comparison, reproduced });
  else {
    say(verdictLines(verdicts));
    for (const violation of violations) say(story(history, violation));
    if (comparison !== undefined) say(comparison);
    for (const [property, again] of Object.entries(reproduced))
      say(`${tame(property, 60)}: ${again ? 'reproduced' : 'not reproduced'}`);
  }
  return violations.length > 0 ? 1 : 0;
}

async function runOf(given: Given, { schedule, recorded }: Source, range: Range): Promise<History> {
  const { targets, only, endpoint, mutant } = given;
  const url = endpointOf(given);
  if (targets !== undefined) {
    const { onListed } = await import('./targets/replay.js');
    return onListed(targets, only, recorded === undefined ? { seed: schedule.seed, range } : schedule, longest);
  }
  if (url !== undefined) return onReal(url, schedule, given);
  return (await onInside(insideOf(endpoint)!, mutantOf(mutant), latencyOf(given)))(schedule);
}

/** The longest that the steps of a schedule may take on a real endpoint, in milliseconds. */
const longest = 600_000;

async function onReal(url: string, recorded: Schedule, given: Given): Promise<History> {
  const [{ closeAll, onUrl }, { paidFor, regionOf }] = await Promise.all([import('./real.js'), import('./aws.js')]);
  const region = regionOf(given);
  // a trace of an emulator demands more than AWS promises
  const schedule = region === undefined ? recorded : { ...recorded, level: realLevelOf(given) };
  const onServer = onUrl({ url, region, level: schedule.level, longest });
  const execute = await paidFor(given, { schedule }, onServer);
  return interruptible({ execute, quiet: () => {}, close: closeAll }, (execute) => execute(schedule));
}

interface Source {
  schedule: Schedule;
  recorded?: History;
  /** Properties that the trace says were broken. */
  known: string[];
}

function read(what: string, range: Range): Source {
  if (existsSync(what)) {
    const { history, violations } = loadTrace(what);
    return { schedule: history.schedule, recorded: history, known: violations.map(({ property }) => property) };
  }
  if (what.endsWith('.jsonl') || what.includes('/')) throw new WrongUse(`there is no file ${what}`);
  return { schedule: scheduleOf(seedOf(what), range), known: [] };
}

/** Where the new history leaves the recorded one. */
function compare(recorded: History, history: History): string {
  const at = recorded.ops.findIndex((op, k) => canonical(op) !== canonical(history.ops[k] ?? null));
  if (at < 0 && recorded.ops.length === history.ops.length) return 'The run is the recorded one, op for op.';
  const place = at < 0 ? recorded.ops.length : at;
  return `The run differs from the recorded one from op #${place} on.`;
}
