export const createIgnoresDifference = {
    id: 'A-101',
    title: 'create-ignores-difference',
    says: 'when an existing queue is created again with another value of an attribute, the server answers its URL instead of QueueNameExists',
    link: 'https://github.com/localstack/localstack/pull/6117',
    rule: 'sqs:CQ5',
    class: 'limits/validation',
    rules: {
        createsDespite: () => true,
    },
};
