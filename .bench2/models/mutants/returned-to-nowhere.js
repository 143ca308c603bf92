export const returnedToNowhere = {
    id: 'A-047',
    title: 'returned-to-nowhere',
    says: 'when the window of a FIFO message ends, the server returns it to where no receive finds it instead of to its group',
    link: 'https://github.com/justeattakeaway/LocalSqsSnsMessaging/commit/2c81a51d80af17d678ff258ef9c6e6253495ac3a',
    rule: 'sqs:V4',
    class: 'fifo-order',
    profile: 'fifo',
    rules: {
        hiddenUntil: () => Number.POSITIVE_INFINITY,
        changedUntil: () => Number.POSITIVE_INFINITY,
    },
};
