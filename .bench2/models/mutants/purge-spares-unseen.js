export const purgeSparesUnseen = {
    id: 'A-106',
    title: 'purge-spares-unseen',
    says: 'when a queue is purged, the server removes only what is available instead of also what is in flight or delayed',
    link: 'https://github.com/localstack/localstack/pull/6710',
    rule: 'sqs:PQ2',
    class: 'purge/delete-queue',
    rules: {
        purges: (place) => place === 'available',
    },
};
