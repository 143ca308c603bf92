export const swallowedAtDeadline = {
    id: 'A-077',
    title: 'swallowed-at-deadline',
    says: 'when a message becomes available at the very instant at which a wait ends, the server hides it for that poll and answers empty instead of returning it',
    link: 'https://github.com/softwaremill/elasticmq/commit/092b3b99cd620357250b8bfeadc2d5c30aea8059',
    rule: 'sqs:P9',
    class: 'long-poll',
    rules: {
        atDeadline: () => 'swallow',
    },
};
