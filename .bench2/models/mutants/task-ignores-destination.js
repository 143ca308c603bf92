export const taskIgnoresDestination = {
    id: 'R-014',
    title: 'task-ignores-destination',
    says: 'when a move task is given a destination, the server takes each message to the queue that it came from instead',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html',
    rule: 'sqs:MT4',
    class: 'dlq/redrive',
    rules: {
        taskDestination: (_given, message) => message.deadLetterSource,
    },
};
