export const duplicateGetsNewId = {
    id: 'A-059',
    title: 'duplicate-gets-new-id',
    says: 'when a duplicate is sent, the server answers a new MessageId instead of that of the original',
    link: 'https://github.com/faiscadev/fakecloud/pull/1569',
    rule: 'sqs:F21',
    class: 'fifo-dedup',
    profile: 'fifo',
    rules: {
        answerTo: (_first, fresh) => fresh,
    },
};
