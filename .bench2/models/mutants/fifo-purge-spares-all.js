export const fifoPurgeSparesAll = {
    id: 'A-105',
    title: 'fifo-purge-spares-all',
    says: 'when a FIFO queue is purged, the server keeps the messages of its groups instead of removing them',
    link: 'https://github.com/justeattakeaway/LocalSqsSnsMessaging/commit/2c81a51d80af17d678ff258ef9c6e6253495ac3a',
    rule: 'sqs:PQ2',
    class: 'purge/delete-queue',
    profile: 'fifo',
    rules: {
        purges: () => false,
    },
};
