export const fifoExpiredDeleteDeletes = {
    id: 'R-054',
    title: 'fifo-expired-delete-deletes',
    says: 'when a FIFO message is deleted after its window ended, the server deletes it instead of refusing',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html',
    rule: 'sqs:RH9',
    class: 'receipt-handle',
    profile: 'fifo',
    rules: {
        refusesDelete: (handle, isFifo) => isFifo && handle === 'stale',
    },
};
