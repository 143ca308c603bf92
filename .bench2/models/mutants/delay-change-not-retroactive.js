export const delayChangeNotRetroactive = {
    id: 'R-057',
    title: 'delay-change-not-retroactive',
    says: 'when the DelaySeconds of a FIFO queue is changed, the server keeps the old delay for messages that wait instead of the new one',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-delay-queues.html',
    rule: 'sqs:DY4',
    class: 'delay',
    profile: 'fifo',
    rules: {
        redelays: () => false,
    },
};
