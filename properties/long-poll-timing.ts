import type { Facts } from './reading/facts.js';
import { possiblyMoved } from './reading/gone.js';
import { type Judgement, property } from './reading/judge.js';
import { nameOf, seconds } from './reading/names.js';
import { redriveOf } from './reading/redrive.js';
import type { Received } from './reading/words.js';

export const longPollTiming = property(
  {
    name: 'long-poll-timing',
    claim: 'A short poll answers at once, a long poll within its wait, and with nothing only at the end of it.',
    judges:
      'The time that every answered receive took, against the wait of the call or of its queue: an empty long poll not less than the wait, any poll not more.',
    forgives:
      'The late side when we delayed the reply; an early empty answer when the queue was deleted meanwhile or a message may have been moved to a dead-letter queue.',
    blind: 'A non-empty answer that came later than the message, as long as the wait was not over.',
    source: ['sqs:I24', 'sqs:P1', 'sqs:P2', 'sqs:P3', 'sqs:P6', 'sqs:DQ3', 'sqs:X5', 'sqs:A30'],
  },
  (facts, judgement) => {
    for (const receive of facts.receives) {
      if (receive.outcome !== 'ok') continue;
      if (receive.deliveries.length === 0 && receive.wait.hi > 0) notBefore(facts, judgement, receive);
      notAfter(facts, judgement, receive);
    }
  },
);

function notBefore(facts: Facts, judgement: Judgement, receive: Received): void {
  const { op, s, e, wait } = receive;
  const due = s + wait.lo * 1000 - facts.early;
  if (e >= due) judgement.judged++;
  else if (!mayEndEmpty(facts, receive)) {
    judgement.judged++;
    const missing = seconds(s + wait.lo * 1000 - e);
    const says = `${nameOf(op)} was answered empty at ${seconds(e)}, but it waits from ${seconds(s)} for ${wait.lo} s`;
    judgement.violated(`${says}; ${missing} are missing`, [op.id]);
  }
}

function notAfter(facts: Facts, judgement: Judgement, { op, s, e, wait }: Received): void {
  const due = s + wait.hi * 1000 + facts.late;
  if (e <= due) judgement.judged++;
  else if (op.fault === 'slow-reply') judgement.open(`we delayed the reply to ${nameOf(op)}`);
  else if (e <= due + facts.network) judgement.open(`${nameOf(op)} or its answer may have been under way for long`);
  else {
    judgement.judged++;
    const says = `${nameOf(op)} was answered at ${seconds(e)}, but it waits from ${seconds(s)} for at most ${wait.hi} s`;
    judgement.violated(`${says}; that is ${seconds(e - s - wait.hi * 1000)} too late`, [op.id]);
  }
}

/** A deleted queue may answer its polls at once (sqs:DQ3), and so may a poll that only moved messages (sqs:X5). */
function mayEndEmpty(facts: Facts, { place: queue, s, e }: Received): boolean {
  if (queue.wipes.some((wipe) => wipe.kind === 'delete-queue' && wipe.s <= e && wipe.e + facts.wipeLag >= s))
    return true;
  if (redriveOf(facts, queue, s, e).lo === Number.POSITIVE_INFINITY) return false;
  for (const message of facts.messages) if (possiblyMoved(facts, message, queue, e)) return true;
  return queue.sends.some(({ result }) => result === undefined) && queue.blindReceives.length > 0;
}
