import { count, flag, integer, is, json, list, members, oneOf, table, text, variant, } from './shape.js';
/** What goes to an endpoint and comes back from it may have more members than Redrive knows; AWS's have. */
const open = (shapes) => members(shapes, json);
const messageAttributes = table(open({ DataType: text, 'StringValue?': text, 'BinaryValue?': text }));
const message = {
    MessageBody: text,
    'DelaySeconds?': integer,
    'MessageAttributes?': messageAttributes,
    'MessageSystemAttributes?': messageAttributes,
    'MessageDeduplicationId?': text,
    'MessageGroupId?': text,
};
const queue = { QueueUrl: text };
const handle = { ReceiptHandle: text };
const entry = { Id: text };
const page = { 'MaxResults?': integer, 'NextToken?': text };
/** Attributes that somebody asked for, whatever they say. */
const attributes = table(text);
const digits = is('a number in digits', (value) => typeof value === 'string' && /^\d{1,10}$/.test(value));
const policy = open({
    deadLetterTargetArn: text,
    maxReceiveCount: (value) => (typeof value === 'number' ? count(value) : digits(value)),
});
/** Attributes of a queue of the setup, which nobody can have refused. */
export const settings = members({
    'DelaySeconds?': digits,
    'MaximumMessageSize?': digits,
    'MessageRetentionPeriod?': digits,
    'ReceiveMessageWaitTimeSeconds?': digits,
    'RedrivePolicy?': is('JSON with deadLetterTargetArn and maxReceiveCount, or empty', (value) => value === '' || policy(parsed(value)) === undefined),
    'VisibilityTimeout?': digits,
}, text);
/** What is asked, as it went to the endpoint. */
export const inputs = {
    CreateQueue: open({ QueueName: text, 'Attributes?': attributes, 'tags?': table(text) }),
    DeleteQueue: open(queue),
    GetQueueUrl: open({ QueueName: text, 'QueueOwnerAWSAccountId?': text }),
    ListQueues: open({ 'QueueNamePrefix?': text, ...page }),
    GetQueueAttributes: open({ ...queue, 'AttributeNames?': list(text) }),
    SetQueueAttributes: open({ ...queue, 'Attributes?': attributes }),
    SendMessage: open({ ...queue, ...message }),
    SendMessageBatch: open({ ...queue, 'Entries?': list(open({ ...entry, ...message })) }),
    ReceiveMessage: open({
        ...queue,
        'MaxNumberOfMessages?': integer,
        'VisibilityTimeout?': integer,
        'WaitTimeSeconds?': integer,
        'AttributeNames?': list(text),
        'MessageSystemAttributeNames?': list(text),
        'MessageAttributeNames?': list(text),
        'ReceiveRequestAttemptId?': text,
    }),
    DeleteMessage: open({ ...queue, ...handle }),
    DeleteMessageBatch: open({ ...queue, 'Entries?': list(open({ ...entry, ...handle })) }),
    ChangeMessageVisibility: open({ ...queue, ...handle, 'VisibilityTimeout?': integer }),
    ChangeMessageVisibilityBatch: open({
        ...queue,
        'Entries?': list(open({ ...entry, ...handle, 'VisibilityTimeout?': integer })),
    }),
    PurgeQueue: open(queue),
    TagQueue: open({ ...queue, 'Tags?': table(text) }),
    UntagQueue: open({ ...queue, 'TagKeys?': list(text) }),
    ListQueueTags: open(queue),
    AddPermission: open({ ...queue, 'Label?': text, 'AWSAccountIds?': list(text), 'Actions?': list(text) }),
    RemovePermission: open({ ...queue, 'Label?': text }),
    ListDeadLetterSourceQueues: open({ ...queue, ...page }),
    StartMessageMoveTask: open({
        'SourceArn?': text,
        'DestinationArn?': text,
        'MaxNumberOfMessagesPerSecond?': integer,
    }),
    ListMessageMoveTasks: open({ 'SourceArn?': text, 'MaxResults?': integer }),
    CancelMessageMoveTask: open({ TaskHandle: text }),
};
const received = open({
    MessageId: text,
    ReceiptHandle: text,
    Body: text,
    'MD5OfBody?': text,
    'Attributes?': table(text),
    'MessageAttributes?': messageAttributes,
    'MD5OfMessageAttributes?': text,
});
const sent = {
    MessageId: text,
    'MD5OfMessageBody?': text,
    'MD5OfMessageAttributes?': text,
    'MD5OfMessageSystemAttributes?': text,
    'SequenceNumber?': text,
};
const failed = open({
    ...entry,
    Code: text,
    'SenderFault?': flag,
    'Message?': text,
});
const batch = (successful) => open({ 'Successful?': list(successful), 'Failed?': list(failed) });
const url = open({ 'QueueUrl?': text });
const task = open({
    Status: text,
    SourceArn: text,
    'DestinationArn?': text,
    'MaxNumberOfMessagesPerSecond?': count,
    ApproximateNumberOfMessagesMoved: count,
    'ApproximateNumberOfMessagesToMove?': count,
    StartedTimestamp: count,
    'FailureReason?': text,
    'TaskHandle?': text,
});
/** What a success answers. */
export const outputs = {
    CreateQueue: url,
    DeleteQueue: open({}),
    GetQueueUrl: url,
    ListQueues: open({ 'QueueUrls?': list(text), 'NextToken?': text }),
    GetQueueAttributes: open({ 'Attributes?': table(text) }),
    SetQueueAttributes: open({}),
    SendMessage: open(sent),
    SendMessageBatch: batch(open({ ...entry, ...sent })),
    ReceiveMessage: open({ 'Messages?': list(received) }),
    DeleteMessage: open({}),
    DeleteMessageBatch: batch(open(entry)),
    ChangeMessageVisibility: open({}),
    ChangeMessageVisibilityBatch: batch(open(entry)),
    PurgeQueue: open({}),
    TagQueue: open({}),
    UntagQueue: open({}),
    ListQueueTags: open({ 'Tags?': table(text) }),
    AddPermission: open({}),
    RemovePermission: open({}),
    ListDeadLetterSourceQueues: open({ 'queueUrls?': list(text), 'NextToken?': text }),
    StartMessageMoveTask: open({ 'TaskHandle?': text }),
    ListMessageMoveTasks: open({ 'Results?': list(task) }),
    CancelMessageMoveTask: open({ 'ApproximateNumberOfMessagesMoved?': count }),
};
const refusal = members({
    kind: oneOf('error'),
    code: text,
    status: count,
    message: text,
    'legacy?': text,
});
const unknown = members({ kind: oneOf('unknown'), why: text });
/** The reply to a call. */
export const replyTo = (call) => variant('kind', 'ok, error or unknown', {
    ok: members({ kind: oneOf('ok'), output: outputs[call] }),
    error: refusal,
    unknown,
});
/** The value of JSON text; undefined for everything else. */
function parsed(value) {
    try {
        return typeof value === 'string' ? JSON.parse(value) : undefined;
    }
    catch {
        return undefined;
    }
}
