import { arrivalsAnswer } from './reading/arrival.js';
import { property } from './reading/judge.js';
export const wakeUp = property({
    name: 'wake-up',
    claim: 'A message sent while a long poll waits ends the wait.',
    judges: 'At the strict level, every accepted send without a delay against the long polls open at its end: each answers then, unless the message is taken by somebody else.',
    forgives: 'Any of several open polls may get the message; it may be deleted, purged or expired at once. A call without a known outcome that may have taken it leaves the verdict open.',
    blind: 'Sends without a known outcome, and messages that come into a dead-letter queue.',
    source: ['sqs:I42', 'sqs:P3', 'sqs:P4', 'sqs:P7', 'sqs:P9', 'sqs:P10'],
}, (facts, judgement) => {
    if (facts.strict)
        arrivalsAnswer(facts, judgement, false, facts.late);
});
