import { contract } from '../rules.js';
export const attributesInContentId = {
    id: 'R-050',
    title: 'attributes-in-content-id',
    says: 'when the same body is sent with other attributes, the server takes it for another content instead of for the same',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html',
    rule: 'sqs:F3',
    class: 'fifo-dedup',
    profile: 'fifo',
    rules: {
        contentId: (entry) => contract.contentId(entry) + JSON.stringify(entry.MessageAttributes),
    },
};
