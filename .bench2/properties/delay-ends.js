import { arrivalsAnswer } from './reading/arrival.js';
import { property } from './reading/judge.js';
export const delayEnds = property({
    name: 'delay-ends',
    claim: 'A delayed message goes to a client that is polling when its delay is over.',
    judges: 'Every accepted send with a delay, its own or of the queue, against the long polls open when the longest delay legal for it ends: each answers then, unless the message is taken by somebody else.',
    forgives: 'Late timers, at least 60 s under the documented level; any of several open polls may get the message. A call without a known outcome that may have taken it leaves the verdict open.',
    blind: 'Delays at whose end no long poll was open.',
    source: ['sqs:I43', 'sqs:DY1', 'sqs:DY4', 'sqs:P3', 'sqs:P8', 'sqs:P9', 'sqs:B2', 'sqs:B6'],
}, (facts, judgement) => {
    arrivalsAnswer(facts, judgement, true, facts.strict ? facts.late : Math.max(facts.late, 60_000));
});
