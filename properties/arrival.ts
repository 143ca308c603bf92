import type { Millis } from '../src/core/clock.js';
import type { Facts, QueueFacts, Sent } from './facts.js';
import { nameOf, seconds } from './facts.js';
import { hidingsOf } from './hiding.js';
import type { Judgement } from './judge.js';
import { answersInTime, openAt, waitsOf } from './waiting.js';

/** Every accepted send that is delayed, or every one that is not, against the long polls open when its message arrives. */
export function arrivalsAnswer(facts: Facts, judgement: Judgement, delayed: boolean, late: Millis): void {
  for (const queue of facts.queues.values())
    if (queue.sends.length > 0 && waitsOf(queue).polls.length > 0)
      for (const sent of queue.sends)
        if (sent.result !== undefined) arrives(facts, judgement, queue, sent, delayed, late);
}

function arrives(
  facts: Facts,
  judgement: Judgement,
  queue: QueueFacts,
  sent: Sent,
  delayed: boolean,
  late: Millis,
): void {
  const delay = sent.delay.hi;
  if (delay > 0 !== delayed) return;
  const at = sent.e + delay * 1000;
  const polls = openAt(queue, at);
  if (polls.length === 0) return;
  const message = sent.message!;
  const story = () => `${nameOf(sent.op)} sent it at ${seconds(sent.s)}${delayed ? ` with a delay of ${delay} s` : ''}`;
  const later = () => hidingsOf(facts, message);
  answersInTime(facts, judgement, polls, { message, queue, at, cause: sent, story, later }, late);
}
