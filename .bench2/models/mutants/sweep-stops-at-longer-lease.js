const leases = ({ live }) => [...live.values()].filter(({ place }) => place === 'hidden').map(({ visibleAt }) => visibleAt);
export const sweepStopsAtLongerLease = {
    id: 'A-011',
    title: 'sweep-stops-at-longer-lease',
    says: 'when messages of several groups are in flight, the server keeps one hidden until the leases of all that were received before have ended instead of its own',
    link: 'https://github.com/localstack/localstack/blob/8b9a79f05846835cf4dff63ab7eefdde9df83783/localstack-core/localstack/services/sqs/models.py',
    rule: 'sqs:V9',
    class: 'visibility',
    profile: 'fifo',
    rules: {
        hiddenUntil: (at, visibility, queue) => Math.max(at + visibility * 1000, ...leases(queue)),
    },
};
