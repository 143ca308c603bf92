export const pageRepeatsLast = {
    id: 'R-027',
    title: 'page-repeats-last',
    says: 'when the next page of a listing is asked for, the server begins with the last queue of the page before instead of after it',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueues.html',
    rule: 'sqs:LQ2',
    class: 'queues',
    rules: {
        isAfter: (name, token) => name >= token,
    },
};
