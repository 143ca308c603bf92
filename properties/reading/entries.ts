import type { FailedEntry } from '../../src/core/calls.js';
import type { Op } from '../../src/core/history.js';
import { none } from './lists.js';
import type { Called } from './words.js';

interface Identified {
  Id: string;
}

/** What one entry of a batch was answered: `result` where it was accepted, `failure` where not. */
export interface Answered<Result> {
  called: Called;
  result?: Result | undefined;
  failure?: FailedEntry | undefined;
}

/**
 * The call as it is for one entry. Where the answer to an accepted batch does not list the Id once, or another entry has it
 * too, nobody knows what became of the entry (sqs:OP7, sqs:E33).
 */
export function answerTo<Result extends Identified>(
  called: Called,
  entries: readonly Identified[],
  { Id }: Identified,
): Answered<Result> {
  if (called.outcome !== 'ok') return { called };
  const { Successful = none, Failed = none } = outputOf<Result>(called.op);
  if (times(entries, Id) === 1 && times(Successful, Id) + times(Failed, Id) === 1)
    return { called, result: Successful.find((one) => one.Id === Id), failure: Failed.find((one) => one.Id === Id) };
  return { called: { ...called, outcome: 'unknown', e: Number.POSITIVE_INFINITY } };
}

const outputOf = <Result>({ reply }: Op) =>
  (reply as unknown as { output: { Successful?: Result[]; Failed?: FailedEntry[] } }).output;

function times(list: readonly Identified[], id: string): number {
  let count = 0;
  for (const { Id } of list) if (Id === id) count++;
  return count;
}
