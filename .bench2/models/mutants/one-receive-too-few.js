export const oneReceiveTooFew = {
    id: 'A-028',
    title: 'one-receive-too-few',
    says: 'when a receive comes to a message, the server counts it before it looks at the limit and moves the message one delivery too early instead of delivering it maxReceiveCount times',
    link: 'https://github.com/faiscadev/fakecloud/pull/19',
    rule: 'sqs:X3',
    class: 'dlq/redrive',
    rules: {
        deadLetterDue: (receivesHere, maxReceiveCount) => receivesHere + 1 >= maxReceiveCount,
    },
};
