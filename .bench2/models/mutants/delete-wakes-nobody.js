export const deleteWakesNobody = {
    id: 'R-064',
    title: 'delete-wakes-nobody',
    says: 'when a delete opens a group while a long poll waits, the server lets it wait on instead of answering',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-understanding-logic.html',
    rule: 'sqs:P8',
    class: 'long-poll',
    profile: 'fifo',
    rules: {
        wakes: (cause) => cause !== 'delete',
        atDeadline: () => 'ignore',
    },
};
