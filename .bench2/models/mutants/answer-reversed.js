export const answerReversed = {
    id: 'R-045',
    title: 'answer-reversed',
    says: 'when one receive returns several messages of a group, the server lists the latest first instead of in the order of their sends',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-understanding-logic.html',
    rule: 'sqs:F34',
    class: 'fifo-order',
    profile: 'fifo',
    rules: {
        inAnswer: (messages) => messages.toReversed(),
    },
};
