/** How far apart two calls may be in virtual time and still count as overlapping, in milliseconds. */
const overlap = 1;
const lastSent = ({ live }) => [...live.values()].at(-1)?.sentAt ?? Number.NEGATIVE_INFINITY;
export const concurrentSendLost = {
    id: 'A-127',
    title: 'concurrent-send-lost',
    says: 'when two sends to a queue overlap, the server loses the later message instead of storing both',
    link: 'https://github.com/Admiral-Piett/goaws/commit/17af1f0133e0e07220a36bfdf5aa159933e60105',
    rule: 'sqs:L1',
    class: 'concurrency/race',
    rules: {
        stores: (_call, queue, at) => at - lastSent(queue) > overlap,
    },
};
