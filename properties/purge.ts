import type { Facts } from './reading/facts.js';
import { possiblyRedriven } from './reading/gone.js';
import { type Judgement, property } from './reading/judge.js';
import { nameOf, seconds, titleOf } from './reading/names.js';
import { comesRound } from './reading/redrive.js';
import type { Delivery, QueueFacts, Wipe } from './reading/words.js';

export const purge = property(
  {
    name: 'purge',
    claim: 'What was in a queue when it was purged or deleted does not come out of it afterwards.',
    judges:
      'Every accepted purge and queue deletion, against the messages that were sent to the queue, or delivered from it, certainly before: no receive that begins after it brings them from there.',
    forgives:
      'Sixty seconds after the call under the documented level; receives that began before its end; queues whose policies lead in a circle.',
    blind: 'Messages that had moved to a dead-letter queue before; purges without a known outcome: left open.',
    source: ['sqs:I21', 'sqs:PQ2', 'sqs:PQ3', 'sqs:DQ1', 'sqs:DQ2', 'sqs:DY5'],
  },
  (facts, judgement) => {
    for (const queue of facts.queues.values())
      if (queue.wipes.length > 0 && !comesRound(facts, queue))
        for (const wipe of queue.wipes) staysEmpty(facts, judgement, queue, wipe);
  },
);

function staysEmpty(facts: Facts, judgement: Judgement, queue: QueueFacts, wipe: Wipe): void {
  let wiped = 0;
  for (const { e } of queue.sends) if (e < wipe.s) wiped++;
  if (wipe.outcome === 'ok') judgement.judged += wiped;
  else if (wiped > 0) judgement.open(`${nameOf(wipe.op)} may not have arrived`);
  for (const { s, deliveries } of queue.receives)
    if (s > wipe.e + facts.wipeLag)
      for (const delivery of deliveries)
        if (wasThere(delivery, wipe) && !possiblyRedriven(facts, delivery.of, delivery.e))
          isBack(judgement, wipe, delivery);
}

/** Was the message certainly in the queue, or out of it for good, when the call began? */
function wasThere({ of, queue }: Delivery, wipe: Wipe): boolean {
  if (of.sent?.queue === queue && of.sent.e < wipe.s) return true;
  return of.deliveries.some((other) => other.queue === queue && other.e < wipe.s);
}

function isBack(judgement: Judgement, wipe: Wipe, { op, of, queue, e }: Delivery): void {
  judgement.judged++;
  const what = wipe.kind === 'purge' ? 'had emptied it' : 'had deleted the queue';
  const since = `${nameOf(wipe.op)} ${what} by ${seconds(wipe.e)}`;
  const proof = of.sent?.queue === queue && of.sent.e < wipe.s ? of.sent : of.deliveries[0]!;
  const before = `${nameOf(proof.op)} shows that the message was there before`;
  const says = `${nameOf(op)} delivered ${titleOf(of)} from ${queue} at ${seconds(e)}, but ${since}; ${before}`;
  judgement.violated(says, [op.id, wipe.op.id, proof.op.id]);
}
