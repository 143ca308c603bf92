export const groupNeverLocked = {
    id: 'A-043',
    title: 'group-never-locked',
    says: 'when a message of a group is in flight, the server delivers the next one of the group instead of none',
    link: 'https://github.com/localstack/localstack/issues/6766',
    rule: 'sqs:F31',
    class: 'fifo-order',
    profile: 'fifo',
    rules: {
        blocks: (earlier) => earlier.place !== 'hidden',
    },
};
