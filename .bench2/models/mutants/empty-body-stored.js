export const emptyBodyStored = {
    id: 'A-096',
    title: 'empty-body-stored',
    says: 'when the body of a send is empty, the server stores the message instead of refusing it',
    link: 'https://github.com/localstack/localstack/pull/12322',
    rule: 'sqs:SM2',
    class: 'limits/validation',
    rules: {
        storesEmptyBody: () => true,
    },
};
