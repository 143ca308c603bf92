export const deletedStillCounted = {
    id: 'A-078',
    title: 'deleted-still-counted',
    says: 'when a message in flight is deleted, the server still counts it as not visible instead of dropping it from the counter',
    link: 'https://github.com/softwaremill/elasticmq/commit/4db138557c1f0515a654cd3abf7a123fa0d5fb5a',
    rule: 'sqs:C7',
    class: 'counters',
    rules: {
        staysCounted: (place) => place === 'hidden',
    },
};
