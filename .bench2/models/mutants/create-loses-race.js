/** How far apart two calls may be in virtual time and still count as overlapping, in milliseconds. */
const overlap = 1;
export const createLosesRace = {
    id: 'A-125',
    title: 'create-loses-race',
    says: 'when two equal calls of CreateQueue overlap, the server refuses the later one with QueueNameExists instead of answering the same URL to both',
    link: 'https://github.com/softwaremill/elasticmq/pull/754',
    rule: 'sqs:CQ4',
    class: 'concurrency/race',
    rules: {
        losesCreateRace: (createdAt, at) => at - createdAt <= overlap,
    },
};
