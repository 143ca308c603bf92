import type { Facts } from './facts.js';
import { possiblyRedriven } from './gone.js';
import { comesRound } from './redrive.js';
import type { Group, Groups, Member, MessageFacts, QueueFacts } from './words.js';

/** The message groups of a FIFO queue by name: what was sent to it, and the dead letters that were seen there. */
export function groupsOf(facts: Facts, queue: QueueFacts): Groups {
  queue.groups ??= readGroups(facts, queue);
  return queue.groups;
}

/** The group of the message in the queue, if that is a FIFO queue and all of it is known. */
export function groupOf(facts: Facts, { sent }: MessageFacts, queue: QueueFacts): Group | undefined {
  if (!queue.isFifo || sent?.group === undefined) return undefined;
  return groupsOf(facts, queue).byName.get(sent.group);
}

function readGroups(facts: Facts, queue: QueueFacts): Groups {
  const groups = new Map<string, Group>();
  const strays: MessageFacts[] = [];
  const group = (name: string): Group => {
    if (!groups.has(name)) groups.set(name, { name, members: [], unknown: [] });
    return groups.get(name)!;
  };
  for (const message of facts.messages) {
    const member = memberOf(facts, message, queue);
    if (member?.sent.group !== undefined) group(member.sent.group).members.push(member);
    else if (message.deliveries.some(({ receive }) => receive.place === queue)) strays.push(message);
  }
  for (const sent of queue.sends)
    if (sent.result === undefined && sent.group !== undefined) group(sent.group).unknown.push(sent);
  for (const { members } of groups.values()) {
    members.sort((a, b) => a.sent.s - b.sent.s);
    if (!isContradicted(members)) for (const member of members) member.rank = member.sequence;
  }
  return { byName: groups, strays };
}

function memberOf(facts: Facts, message: MessageFacts, queue: QueueFacts): Member | undefined {
  const { sent, deliveries } = message;
  if (sent === undefined) return undefined;
  const isDirect = sent.place === queue;
  const first = deliveries.find(({ receive }) => receive.place === queue);
  if ((!isDirect && first === undefined) || possiblyRedriven(facts, message) || comesRound(facts, queue))
    return undefined;
  return {
    message,
    sent,
    isDirect,
    by: isDirect ? sent.e : first!.e,
    sequence: sequenceOf(message, queue),
    rank: undefined,
  };
}

/** Is there a number that is not above one that was given certainly before it? Then the numbers of the group say nothing. */
function isContradicted(members: readonly Member[]): boolean {
  const numbered = members.filter(({ isDirect, sequence }) => isDirect && sequence !== undefined);
  for (const [member, highest] of withHighestBefore(numbered))
    if (highest !== undefined && !isAbove(member, highest)) return true;
  return numbered.some(
    (member, k) => k > 0 && inOneBatch(numbered[k - 1]!, member) && !isAbove(member, numbered[k - 1]!),
  );
}

/** Each of these, in the order in which they were sent, with that of the highest number among those answered before it was. */
export function* withHighestBefore(numbered: readonly Member[]): Generator<[Member, Member | undefined]> {
  const ended = [...numbered].sort((a, b) => a.sent.e - b.sent.e);
  let next = 0;
  let highest: Member | undefined;
  for (const member of numbered) {
    for (; next < ended.length && ended[next]!.sent.e < member.sent.s; next++)
      if (highest === undefined || isAbove(ended[next]!, highest)) highest = ended[next];
    yield [member, highest];
  }
}

/** Of two that have a number: is the first one's higher? */
export const isAbove = (a: Member, b: Member): boolean => compareNumbers(a.sequence!, b.sequence!) > 0;

/** A duplicate may be answered with another number than its original has (sqs:U24), so an answer counts only alone. */
function sequenceOf({ sent, makers, deliveries }: MessageFacts, queue: QueueFacts): string | undefined {
  if (sent!.place === queue && makers.length === 0 && sent!.result !== undefined) return sent!.result.SequenceNumber;
  for (const { receive, message } of deliveries)
    if (receive.place === queue && message.Attributes?.SequenceNumber !== undefined)
      return message.Attributes.SequenceNumber;
  return undefined;
}

/**
 * Does `a` certainly stand before `b` in their group: by the order of their sends, else by place in one batch, else by
 * sequence number (sqs:F5, sqs:F6, sqs:SB7)? A number that contradicts the sends is wrong itself.
 */
export function precedes(a: Member, b: Member): boolean {
  if (isSentBefore(a, b)) return true;
  if (isSentBefore(b, a) || a.rank === undefined || b.rank === undefined) return false;
  return compareNumbers(a.rank, b.rank) < 0;
}

const isSentBefore = (a: Member, b: Member): boolean =>
  a.isDirect && b.isDirect && (a.sent.e < b.sent.s || inOneBatch(a, b));

/** May `a` stand before `b`? */
export const mayPrecede = (a: Member, b: Member): boolean => a !== b && !precedes(b, a);

const inOneBatch = (a: Member, b: Member): boolean =>
  a.sent.op === b.sent.op &&
  a.sent.index < b.sent.index &&
  a.message.makers.length === 0 &&
  b.message.makers.length === 0;

/** Compares texts of decimal digits by value: negative, zero or positive. */
export function compareNumbers(a: string, b: string): number {
  if (a.length === b.length) return a < b ? -1 : Number(a > b);
  const length = Math.max(a.length, b.length);
  return compareNumbers(a.padStart(length, '0'), b.padStart(length, '0'));
}
