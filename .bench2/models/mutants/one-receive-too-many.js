export const oneReceiveTooMany = {
    id: 'A-026',
    title: 'one-receive-too-many',
    says: 'when a message has been received maxReceiveCount times, the server delivers it once more instead of moving it',
    link: 'https://github.com/Admiral-Piett/goaws/commit/b7de5545723ab9dca7b57f4e2e44093fc2d537ba',
    rule: 'sqs:X3',
    class: 'dlq/redrive',
    rules: {
        deadLetterDue: (receivesHere, maxReceiveCount) => receivesHere > maxReceiveCount,
    },
};
