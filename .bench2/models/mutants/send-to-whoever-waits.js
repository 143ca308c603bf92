export const sendToWhoeverWaits = {
    id: 'R-005',
    title: 'send-to-whoever-waits',
    says: 'when a message is sent while a long poll waits, the server puts it into the queue of the first poll that waits, whichever that is, instead of the queue of the send',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html',
    rule: 'sqs:D7',
    class: 'long-poll',
    rules: {
        landsIn: (queue, waiting) => waiting.values().next().value ?? queue,
    },
};
