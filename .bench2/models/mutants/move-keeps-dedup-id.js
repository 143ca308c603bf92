export const moveKeepsDedupId = {
    id: 'R-063',
    title: 'move-keeps-dedup-id',
    says: 'when a FIFO message moves to the dead-letter queue, the server keeps its deduplication id instead of taking its MessageId',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html',
    rule: 'sqs:X10',
    class: 'fifo-dedup',
    profile: 'fifo',
    rules: {
        dedupIdAfterMove: (message) => message.dedupId,
    },
};
