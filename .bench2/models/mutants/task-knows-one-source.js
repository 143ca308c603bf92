import { arnOf } from '../../src/core/calls.js';
export const taskKnowsOneSource = {
    id: 'A-036',
    title: 'task-knows-one-source',
    says: 'when one dead-letter queue serves several sources, a move task without a destination takes every message to one of them instead of where it came from',
    link: 'https://github.com/localstack/localstack/pull/10425',
    rule: 'sqs:MT4',
    class: 'dlq/redrive',
    rules: {
        taskDestination: (given, message, sources) => given ?? (message.deadLetterSource && arnOf(sources()[0] ?? '')),
    },
};
