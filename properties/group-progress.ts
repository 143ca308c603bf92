import type { Millis } from '../src/core/clock.js';
import type { Facts } from './reading/facts.js';
import { possiblyMoved } from './reading/gone.js';
import { groupsOf, precedes } from './reading/groups.js';
import { hidingsOf } from './reading/hiding.js';
import { type Judgement, property } from './reading/judge.js';
import { certainlyOut, expiryOf } from './reading/line.js';
import { nameOf, seconds, titleOf } from './reading/names.js';
import { answersInTime, openAt, waitsOf } from './reading/waiting.js';
import { certainlyDeleted } from './reading/window.js';
import type { Group, Member, QueueFacts, Received, Timed } from './reading/words.js';

export const groupProgress = property(
  {
    name: 'group-progress',
    claim: 'When the message at the head of a FIFO group goes, the next one can be received at once.',
    judges:
      'Every long poll on a FIFO queue that was open when a message was deleted, grew too old, or had used up its receives: if the next one of its group was certainly available, with nothing else before it, the poll answers then.',
    forgives:
      'Late timers, at least 60 s under the documented level; any of several open polls may get the message; a poll that only moved the head to its dead-letter queue may come back empty at once. A call without a known outcome that may have taken the message leaves the verdict open.',
    blind:
      'Heads that go while no long poll is open: honest-long-poll and no-loss see whether the next one comes later.',
    source: ['sqs:I44', 'sqs:F31', 'sqs:F53', 'sqs:F54', 'sqs:X16', 'sqs:U20', 'sqs:P8', 'sqs:X5'],
  },
  (facts, judgement) => {
    for (const queue of facts.queues.values())
      if (queue.isFifo && waitsOf(queue).polls.length > 0)
        for (const group of groupsOf(facts, queue).byName.values())
          if (group.members.length > 1) for (const head of group.members) goes(facts, judgement, queue, group, head);
  },
);

/** How a message leaves the head of its group: when at the latest, by what call, and the words for it. */
interface Leaving {
  at: Millis;
  cause: Timed;
  story(): string;
  /** It leaves only when the poll looks for messages. */
  byPoll: boolean;
}

function goes(facts: Facts, judgement: Judgement, queue: QueueFacts, group: Group, head: Member): void {
  const late = facts.strict ? facts.late : Math.max(facts.late, 60_000);
  for (const leaving of leavingsOf(facts, queue, head)) {
    const open = openAt(queue, leaving.at);
    const polls = leaving.byPoll ? open.filter(({ e }) => e > leaving.at + late + facts.network) : open;
    if (polls.length === 0) continue;
    const next = group.members.find((member) => isNext(facts, queue, head, member, leaving));
    if (next !== undefined) comesNext(facts, judgement, queue, polls, next, leaving, late);
  }
}

function leavingsOf(facts: Facts, queue: QueueFacts, head: Member): Leaving[] {
  const { message, sent, isDirect } = head;
  const leavings: Leaving[] = [];
  const del = certainlyDeleted(facts, message, Number.POSITIVE_INFINITY);
  if (del !== undefined && del.queue === queue.name) {
    const story = () => `${nameOf(del.op)} deleted ${titleOf(message)} before it`;
    leavings.push({ at: del.e, cause: del, story, byPoll: false });
  }
  const at = expiryOf(facts, sent, queue) + facts.late;
  if (isDirect && !possiblyMoved(facts, message, queue, at))
    leavings.push({ at, cause: sent, story: () => `${titleOf(message)} before it was too old then`, byPoll: false });
  if (possiblyMoved(facts, message, queue, Number.POSITIVE_INFINITY))
    leavings.push(...endsOfWindows(facts, queue, head));
  return leavings;
}

/** Whether it is moved then or delivered once more: the poll has something to answer. */
const endsOfWindows = (facts: Facts, queue: QueueFacts, { message }: Member): Leaving[] =>
  hidingsOf(facts, message)
    .filter(({ delivery, change }) => (delivery ?? change!.delivery)!.receive.place === queue)
    .map((hiding) => ({
      at: hiding.until,
      cause: hiding,
      story: () => `the window that ${nameOf(hiding.op)} gave ${titleOf(message)} before it was over`,
      byPoll: true,
    }));

/** Does it stand after the head, and was it available when that went? */
function isNext(facts: Facts, queue: QueueFacts, head: Member, member: Member, { at }: Leaving): boolean {
  if (!member.isDirect || !precedes(head, member) || member.by > at) return false;
  return !certainlyOut(facts, member, queue, at) && isAvailable(facts, member, at);
}

const isAvailable = (facts: Facts, { message, sent }: Member, at: Millis): boolean =>
  sent.e + sent.delay.hi * 1000 <= at && hidingsOf(facts, message).every(({ e, until }) => e >= at || until <= at);

function comesNext(
  facts: Facts,
  judgement: Judgement,
  queue: QueueFacts,
  polls: readonly Received[],
  { message }: Member,
  { at, cause, story }: Leaving,
  late: Millis,
): void {
  const later = () => hidingsOf(facts, message).filter(({ e }) => e >= at);
  const told = () => `${story()}, at ${seconds(at)}`;
  answersInTime(facts, judgement, polls, { message, queue, at, cause, story: told, later }, late);
}
