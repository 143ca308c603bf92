export const allowPolicyIgnored = {
    id: 'R-025',
    title: 'allow-policy-ignored',
    says: 'when the RedriveAllowPolicy of a dead-letter queue denies a source, the server accepts it instead of refusing',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html',
    rule: 'sqs:X12',
    class: 'dlq/redrive',
    rules: {
        allowsSource: () => true,
    },
};
