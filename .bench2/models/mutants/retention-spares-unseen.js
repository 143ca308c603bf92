export const retentionSparesUnseen = {
    id: 'A-084',
    title: 'retention-spares-unseen',
    says: 'when a message grows too old in flight or delayed, the server misses it and delivers it later instead of removing it',
    link: 'https://github.com/localstack/localstack/pull/9956',
    rule: 'sqs:RT2',
    class: 'retention',
    rules: {
        ageRemoves: (place) => place === 'available',
    },
};
