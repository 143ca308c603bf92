export const groupOfStandardHidden = {
    id: 'R-071',
    title: 'group-of-standard-hidden',
    says: 'when a message with a group id is received from a standard queue, the server leaves the id out instead of showing it',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html',
    rule: 'sqs:G1',
    class: 'attributes/md5',
    rules: {
        showsGroup: (isFifo) => isFifo,
    },
};
