/**
 * The calls Redrive makes, in AWS's own operation names and member names.
 *
 * Two members are canonical so that one history reads the same on every endpoint: `QueueUrl` is the queue's bare name
 * (sqs:OP2), and ARNs are those of `arnOf` below. An endpoint with other URLs and ARNs translates at its own border.
 * Binary attribute values are base64 text, as on the wire (sqs:W14).
 */
export const callNames = [
    'CreateQueue',
    'DeleteQueue',
    'GetQueueUrl',
    'ListQueues',
    'GetQueueAttributes',
    'SetQueueAttributes',
    'SendMessage',
    'SendMessageBatch',
    'ReceiveMessage',
    'DeleteMessage',
    'DeleteMessageBatch',
    'ChangeMessageVisibility',
    'ChangeMessageVisibilityBatch',
    'PurgeQueue',
    'TagQueue',
    'UntagQueue',
    'ListQueueTags',
    'AddPermission',
    'RemovePermission',
    'ListDeadLetterSourceQueues',
    'StartMessageMoveTask',
    'ListMessageMoveTasks',
    'CancelMessageMoveTask',
];
const arnPrefix = 'arn:aws:sqs:us-east-1:000000000000:';
/** The canonical ARN of a queue name (sqs:W2). */
export const arnOf = (queue) => arnPrefix + queue;
/** Is it the name of a FIFO queue (sqs:D2)? */
export const isFifo = (queue) => queue.endsWith('.fifo');
/** The queue name at the end of any SQS ARN. */
export const queueOfArn = (arn) => arn.slice(arn.lastIndexOf(':') + 1);
