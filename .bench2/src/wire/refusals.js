/** What the wire itself refuses, before any queue is looked at. */
const refuse = (code, legacy, status, message) => ({
    kind: 'error',
    code,
    status,
    message,
    legacy,
});
/** A body that cannot be read, or a value of the wrong type. `message` may be empty, as AWS has it for broken JSON. */
export const malformed = (message) => refuse('SerializationException', 'MalformedInput', 400, message);
/** sqs:E50, also the JSON protocol's answer to an operation that SQS does not have */
export const invalidAction = (action) => refuse('UnknownOperationException', 'InvalidAction', 400, `The action ${action} is not valid for this endpoint.`);
/** sqs:W20: nothing says what is asked */
export const noAction = () => refuse('UnknownOperationException', 'InvalidAction', 404, '');
/** sqs:E2 */
export const missingParameter = (name) => refuse('MissingRequiredParameterException', 'MissingParameter', 400, `The request must contain the parameter ${name}.`);
/** sqs:M1 */
export const unsupportedLists = () => refuse('UnsupportedOperation', 'AWS.SimpleQueueService.UnsupportedOperation', 400, 'Message attribute list values in SendMessage operation are not supported.');
/** The body is longer than any call needs. */
export const tooLarge = (max) => refuse('RequestEntityTooLargeException', 'RequestEntityTooLarge', 413, `The request is longer than ${max} bytes.`);
/** Thrown inside the wire only, and caught where a request is decoded. */
export class Refused extends Error {
    refusal;
    constructor(refusal) {
        super(refusal.message);
        this.refusal = refusal;
    }
}
