export const movedCountsOneMore = {
    id: 'R-021',
    title: 'moved-counts-one-more',
    says: 'when a move task is listed or cancelled, the server tells one message more than it has moved instead of the number',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListMessageMoveTasks.html',
    rule: 'sqs:MT7',
    class: 'dlq/redrive',
    rules: {
        movedShown: (moved) => moved + 1,
    },
};
