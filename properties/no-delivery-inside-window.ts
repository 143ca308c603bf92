import { isFifo } from '../src/core/calls.js';
import type { Millis } from '../src/core/clock.js';
import type { Facts } from './reading/facts.js';
import { type Judgement, property } from './reading/judge.js';
import { nameOf, seconds, titleOf } from './reading/names.js';
import { isSameReceipt } from './reading/settlings.js';
import type { Delivery, MessageFacts, Settling, Timed } from './reading/words.js';

export const noDeliveryInsideWindow = property(
  {
    name: 'no-delivery-inside-window',
    claim: 'A message in flight is not delivered again before its visibility timeout is over.',
    judges:
      'Every delivery of a message that was certainly delivered before, and every two deliveries that overlap in time, against the earliest end of the window that the calls allow: from FIFO queues always, from standard queues at the strict level.',
    forgives:
      'A visibility change with any handle of the message may have shortened the window; one with an expired or stale handle, or without a known outcome, need not have lengthened it. A receive repeated with its attempt id brings what is in flight.',
    blind: 'Windows set by receives whose answer was lost: they make a delivery late, never early.',
    source: [
      'sqs:I5',
      'sqs:V1',
      'sqs:V3',
      'sqs:V5',
      'sqs:V7',
      'sqs:V10',
      'sqs:B1',
      'sqs:B7',
      'sqs:RH6',
      'sqs:RH7',
      'sqs:F38',
      'sqs:F40',
    ],
  },
  (facts, judgement) => {
    for (const message of facts.redelivered)
      if (isSuccession(message)) {
        if (isJudged(facts, message.deliveries[0]!.queue)) walk(facts, judgement, message.deliveries);
      } else
        for (const queue of queuesOf(message))
          if (isJudged(facts, queue)) sweep(facts, judgement, hidings(message, queue));
  },
);

/** AWS lets a standard queue deliver twice (sqs:N3). */
const isJudged = ({ strict }: Facts, queue: string): boolean => strict || isFifo(queue);

/** The usual case: from one queue, each delivery certainly after the one before, and no visibility change. */
function isSuccession({ deliveries, changes }: MessageFacts): boolean {
  if (changes.length > 0) return false;
  for (let index = 1; index < deliveries.length; index++) {
    const before = deliveries[index - 1]!;
    const delivery = deliveries[index]!;
    if (before.receive.place !== delivery.receive.place || before.e >= delivery.s) return false;
    if (delivery.retryOf !== undefined || !(before.receive.visibility.lo < Number.POSITIVE_INFINITY)) return false;
  }
  return true;
}

/** What `sweep` comes to then: only the window of the delivery before matters. */
function walk({ early }: Facts, judgement: Judgement, deliveries: Delivery[]): void {
  for (let index = 1; index < deliveries.length; index++) {
    const before = deliveries[index - 1]!;
    const delivery = deliveries[index]!;
    const hides = before.receive.visibility.lo * 1000;
    if (delivery.e < before.since + hides - early) tooEarly(judgement, delivery, { ...before, hides });
    else if (delivery.e >= before.e + hides - early) judgement.judged++;
    else judgement.open(slow);
  }
}

const slow = 'a call that is unknown or slow leaves open when the window ended';

/** Something that sets the end of the window: a delivery, or a change that was not refused. */
interface Hiding extends Timed {
  /** The earliest instant of its effect; not before `s`. */
  since: Millis;
  /** The shortest timeout it may have set, in milliseconds. */
  hides: Millis;
  /** It certainly takes effect: a delivery, or a change with the current handle of a message in flight. */
  solid: boolean;
  /** The one or the other. */
  delivery: Delivery | undefined;
  change: Settling | undefined;
}

function queuesOf({ deliveries }: MessageFacts): Iterable<string> {
  const only = deliveries[0]!.queue;
  return deliveries.every(({ queue }) => queue === only) ? [only] : new Set(deliveries.map(({ queue }) => queue));
}

/** In the order of invocation. Which changes are solid the sweep finds out. */
function hidings({ deliveries, changes }: MessageFacts, queue: string): Hiding[] {
  const all: Hiding[] = [];
  for (const delivery of deliveries) {
    const { op, s, e, since, receive } = delivery;
    if (delivery.queue === queue)
      all.push({ op, s, e, since, hides: receive.visibility.lo * 1000, solid: true, delivery, change: undefined });
  }
  for (const change of changes) {
    const { op, s, e, outcome, delivery, seconds = 0 } = change;
    if (outcome !== 'refused' && delivery!.queue === queue)
      all.push({ op, s, e, since: s, hides: seconds * 1000, solid: false, delivery: undefined, change });
  }
  return changes.length === 0 ? all : all.sort((a, b) => a.s - b.s);
}

function sweep(facts: Facts, judgement: Judgement, all: Hiding[]): void {
  let live: Hiding[] = [];
  for (let index = 0; index < all.length; index++) {
    const hiding = all[index]!;
    const last = lastSolid(live, hiding.s);
    if (last !== undefined && live.length > 1) live = live.filter(({ e }) => e >= last.s);
    const met = withOverlapping(live, all, index);
    if (hiding.change !== undefined) hiding.solid = isSolid(facts, hiding, hiding.change, last, met);
    else judge(facts, judgement, hiding, hiding.delivery!, last, { live, met, all });
    live.push(hiding);
  }
}

/** The latest to begin of those that certainly took effect before `s`: what it certainly followed no longer matters. */
function lastSolid(live: Hiding[], s: Millis): Hiding | undefined {
  let last: Hiding | undefined;
  for (const hiding of live)
    if (hiding.solid && hiding.e < s && (last === undefined || hiding.s > last.s)) last = hiding;
  return last;
}

/** All that may have set the window which number `index` met: `live`, and what began before it ended. */
function withOverlapping(live: Hiding[], all: Hiding[], index: number): Hiding[] {
  const { e } = all[index]!;
  let end = index + 1;
  while (end < all.length && all[end]!.s <= e) end++;
  return end === index + 1 ? live : [...live, ...all.slice(index + 1, end)];
}

const earliestEnd = (met: Hiding[]): Millis => {
  let end = Number.POSITIVE_INFINITY;
  for (const { since, hides } of met) if (since + hides < end) end = since + hides;
  return end;
};

/**
 * Was the handle certainly current and its window certainly running? Then nobody can have taken the message meanwhile, so
 * only the deliveries that were seen matter.
 */
function isSolid(facts: Facts, { e }: Hiding, change: Settling, last: Hiding | undefined, met: Hiding[]): boolean {
  const { outcome, delivery, queue } = change;
  if (outcome !== 'ok' || last === undefined || delivery!.queue !== queue) return false;
  if (e >= earliestEnd(met) - facts.early || !isSameReceipt(ownerOf(last)!, delivery!)) return false;
  return met.every((other) => other.change !== undefined || isSameReceipt(other.delivery!, delivery!));
}

const ownerOf = ({ delivery, change }: Hiding): Delivery | undefined => delivery ?? change?.delivery;

interface Around {
  live: Hiding[];
  met: Hiding[];
  all: Hiding[];
}

function judge(
  facts: Facts,
  judgement: Judgement,
  hiding: Hiding,
  delivery: Delivery,
  last: Hiding | undefined,
  { live, met, all }: Around,
): void {
  if (delivery.retryOf !== undefined) return;
  const known = earliestKnownEnd(met, hiding.e);
  const other = live.find((before) => bothHold(facts, before, hiding, all));
  if (last !== undefined && hiding.e < earliestEnd(met) - facts.early) tooEarly(judgement, delivery, last);
  else if (other !== undefined) together(judgement, delivery, other, hiding);
  else if (known === Number.POSITIVE_INFINITY) return;
  else if (hiding.e >= known - facts.early && !mayBeHidden(facts, live, hiding.e)) judgement.judged++;
  else judgement.open(slow);
}

/** Would a change without a known outcome, if it was effective, hide the message still at `t`? */
const mayBeHidden = (facts: Facts, live: Hiding[], t: Millis): boolean =>
  live.some(({ s, e, hides }) => e === Number.POSITIVE_INFINITY && t < s + hides - facts.early);

/** Two deliveries that overlap in time, both windows longer than both calls, and no change or repeated receive that may lie between. */
function bothHold(facts: Facts, x: Hiding, y: Hiding, all: Hiding[]): boolean {
  if (x.change !== undefined || x.e < y.s) return false;
  const from = Math.min(x.s, y.s);
  const to = Math.max(x.e, y.e);
  if (to >= Math.min(x.since + x.hides, y.since + y.hides) - facts.early) return false;
  const shortens = ({ change, delivery }: Hiding): boolean => change !== undefined || delivery?.retryOf !== undefined;
  return !all.some((other) => other !== x && shortens(other) && other.s <= to && other.e >= from);
}

/** When the message was visible again if all calls up to `until` took effect as late as they can. */
function earliestKnownEnd(met: Hiding[], until: Millis): Millis {
  let end = Number.POSITIVE_INFINITY;
  for (const { e, hides } of met) if (e <= until && e + hides < end) end = e + hides;
  return end;
}

function tooEarly(judgement: Judgement, { op, e, of }: Delivery, other: Pick<Hiding, 'op' | 'since' | 'hides'>): void {
  judgement.judged++;
  const hid = `${nameOf(other.op)} hid it from ${seconds(other.since)} for ${seconds(other.hides)}`;
  const missing = seconds(other.since + other.hides - e);
  const says = `${nameOf(op)} delivered ${titleOf(of)} at ${seconds(e)}, but ${hid}; ${missing} are missing`;
  judgement.violated(says, [op.id, other.op.id]);
}

function together(judgement: Judgement, { op, of }: Delivery, x: Hiding, y: Hiding): void {
  judgement.judged++;
  const both = x.op === y.op ? `${nameOf(op)} delivered ${titleOf(of)} twice` : bothDelivered(x, y, titleOf(of));
  const hidden = `hidden for ${seconds(Math.min(x.hides, y.hides))} by the first of the two`;
  const says = `${both} between ${seconds(Math.min(x.s, y.s))} and ${seconds(Math.max(x.e, y.e))}, ${hidden}`;
  judgement.violated(says, x.op === y.op ? [op.id] : [x.op.id, y.op.id]);
}

const bothDelivered = (x: Hiding, y: Hiding, title: string): string =>
  `${nameOf(x.op)} and ${nameOf(y.op)} both delivered ${title}`;
