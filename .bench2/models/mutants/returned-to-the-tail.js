export const returnedToTheTail = {
    id: 'A-051',
    title: 'returned-to-the-tail',
    says: 'when the window of a FIFO message ends, the server puts it behind later sends of its group instead of where it was',
    link: 'https://github.com/faiscadev/fakecloud/pull/19',
    rule: 'sqs:F33',
    class: 'fifo-order',
    profile: 'fifo',
    rules: {
        orderOnReturn: (_message, arrivals) => arrivals,
    },
};
