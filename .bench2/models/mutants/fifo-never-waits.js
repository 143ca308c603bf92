export const fifoNeverWaits = {
    id: 'A-067',
    title: 'fifo-never-waits',
    says: 'when a receive from a FIFO queue carries WaitTimeSeconds, the server answers empty at once instead of waiting',
    link: 'https://github.com/justeattakeaway/LocalSqsSnsMessaging/commit/2c81a51d80af17d678ff258ef9c6e6253495ac3a',
    rule: 'sqs:P3',
    class: 'long-poll',
    profile: 'fifo',
    rules: {
        waitOf: () => 0,
    },
};
