/** How far apart two calls may be in virtual time and still count as overlapping, in milliseconds. */
const overlap = 1;
export const changeRevivesDeleted = {
    id: 'A-128',
    title: 'change-revives-deleted',
    says: 'when a delete and a visibility change that shortens the lease overlap, the server puts the deleted message back instead of leaving it deleted',
    link: 'https://github.com/softwaremill/elasticmq/commit/23cfcb6833190e9e112f6ad0a2e2ccde0013f6ad',
    rule: 'sqs:DM1',
    class: 'concurrency/race',
    rules: {
        changeRevives: (message, at, timeout) => at - message.deletedAt <= overlap && at + timeout * 1000 < message.visibleAt,
    },
};
