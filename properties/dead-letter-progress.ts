import type { Millis } from '../src/core/clock.js';
import { existence } from './reading/existence.js';
import type { Facts } from './reading/facts.js';
import { expiresFrom, possiblyGone } from './reading/gone.js';
import { type Hiding, hidingsOf } from './reading/hiding.js';
import { type Judgement, property } from './reading/judge.js';
import { mayWait } from './reading/line.js';
import { nameOf, seconds, titleOf } from './reading/names.js';
import { blindBy } from './reading/receives.js';
import { deadLetterQueues, redriveOf } from './reading/redrive.js';
import { answersInTime, arrivedBy, foundNothingAfter, openAt, waitsOf } from './reading/waiting.js';
import type { MessageFacts, QueueFacts, Received, Sent } from './reading/words.js';

export const deadLetterProgress = property(
  {
    name: 'dead-letter-progress',
    claim: 'A message that has used up its receives is in the dead-letter queue as soon as a receive looks for it.',
    judges:
      'At the strict level, every message that was received as often as the limit allows and whose window ends while a long poll on its queue finds nothing: a long poll that is open on the dead-letter queue then answers.',
    forgives:
      'Late timers; messages that may be deleted, expired, purged or changed; a dead-letter queue or a limit that is not certain. A call without a known outcome that may have taken the message leaves the verdict open.',
    blind: 'Moves while nobody polls the dead-letter queue: no-loss sees whether the message comes later.',
    source: ['sqs:I45', 'sqs:X3', 'sqs:X14', 'sqs:P8', 'sqs:F53'],
  },
  (facts, judgement) => {
    if (!facts.strict) return;
    for (const queue of facts.queues.values()) {
      const targets = deadLetterQueues(facts, queue.name);
      if (targets.size > 0 && !targets.has(queue.name) && isPolled(facts, queue, targets))
        for (const message of facts.messages)
          if (message.sent?.place === queue && message.deliveries.length > 0)
            leaves(facts, judgement, message, message.sent);
    }
  },
);

/** A cheap look before the sweep: can both queues have been polled at once? */
const isPolled = (facts: Facts, queue: QueueFacts, targets: ReadonlySet<string>): boolean =>
  waitsOf(queue).polls.length > 0 && [...targets].some((target) => waitsOf(facts.queue(target)).polls.length > 0);

function leaves(facts: Facts, judgement: Judgement, message: MessageFacts, sent: Sent): void {
  const all = hidingsOf(facts, message);
  for (const [index, hiding] of all.entries()) {
    if (all[index + 1] !== undefined && all[index + 1]!.e < hiding.until) continue;
    const poll = emptyPollAt(facts, message, sent, hiding);
    if (poll === undefined) continue;
    const at = Math.max(arrivedBy(facts, poll), hiding.until);
    const target = targetAt(facts, message, sent, hiding, at);
    if (target !== undefined && !mayWait(facts, message, sent.place, at, at))
      arrives(facts, judgement, { message, hiding, later: all.slice(index + 1) }, target, poll, at);
  }
}

/** The first long poll on its queue that was open after the window and came back empty: it has looked for everything. */
function emptyPollAt(facts: Facts, message: MessageFacts, { place }: Sent, { until }: Hiding): Received | undefined {
  if (until >= expiresFrom(facts, message)) return undefined;
  return place.receives.find((poll) => foundNothingAfter(facts, poll, until + facts.late));
}

/** The dead-letter queue, if the message had to move there at `at`. */
function targetAt(
  facts: Facts,
  message: MessageFacts,
  { place, s }: Sent,
  { e }: Hiding,
  at: Millis,
): QueueFacts | undefined {
  const { hi, target } = redriveOf(facts, place, s, at);
  if (
    target === undefined ||
    message.deliveries.some((delivery) => delivery.receive.place !== place && delivery.e < at)
  )
    return undefined;
  const handles = new Set<string>();
  for (const delivery of message.deliveries) if (delivery.e <= e) handles.add(delivery.message.ReceiptHandle);
  if (handles.size < hi) return undefined;
  const queue = facts.queue(target);
  return existence(facts, target, { op: message.deliveries[0]!.op, s: at, e: at }) === 'yes' ? queue : undefined;
}

interface Spent {
  message: MessageFacts;
  hiding: Hiding;
  later: Hiding[];
}

function arrives(
  facts: Facts,
  judgement: Judgement,
  { message, hiding, later }: Spent,
  queue: QueueFacts,
  poll: Received,
  at: Millis,
): void {
  const polls = openAt(queue, at);
  if (polls.length === 0 || possiblyGone(facts, message, at)) return;
  if (blindBy(facts, poll.queue, at)) {
    judgement.open(`a receive without a known outcome may have hidden ${titleOf(message)} in ${poll.queue}`);
    return;
  }
  const story = () =>
    `${nameOf(hiding.op)} was the last to touch it in ${poll.queue}, its window ended at ${seconds(hiding.until)}, and ${nameOf(poll.op)} found nothing there`;
  answersInTime(facts, judgement, polls, { message, queue, at, cause: hiding, story, later: () => later }, facts.late);
}
