const blockedIn = ({ live }) => [...live.values()].filter(({ place, group }) => place === 'available' && group?.leader === undefined).length;
export const blockedCountedAsHidden = {
    id: 'R-076',
    title: 'blocked-counted-as-hidden',
    says: 'when a message of a group is in flight, the server counts the rest of the group as not visible instead of as available',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-understanding-logic.html',
    rule: 'sqs:C3',
    class: 'counters',
    profile: 'fifo',
    rules: {
        counters: ({ available, hidden, delayed }, queue) => {
            const blocked = blockedIn(queue);
            return { available: available - blocked, hidden: hidden + blocked, delayed };
        },
    },
};
