/** A message as it is sent at `at`. All messages come from this one literal, so that they have one shape. */
export const newMessage = (number, entry, bodyMd5, at, visibleAt) => ({
    number,
    id: idOf(number),
    body: entry.MessageBody,
    bodyMd5,
    attributes: entry.MessageAttributes,
    trace: undefined,
    groupId: entry.MessageGroupId,
    dedupId: undefined,
    sequence: 0,
    place: 'gone',
    order: 0,
    sentAt: at,
    bornAt: at,
    visibleAt,
    firstReceivedAt: undefined,
    receives: 0,
    receivedAt: [],
    receiptsElsewhere: 0,
    deadLetterSource: undefined,
    deletedAt: 0,
    listed: false,
    attempt: undefined,
    group: undefined,
    ahead: undefined,
    behind: undefined,
});
/** The MessageId of the message with this number (sqs:D4). */
export const idOf = (number) => `msg-${number}`;
/** The same message as another queue will hold it, with some things changed. */
export function copyOf(message, changes) {
    const { number, body, bodyMd5, sentAt, visibleAt } = message;
    const copy = newMessage(number, { MessageBody: body }, bodyMd5, sentAt, visibleAt);
    // handles stay unique should it come back (sqs:D5)
    const apart = { receivedAt: [...message.receivedAt], attempt: undefined, ahead: undefined, behind: undefined };
    return Object.assign(copy, message, apart, changes);
}
export const hasAttributes = ({ attributes }) => attributes !== undefined && Object.keys(attributes).length > 0;
