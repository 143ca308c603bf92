import type { Calls } from '../../src/core/calls.js';
import { limits } from '../../src/core/limits.js';
import { possiblyGone } from '../reading/gone.js';
import type { MessageFacts, Received, Settling } from '../reading/words.js';
import type { Ask, Check, Wrong } from './check.js';
import { rows } from './rows.js';

type Receive = Calls['ReceiveMessage']['input'];

/**
 * A FIFO receive can be repeated until one of its messages is deleted or changed (sqs:F41). What AWS takes for the end of
 * an attempt beyond that is not known (sqs:U25): a window that is over, five minutes that have passed.
 */
export const retryChecks: readonly Check<Receive>[] = [
  {
    rule: 'sqs:F41',
    fault: 'a message of the receive that it repeats was deleted or changed since',
    row: rows.invalidParameter,
    wrong: spoiled,
    because: (input, ask) => earlier(input, ask).map(({ op }) => op.id),
  },
];

function spoiled(input: Receive, ask: Ask): Wrong {
  const attempts = earlier(input, ask);
  if (attempts.some((attempt) => certainlySpoiled(attempt, attempts, ask))) return ask.facts.strict || 'free';
  return ask.refusal !== undefined && attempts.some((attempt) => possiblySpoiled(attempt, ask)) && 'free';
}

/** Earlier receives with the same id that have, or may have, brought messages (sqs:F43). */
function earlier({ ReceiveRequestAttemptId: id }: Receive, { place, op, e }: Ask): Received[] {
  if (!id || !place.isFifo) return [];
  return place.receives.filter(
    (other) =>
      other.op !== op &&
      other.op.input.ReceiveRequestAttemptId === id &&
      other.s <= e &&
      (other.outcome === 'unknown' || other.deliveries.length > 0),
  );
}

/** Is it the last one, still within its windows and the five minutes, and was one of its messages touched after it? */
function certainlySpoiled(attempt: Received, attempts: Received[], ask: Ask): boolean {
  if (attempts.some((other) => other !== attempt && other.e >= attempt.s)) return false;
  if (attempt.e >= ask.s || ask.place.wipes.length > 0 || !isFresh(attempt, ask)) return false;
  return attempt.deliveries.some(({ of, message }) =>
    settlingsOf(of).some(
      ({ handle, outcome, s, e }) => handle === message.ReceiptHandle && outcome === 'ok' && s > attempt.e && e < ask.s,
    ),
  );
}

const possiblySpoiled = (attempt: Received, ask: Ask): boolean =>
  attempt.outcome === 'unknown' ||
  !isFresh(attempt, ask) ||
  attempt.deliveries.some(
    ({ of }) =>
      possiblyGone(ask.facts, of, ask.e) || of.changes.some(({ outcome, s }) => outcome !== 'refused' && s <= ask.e),
  );

/** Whether a repetition begins the five minutes anew is not known either (sqs:U25). */
const isFresh = ({ s, visibility, deliveries }: Received, { e, facts }: Ask): boolean => {
  const first = Math.min(s, ...deliveries.map(({ retryOf }) => retryOf?.s ?? s));
  return e < Math.min(s + visibility.lo * 1000, first + limits.attemptWindow * 1000) - facts.early;
};

const settlingsOf = ({ deletes, changes }: MessageFacts): Settling[] => [...deletes, ...changes];
