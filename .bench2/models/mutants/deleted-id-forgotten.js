export const deletedIdForgotten = {
    id: 'A-056',
    title: 'deleted-id-forgotten',
    says: 'when the original of a deduplication id is gone, the server accepts the id anew instead of for five minutes not',
    link: 'https://github.com/softwaremill/elasticmq/issues/354',
    rule: 'sqs:F23',
    class: 'fifo-dedup',
    profile: 'fifo',
    rules: {
        forgetsId: () => true,
    },
};
