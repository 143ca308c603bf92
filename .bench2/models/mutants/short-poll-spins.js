export const shortPollSpins = {
    id: 'A-066',
    title: 'short-poll-spins',
    says: 'when a short poll finds nothing, the server keeps looking without end (here for an hour) instead of answering empty at once',
    link: 'https://github.com/getmoto/moto/commit/7033d142a006256dbfabcc6a0737e2011fd98d5e',
    rule: 'sqs:P2',
    class: 'long-poll',
    rules: {
        waitOf: (asked, queue) => (asked ?? queue) || 3600,
    },
};
