export const refusedSendUsesIdUp = {
    id: 'R-052',
    title: 'refused-send-uses-id-up',
    says: 'when a send is refused, the server remembers its deduplication id and swallows the next send with it instead of storing it',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html',
    rule: 'sqs:F26',
    class: 'fifo-dedup',
    profile: 'fifo',
    rules: {
        refusedSendBars: () => true,
    },
};
