/** The name of a call in a sentence: "receive #4". */
export function nameOf(op) {
    return `${verbs[op.call]} #${op.id}`;
}
const verbs = {
    CreateQueue: 'create queue',
    DeleteQueue: 'delete queue',
    GetQueueUrl: 'get queue url',
    ListQueues: 'list queues',
    GetQueueAttributes: 'get attributes',
    SetQueueAttributes: 'set attributes',
    SendMessage: 'send',
    SendMessageBatch: 'send batch',
    ReceiveMessage: 'receive',
    DeleteMessage: 'delete',
    DeleteMessageBatch: 'delete batch',
    ChangeMessageVisibility: 'change',
    ChangeMessageVisibilityBatch: 'change batch',
    PurgeQueue: 'purge',
    TagQueue: 'tag',
    UntagQueue: 'untag',
    ListQueueTags: 'list tags',
    AddPermission: 'add permission',
    RemovePermission: 'remove permission',
    ListDeadLetterSourceQueues: 'list dead-letter sources',
    StartMessageMoveTask: 'start move task',
    ListMessageMoveTasks: 'list move tasks',
    CancelMessageMoveTask: 'cancel move task',
};
/** The name of a message in a sentence: the birth certificate at the front of its body, else its MessageId. */
export function titleOf(message) {
    const body = message.sent?.entry.MessageBody ?? message.deliveries[0]?.message.Body;
    return body === undefined || body === '' ? message.id : body.split(' ', 1)[0].slice(0, 40);
}
/** Milliseconds as seconds for a sentence: 29.6 s. */
export const seconds = (ms) => `${ms / 1000} s`;
