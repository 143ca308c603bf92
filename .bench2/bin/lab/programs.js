import { arnOf } from '../../src/core/calls.js';
export const queueUrl = 'mynewq';
export const deadLetterUrl = 'mynewq-dead';
/** The first letter of the names that a producer's messages get: S0, F0. */
const initials = { slow: 'S', fast: 'F' };
const titles = { slow: 'Slow', fast: 'Fast' };
/** sns:LL2 */
export function* producer({ speed, delay, messages = Number.POSITIVE_INFINITY }) {
    for (let k = 0; k < messages; k++) {
        yield { call: send(`${initials[speed]}${k}`, delay, attributesOf(speed)) };
        yield { sleep: 1 };
    }
    return 'ended';
}
/** sns:LL3; an empty answer has no member Messages, and the program dies of its KeyError. */
export function* consumer({ visibility, sleep, handling }) {
    for (let i = 0; i < 10_000; i++) {
        const message = messageIn(yield { call: receive(visibility) });
        if (message === undefined)
            return 'crashed';
        if (handling === 'process-first')
            yield { sleep };
        if (handling !== 'no-delete')
            yield { call: deletion(message) };
        if (handling !== 'process-first')
            yield { sleep };
    }
    return 'ended';
}
/** The queue of the lecture (sns:LL1), with a dead-letter queue where the scenario wants one. */
export function creations(maxReceives) {
    const Attributes = { DelaySeconds: '5', MessageRetentionPeriod: '86400' };
    if (maxReceives === undefined)
        return [{ call: 'CreateQueue', input: { QueueName: queueUrl, Attributes } }];
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: arnOf(deadLetterUrl), maxReceiveCount: maxReceives });
    return [
        { call: 'CreateQueue', input: { QueueName: deadLetterUrl } },
        { call: 'CreateQueue', input: { QueueName: queueUrl, Attributes: { ...Attributes, RedrivePolicy } } },
    ];
}
/** What queue_status asks every second (sns:LL4). */
export const status = (QueueUrl) => ({
    call: 'GetQueueAttributes',
    input: {
        QueueUrl,
        AttributeNames: [
            'ApproximateNumberOfMessages',
            'ApproximateNumberOfMessagesNotVisible',
            'ApproximateNumberOfMessagesDelayed',
        ],
    },
});
/** The message in the answer to a receive; none in an empty one. */
export function messageIn(reply) {
    if (reply?.kind !== 'ok')
        return undefined;
    return reply.output.Messages?.[0];
}
/** The lecture's body is one record of a data file as JSON; ours says only which. */
export const nameIn = (body) => JSON.parse(body).donor;
function send(donor, delay, MessageAttributes) {
    const input = { QueueUrl: queueUrl, MessageBody: JSON.stringify({ donor }), MessageAttributes };
    return { call: 'SendMessage', input: delay === undefined ? input : { ...input, DelaySeconds: delay } };
}
const attributesOf = (speed) => ({
    JobType: { DataType: 'String', StringValue: 'NewDonor' },
    Producer: { DataType: 'String', StringValue: titles[speed] },
});
const receive = (VisibilityTimeout) => ({
    call: 'ReceiveMessage',
    input: {
        QueueUrl: queueUrl,
        MessageAttributeNames: ['All'],
        MaxNumberOfMessages: 1,
        VisibilityTimeout,
        WaitTimeSeconds: 10,
    },
});
const deletion = ({ ReceiptHandle }) => ({
    call: 'DeleteMessage',
    input: { QueueUrl: queueUrl, ReceiptHandle },
});
