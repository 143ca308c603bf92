import type { Millis } from '../../src/core/clock.js';
import { leavesOpen } from './calls.js';
import { isSpurious } from './dedup.js';
import type { Facts } from './facts.js';
import { expiresFrom, possiblyMoved, possiblyRedriven } from './gone.js';
import type { Judgement } from './judge.js';
import { mayWait } from './line.js';
import { nameOf, seconds, titleOf } from './names.js';
import type { MessageFacts, QueueFacts, Received, Timed, Waits } from './words.js';

/** A message that is certainly available in a queue from `at` on, as long as no call touches it. */
export interface Ready {
  message: MessageFacts;
  queue: QueueFacts;
  at: Millis;
  /** The call that set the time, and the words for it: "receive #4 hid it from 0 s for 30 s". */
  cause: Timed;
  story(): string;
  /** Deliveries and visibility changes of the message that may come after `at`. */
  later(): Timed[];
}

const nobody: Received[] = [];

export function waitsOf(queue: QueueFacts): Waits {
  queue.waits ??= waitsAmong(queue.receives);
  return queue.waits;
}

function waitsAmong(receives: Received[]): Waits {
  const waits = { polls: [], longest: 0, lastEnd: Number.NEGATIVE_INFINITY };
  for (const receive of receives) addTo(waits, receive);
  return waits;
}

function addTo(waits: Waits, receive: Received): void {
  const { s, e, outcome, wait } = receive;
  if (outcome !== 'ok' || wait.lo === 0 || e === s) return;
  waits.polls.push(receive);
  waits.longest = Math.max(waits.longest, e - s);
  waits.lastEnd = Math.max(waits.lastEnd, e);
}

/** The long polls of the queue that were open at `at`, the last one first. */
export function openAt(queue: QueueFacts, at: Millis): readonly Received[] {
  const { polls, longest, lastEnd } = waitsOf(queue);
  if (at > lastEnd || polls[0]!.s > at) return nobody;
  let open = nobody;
  for (let index = begunBy(polls, at) - 1; index >= 0 && polls[index]!.s >= at - longest; index--)
    if (polls[index]!.e >= at) {
      if (open === nobody) open = [];
      open.push(polls[index]!);
    }
  return open;
}

/** Was any long poll of the queue open at some instant of [from, to]? */
export function isOpenWithin(queue: QueueFacts, from: Millis, to: Millis): boolean {
  const { polls, longest, lastEnd } = waitsOf(queue);
  if (from > lastEnd || to < from) return false;
  for (let index = begunBy(polls, to) - 1; index >= 0 && polls[index]!.s >= from - longest; index--)
    if (polls[index]!.e >= from) return true;
  return false;
}

/** How many of the polls began by `at`. */
function begunBy(polls: Received[], at: Millis): number {
  let low = 0;
  let high = polls.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (polls[middle]!.s <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** When an empty long poll had reached the service at the latest: it waits there as long as it is told. */
export const arrivedBy = (facts: Facts, { s, e, wait }: Received): Millis =>
  Math.max(s, e - wait.lo * 1000 + facts.early);

/** Was it a long poll that certainly looked beyond `t`, and found nothing? Its answer may have been under way for a while. */
export const foundNothingAfter = (
  { early }: Facts,
  { s, e, outcome, wait, deliveries }: Received,
  t: Millis,
): boolean => outcome === 'ok' && wait.lo > 0 && deliveries.length === 0 && Math.min(e, s + wait.lo * 1000 - early) > t;

/**
 * A long poll that is open while a message becomes available answers at once (sqs:P3, sqs:P7, sqs:P8). Who takes the
 * message and with what a poll answers is free (sqs:P9), but no poll goes on waiting beside a message that is there.
 */
export function answersInTime(
  facts: Facts,
  judgement: Judgement,
  polls: readonly Received[],
  ready: Ready,
  late: Millis,
): void {
  const limit = ready.at + late;
  for (const poll of polls) {
    if (poll.deliveries.length > 0 && poll.e <= limit) judgement.judged++;
    else if (isOverdue(facts, poll, limit) && isBreach(facts, judgement, ready, poll, limit + facts.network)) return;
  }
}

/** Did it certainly wait beyond `limit`? How long before a slow reply the service had answered nobody knows. */
function isOverdue(facts: Facts, { op, s, e, wait, deliveries }: Received, limit: Millis): boolean {
  if (deliveries.length > 0) return e > limit && op.fault !== 'slow-reply';
  return s + wait.lo * 1000 - facts.early > limit;
}

function isBreach(facts: Facts, judgement: Judgement, ready: Ready, poll: Received, limit: Millis): boolean {
  const { message, at, cause } = ready;
  const touch = firstTouch(facts, ready, poll, limit);
  if (touch === 'known') return false;
  if (touch !== undefined) {
    judgement.open(`${nameOf(touch.op)} may have touched ${titleOf(message)}, and its outcome is not known`);
    return false;
  }
  if (!isOverdue(facts, poll, limit)) {
    judgement.open(`${nameOf(poll.op)} or its answer may have been under way for long`);
    return false;
  }
  judgement.judged++;
  const came = poll.deliveries.length === 0 ? 'came back empty' : 'answered only then';
  const says = `${nameOf(poll.op)} waited from ${seconds(poll.s)} to ${seconds(poll.e)} and ${came}`;
  const there = `${titleOf(message)} was there for it from ${seconds(at)} on: ${ready.story()}`;
  judgement.violated(`${says}, but ${there}`, [poll.op.id, cause.op.id]);
  return true;
}

/**
 * What may have kept the message from the poll by `limit`: a call, the end of its life, a move, its group. `known` if something of
 * known outcome did, else the call without a known outcome that may have; undefined if the message was there.
 */
function firstTouch(facts: Facts, ready: Ready, poll: Received, limit: Millis): 'known' | Timed | undefined {
  const { message, queue } = ready;
  const { sent } = message;
  if (sent === undefined || limit >= expiresFrom(facts, message) - facts.early || isSpurious(facts, message))
    return 'known';
  let unknown: Timed | undefined;
  for (const call of touchesOf(facts, ready, sent.s, poll.s)) {
    if (call.s > limit || call.op === poll.op) continue;
    if (!leavesOpen(call.op.reply)) return 'known';
    unknown = call;
  }
  if (unknown !== undefined) return unknown;
  if (possiblyRedriven(facts, message, limit)) return 'known';
  if (mayWait(facts, message, queue, ready.at, limit, poll.op)) return 'known';
  const took = poll.deliveries.some(({ of }) => of === message);
  return !took && possiblyMoved(facts, message, queue, limit) ? 'known' : undefined;
}

/** A poll that began before the queue was deleted waits for a queue that is no more, even if there is a new one. */
const touchesOf = (facts: Facts, { message, queue, later }: Ready, sentAt: Millis, pollFrom: Millis): Timed[] => [
  ...later(),
  ...message.deletes.filter(({ outcome }) => outcome !== 'refused'),
  ...queue.wipes.filter(({ e }) => e + facts.wipeLag >= sentAt),
  ...queue.wipes.filter(({ kind, e }) => kind === 'delete-queue' && e + facts.wipeLag >= pollFrom),
  ...queue.blindReceives,
];
