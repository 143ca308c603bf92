import { type Judgement, property } from './reading/judge.js';
import { nameOf, titleOf } from './reading/names.js';
import type { Delivery, Received } from './reading/words.js';

export const responseBounds = property(
  {
    name: 'response-bounds',
    claim: 'An answer holds at most as many messages as were asked for, none of them twice, and no empty list.',
    judges:
      'The size of every answer to a receive, and that it has no list when it has no message; from a FIFO queue, and at the strict level from any, also that no message stands in it twice.',
    forgives:
      'A repeated message where the visibility timeout may be 0, and from a standard queue on the documented level always. More than asked for where an earlier attempt that is repeated had brought as many.',
    blind: 'Answers that were lost.',
    source: ['sqs:I8', 'sqs:RM1', 'sqs:RM2', 'sqs:RM3', 'sqs:RM9', 'sqs:N2', 'sqs:N6', 'sqs:U32', 'sqs:F40'],
  },
  (facts, judgement) => {
    for (const receive of facts.receives) {
      if (receive.outcome !== 'ok') continue;
      judgement.judged++;
      if (receive.deliveries.length > Math.max(receive.max, 0) && !isRetry(receive)) tooMany(judgement, receive);
      if (receive.deliveries.length === 0 && hasList(receive)) emptyList(judgement, receive);
      if (receive.deliveries.length > 1 && receive.visibility.lo > 0 && (facts.strict || receive.place.isFifo))
        noneTwice(judgement, receive);
    }
  },
);

/**
 * Of a repeated attempt it is not written whether it brings all of the messages or as many as it asks for (sqs:F40). The
 * attempt that it repeats may be one whose answer was lost.
 */
function isRetry({ op, e, deliveries, attempt, place }: Received): boolean {
  const handle = deliveries[0]?.message.ReceiptHandle;
  if (attempt === undefined || handle === undefined) return false;
  return (place.attempts?.get(attempt) ?? []).some(({ receive: other }) => {
    if (other === undefined || other.op === op || other.s > e || other.max < deliveries.length) return false;
    return other.outcome === 'unknown' || other.deliveries.some((one) => one.message.ReceiptHandle === handle);
  });
}

function tooMany(judgement: Judgement, { op, max, deliveries }: Received): void {
  judgement.violated(`${nameOf(op)} asked for at most ${max} and got ${deliveries.length} messages`, [op.id]);
}

const hasList = ({ op: { reply } }: Received): boolean => reply.kind === 'ok' && 'Messages' in reply.output;

function emptyList(judgement: Judgement, { op }: Received): void {
  judgement.violated(`${nameOf(op)} found nothing and answered with an empty list instead of none`, [op.id]);
}

function noneTwice(judgement: Judgement, { op, deliveries }: Received): void {
  for (let index = 1; index < deliveries.length; index++) {
    const { of } = deliveries[index]!;
    if (!hasBefore(deliveries, index)) continue;
    judgement.violated(`${nameOf(op)} got ${titleOf(of)} twice in one answer`, [op.id]);
  }
}

function hasBefore(deliveries: Delivery[], index: number): boolean {
  for (let before = 0; before < index; before++) if (deliveries[before]!.of === deliveries[index]!.of) return true;
  return false;
}
