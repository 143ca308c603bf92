import { limits } from '../../src/core/limits.js';
import { contract } from '../rules.js';
export const tooLongIdAccepted = {
    id: 'R-074',
    title: 'too-long-id-accepted',
    says: 'when a deduplication or group id has 129 characters, the server accepts it instead of refusing',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html',
    rule: 'sqs:SM8',
    class: 'limits/validation',
    profile: 'fifo',
    rules: {
        allowsId: (id) => contract.allowsId(id.length === limits.idMax + 1 ? id.slice(1) : id),
    },
};
