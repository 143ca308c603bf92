export const delayEndsLate = {
    id: 'A-025',
    title: 'delay-ends-late',
    says: 'when the clock stands exactly at the end of a delay, the server still hides the message instead of making it available',
    link: 'https://github.com/localstack/localstack/blob/8b9a79f05846835cf4dff63ab7eefdde9df83783/localstack-core/localstack/services/sqs/models.py',
    rule: 'sqs:B2',
    class: 'delay',
    rules: {
        delayEnds: (sentAt, delay) => (delay === 0 ? sentAt : sentAt + delay * 1000 + 1),
    },
};
