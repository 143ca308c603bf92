import type { Facts } from './reading/facts.js';
import { possiblyRedriven } from './reading/gone.js';
import { type Judgement, property } from './reading/judge.js';
import { nameOf, seconds, titleOf } from './reading/names.js';
import { deadLetterQueues, redriveOf } from './reading/redrive.js';
import type { Delivery, QueueFacts } from './reading/words.js';

export const deadLetterAfterLimit = property(
  {
    name: 'dead-letter-after-limit',
    claim: 'A message goes to the dead-letter queue only after maxReceiveCount receives and when its window is over.',
    judges:
      'The first delivery of a message from a dead-letter queue: as many receives of it from the source as the lowest limit in force can have happened before; on FIFO queues and at the strict level, and if no visibility change touched it, the window of each of them is over.',
    forgives:
      'Receives without a known outcome count as receives of the message, and leave the verdict open; repetitions with an attempt id count too. Under the documented level receives in all queues of a chain count, and a standard queue may move early.',
    blind: 'Windows that a visibility change may have moved, and moves that nobody saw the message come out of.',
    source: ['sqs:I11', 'sqs:X3', 'sqs:X6', 'sqs:X7', 'sqs:X11', 'sqs:X13', 'sqs:B1', 'sqs:N9', 'sqs:F42'],
  },
  (facts, judgement) => {
    if (facts.moved.length === 0) return;
    for (const queue of facts.queues.values())
      for (const delivery of facts.moved)
        if (delivery.receive.place === queue && isFirst(delivery)) judge(facts, judgement, delivery);
  },
);

const isFirst = (delivery: Delivery): boolean =>
  delivery.of.deliveries.find(({ queue }) => queue === delivery.queue) === delivery;

function judge(facts: Facts, judgement: Judgement, delivery: Delivery): void {
  if (possiblyRedriven(facts, delivery.of, delivery.e)) return;
  const source = sourceOf(facts, delivery);
  if (source === undefined) return;
  enoughReceives(facts, judgement, source, delivery);
  if (facts.strict || source.isFifo) windowsOver(facts, judgement, source, delivery);
}

/** The queue that the message came from: what the answer shows, else the only one whose policies lead here directly. */
function sourceOf(facts: Facts, { of, queue, e, deadLetteredFrom }: Delivery): QueueFacts | undefined {
  const sent = of.sent!;
  const behind = deadLetterQueues(facts, sent.queue);
  if (!behind.has(queue)) return undefined;
  if (deadLetteredFrom !== undefined)
    return deadLetteredFrom === sent.queue || behind.has(deadLetteredFrom) ? facts.queue(deadLetteredFrom) : undefined;
  const source = sent.place;
  return redriveOf(facts, source, 0, e).target === queue ? source : undefined;
}

function enoughReceives(facts: Facts, judgement: Judgement, source: QueueFacts, delivery: Delivery): void {
  const { of, op, e, queue } = delivery;
  const { lo, hi } = redriveOf(facts, source, of.sent!.s, e);
  if (lo === Number.POSITIVE_INFINITY) return;
  const counts = (other: string): boolean => other === source.name || (!facts.strict && other !== queue);
  const seen = of.deliveries.filter((other) => counts(other.queue) && other.s <= e);
  if (seen.length >= hi || (seen.length >= lo && certainlyWritten(source))) judgement.judged++;
  else if (seen.length + unseen(facts, counts, e) >= lo)
    judgement.open(`a call without a known outcome may have brought ${titleOf(of)} to its limit`);
  else {
    judgement.judged++;
    const says = `${nameOf(op)} delivered ${titleOf(of)} from ${queue}, but ${receiversOf(seen)} it from ${source.name}`;
    const ops = [op, ...seen.slice(-2).map((receipt) => receipt.op)];
    const all = of.deliveries.filter((other) => other.queue !== queue && other.s <= e);
    const elsewhere = all.length >= lo ? '; whether receives in other queues count, nobody has recorded (sqs:U19)' : '';
    judgement.violated(
      `${says} before, and its maxReceiveCount is ${lo}${elsewhere}`,
      ops.map(({ id }) => id),
    );
  }
}

function receiversOf(seen: Delivery[]): string {
  if (seen.length === 0) return 'nobody received';
  const last = nameOf(seen.at(-1)!.op);
  return seen.length === 1 ? `only ${last} received` : `only ${seen.length} receives up to ${last} received`;
}

const certainlyWritten = ({ writes }: QueueFacts): boolean => writes.every(({ outcome }) => outcome === 'ok');

/** How many receives without a known outcome can have received the message by `t`. */
function unseen(facts: Facts, counts: (queue: string) => boolean, t: number): number {
  let receives = 0;
  for (const { name, blindReceives } of facts.queues.values())
    if (counts(name)) for (const blind of blindReceives) if (blind.s <= t) receives++;
  return receives;
}

/** A message in flight does not move (sqs:X7): every window that opened in the source has to be over. */
function windowsOver(facts: Facts, judgement: Judgement, source: QueueFacts, delivery: Delivery): void {
  const { of, op, e, queue } = delivery;
  if (of.changes.some(({ outcome, s }) => outcome !== 'refused' && s <= e)) return;
  const circle = deadLetterQueues(facts, queue).has(source.name);
  const hiding = of.deliveries.findLast((other) => other.queue === source.name && other.e < delivery.s);
  // one that overlaps, a repetition with an attempt id, may have shortened the window (sqs:F40)
  const overlaps = of.deliveries.some((other) => other.queue === source.name && other.s <= e && other.e >= delivery.s);
  if (hiding === undefined || circle || overlaps) return;
  judgement.judged++;
  const hidden = hiding.receive.visibility.lo;
  const missing = hiding.s + hidden * 1000 - facts.early - e;
  if (missing <= 0) return;
  const hid = `${nameOf(hiding.op)} hid it in ${source.name} from ${seconds(hiding.s)} for ${hidden} s`;
  const says = `${nameOf(op)} delivered ${titleOf(of)} from ${queue} at ${seconds(e)}, but ${hid}`;
  judgement.violated(`${says}; ${seconds(missing)} are missing`, [op.id, hiding.op.id]);
}
