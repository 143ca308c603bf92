export const idsKeptForEver = {
    id: 'A-061',
    title: 'ids-kept-for-ever',
    says: 'when a deduplication id is sent again after five minutes, the server swallows the message instead of storing it',
    link: 'https://github.com/justeattakeaway/LocalSqsSnsMessaging/blob/85e47efaf35cfa9115860b889131ea7906f86841/src/LocalSqsSnsMessaging.Shared/SqsClient/InternalSqsClient.cs',
    rule: 'sqs:F24',
    class: 'fifo-dedup',
    profile: 'fifo',
    rules: {
        isDuplicate: () => true,
    },
};
