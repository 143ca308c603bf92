export const contentIdNotKept = {
    id: 'A-057',
    title: 'content-id-not-kept',
    says: 'when a deduplication id comes from the content, the server does not remember it and stores the same content again',
    link: 'https://github.com/localstack/localstack/issues/6327',
    rule: 'sqs:F3',
    class: 'fifo-dedup',
    profile: 'fifo',
    rules: {
        remembersId: (isGiven) => isGiven,
    },
};
