export const waitsForFullBatch = {
    id: 'A-069',
    title: 'waits-for-full-batch',
    says: 'when a long poll finds fewer messages than it asks for, the server waits for more until the end instead of answering at once',
    link: 'https://github.com/localstack/localstack/issues/5824',
    rule: 'sqs:P3',
    class: 'long-poll',
    rules: {
        answersWith: (found, asked) => found >= asked,
    },
};
