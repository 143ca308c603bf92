import type { Millis } from '../src/core/clock.js';
import { limits } from '../src/core/limits.js';
import { isLegalId } from './reading/calls.js';
import type { Facts } from './reading/facts.js';
import { expiresFrom, possiblyWiped } from './reading/gone.js';
import { type Judgement, property } from './reading/judge.js';
import { nameOf, seconds, titleOf } from './reading/names.js';
import type { Attempt, Delivery, Received, Settling } from './reading/words.js';

export const receiveAttempts = property(
  {
    name: 'receive-attempts',
    claim:
      'A receive repeated with its attempt id brings the same messages with the same handles, as long as none of them was touched.',
    judges:
      'Every answered receive from a FIFO queue whose attempt id an earlier one had that brought messages. Within five minutes of it and within their windows: the same messages and handles, if nothing can have been deleted, changed or purged; not a message with its old handle that was certainly deleted or changed since.',
    forgives:
      'Any answer to an id that should have been refused, after five minutes or a window, when another call with the id overlaps or is unknown, and with another MaxNumberOfMessages. Whether a repetition is counted as a receive is open.',
    blind: 'Refusals, which errors judges.',
    source: ['sqs:F40', 'sqs:F41', 'sqs:F42', 'sqs:F43', 'sqs:D5', 'sqs:U25'],
  },
  (facts, judgement) => {
    for (const { attempts = [] } of facts.queues.values())
      for (const [id, all] of attempts)
        if (isLegalId(id)) for (let index = 1; index < all.length; index++) judge(facts, judgement, all, index);
  },
);

const attemptWindow: Millis = limits.attemptWindow * 1000;

function judge(facts: Facts, judgement: Judgement, all: Attempt[], index: number): void {
  const again = all[index]!.receive;
  if (again === undefined || again.outcome !== 'ok' || !again.place.isFifo) return;
  const chain = chainBefore(all, index, again);
  const last = chain?.at(-1);
  if (chain === undefined || last === undefined || again.e >= chain[0]!.s + attemptWindow - facts.early) return;
  const touched = touchedBetween(last, again);
  if (touched !== undefined) notRepeated(judgement, last, again, touched);
  else if (isUntouched(facts, chain, again)) repeated(judgement, last, again);
}

/**
 * The receives with the id that brought the messages, the last one certainly before `again`: each repeats the one before
 * it. Undefined if a call with the id may lie between that nobody can tell the effect of.
 */
function chainBefore(all: Attempt[], index: number, again: Received): Received[] | undefined {
  const chain: Received[] = [];
  for (const [other, { called, receive }] of all.entries()) {
    if (other === index || called.s > again.e || receive === undefined) continue;
    if (receive.outcome === 'unknown' || receive.e >= again.s) return undefined;
    if (receive.deliveries.length === 0) continue;
    if (!repeats(receive, chain.at(-1))) chain.length = 0;
    chain.push(receive);
  }
  return chain;
}

const repeats = ({ deliveries }: Received, before: Received | undefined): boolean =>
  before !== undefined &&
  deliveries.some(({ retryOf }) => retryOf !== undefined && handlesOf(before).has(handleOf(retryOf)));

const handleOf = ({ message }: Delivery): string => message.ReceiptHandle;
const handlesOf = ({ deliveries }: Received): Set<string> => new Set(deliveries.map(handleOf));

/** An accepted delete or change, with one of the handles, that lies certainly between the two. */
function touchedBetween(last: Received, again: Received): Settling | undefined {
  const handles = handlesOf(last);
  for (const { of } of last.deliveries)
    for (const settling of [...of.deletes, ...of.changes])
      if (settling.outcome === 'ok' && handles.has(settling.handle) && settling.s > last.e && settling.e < again.s)
        return settling;
  return undefined;
}

/** Were all of its messages certainly in flight, and nobody at them, from the first of the receives to the last? */
function isUntouched(facts: Facts, chain: Received[], again: Received): boolean {
  const [first] = chain;
  const last = chain.at(-1)!;
  const hidden = Math.min(...chain.map(({ visibility }) => visibility.lo)) * 1000;
  if (again.e >= last.s + hidden - facts.early || again.max < last.deliveries.length) return false;
  if (possiblyWiped(facts, again.place, first!.s, again.e)) return false;
  return last.deliveries.every(
    ({ of }) =>
      again.e < expiresFrom(facts, of) - facts.early &&
      ![...of.deletes, ...of.changes].some(
        ({ outcome, s, e }) => outcome !== 'refused' && s <= again.e && e >= first!.s,
      ),
  );
}

function repeated(judgement: Judgement, last: Received, again: Received): void {
  judgement.judged++;
  const handles = handlesOf(again);
  const missing = last.deliveries.find((delivery) => !handles.has(handleOf(delivery)));
  const extra = again.deliveries.find((delivery) => !handlesOf(last).has(handleOf(delivery)));
  const odd = missing ?? extra;
  if (odd === undefined) return;
  const repeats = `${nameOf(again.op)} at ${seconds(again.s)} repeated the attempt of ${nameOf(last.op)}`;
  const got =
    odd === missing ? `did not bring ${titleOf(odd.of)} with the handle of then` : `brought ${titleOf(odd.of)} besides`;
  judgement.violated(`${repeats}, whose messages nobody had touched, and ${got}`, [again.op.id, last.op.id]);
}

function notRepeated(judgement: Judgement, last: Received, again: Received, touched: Settling): void {
  judgement.judged++;
  const handles = handlesOf(last);
  const same = again.deliveries.find((delivery) => handles.has(handleOf(delivery)));
  if (same === undefined) return;
  const repeats = `${nameOf(again.op)} at ${seconds(again.s)} repeated the answer of ${nameOf(last.op)}`;
  const done = `${nameOf(touched.op)} at ${seconds(touched.s)} had ${touched.kind === 'delete' ? 'deleted' : 'changed'} one of its messages`;
  judgement.violated(`${repeats}, but ${done}`, [again.op.id, last.op.id, touched.op.id]);
}
