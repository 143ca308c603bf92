import { missingParameter } from './errors.js';
/** Members that a call cannot do without. */
const requiredMembers = {
    CreateQueue: ['QueueName'],
    DeleteQueue: ['QueueUrl'],
    GetQueueUrl: ['QueueName'],
    ListQueues: [],
    GetQueueAttributes: ['QueueUrl'],
    SetQueueAttributes: ['QueueUrl', 'Attributes'],
    SendMessage: ['QueueUrl', 'MessageBody'],
    SendMessageBatch: ['QueueUrl', 'Entries'],
    ReceiveMessage: ['QueueUrl'],
    DeleteMessage: ['QueueUrl', 'ReceiptHandle'],
    DeleteMessageBatch: ['QueueUrl', 'Entries'],
    ChangeMessageVisibility: ['QueueUrl', 'ReceiptHandle', 'VisibilityTimeout'],
    ChangeMessageVisibilityBatch: ['QueueUrl', 'Entries'],
    PurgeQueue: ['QueueUrl'],
    TagQueue: ['QueueUrl', 'Tags'],
    UntagQueue: ['QueueUrl', 'TagKeys'],
    ListQueueTags: ['QueueUrl'],
    AddPermission: ['QueueUrl', 'Label', 'AWSAccountIds', 'Actions'],
    RemovePermission: ['QueueUrl', 'Label'],
    ListDeadLetterSourceQueues: ['QueueUrl'],
    StartMessageMoveTask: ['SourceArn'],
    ListMessageMoveTasks: ['SourceArn'],
    CancelMessageMoveTask: ['TaskHandle'],
};
/** Refuses a call without what it needs, before anything else is looked at (sqs:OP4, sqs:OP5). */
export const faultOfMembers = ({ call, input }) => missing(input, requiredMembers[call]);
/** Refuses a call or an entry of a batch that lacks one of the members, or has null there (sqs:OP4). */
export function missing(input, names) {
    const given = input;
    for (const name of names)
        if (given[name] === undefined || given[name] === null)
            return missingParameter(name);
    return undefined;
}
/** Is it an integer of [lo, hi]? */
export const within = (value, lo, hi) => Number.isInteger(value) && value >= lo && value <= hi;
