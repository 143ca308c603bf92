export const queueWaitIgnored = {
    id: 'A-068',
    title: 'queue-wait-ignored',
    says: 'when a receive names no WaitTimeSeconds, the server answers at once instead of waiting as the attribute of the queue says',
    link: 'https://github.com/getmoto/moto/pull/9759',
    rule: 'sqs:P1',
    class: 'long-poll',
    rules: {
        waitOf: (asked) => asked ?? 0,
    },
};
