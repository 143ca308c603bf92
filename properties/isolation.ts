import type { Facts } from './reading/facts.js';
import { property } from './reading/judge.js';
import { nameOf, titleOf } from './reading/names.js';
import { deadLetterQueues } from './reading/redrive.js';
import { redrivenTo } from './reading/tasks.js';
import type { Delivery, Sent } from './reading/words.js';

export const isolation = property(
  {
    name: 'isolation',
    claim: 'A message comes only from the queue that it was sent to, or from dead-letter queues behind it.',
    judges: 'The queue of every delivery against the queue of its send and all redrive policies of the run.',
    forgives:
      'A delivery from any dead-letter queue that a chain of policies, in force at any time, leads to, and from the legal destinations of move tasks.',
    blind: 'Whether the move was due, which is the matter of other properties; messages whose send is not known.',
    source: ['sqs:I27', 'sqs:I1', 'sqs:D7', 'sqs:X3', 'sqs:X13', 'sqs:MT4'],
  },
  (facts, judgement) => {
    for (const delivery of facts.deliveries) {
      const { sent } = delivery.of;
      if (sent === undefined) continue;
      judgement.judged++;
      if (delivery.queue === sent.queue || mayHaveCome(facts, sent, delivery)) continue;
      const { op, of, queue } = delivery;
      const says = `${nameOf(op)} delivered ${titleOf(of)} from ${queue}, but ${nameOf(sent.op)} sent it to ${sent.queue}`;
      const why = `and no redrive policy leads from there to ${queue}${goesBack(facts, sent, delivery) ? unknownWay : ''}`;
      judgement.violated(`${says}, ${why}`, [op.id, sent.op.id]);
    }
  },
);

const unknownWay = '; where a move task takes what came from nowhere, nobody has recorded (sqs:U21)';

/** May a move task have brought it that takes messages back to where they came from, which nobody knows of this one? */
const goesBack = (facts: Facts, sent: Sent, { queue, e }: Delivery): boolean =>
  facts.tasks.some(
    ({ source, destination, s }) =>
      destination === undefined &&
      s <= e &&
      deadLetterQueues(facts, queue).has(source) &&
      !deadLetterQueues(facts, sent.queue).has(source),
  );

const mayHaveCome = (facts: Facts, sent: Sent, { queue, e }: Delivery): boolean =>
  deadLetterQueues(facts, sent.queue).has(queue) || redrivenTo(facts, sent, queue, e);
