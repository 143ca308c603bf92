/**
 * The refusals of the contract's catalogue (sqs section 2.13), each with its JSON name, its legacy code of the query
 * protocol, its HTTP status and its text. sqs:E50 is not here: only the query protocol can say it.
 */
const refuse = (code, legacy, status, message) => ({
    kind: 'error',
    code,
    status,
    message,
    legacy,
});
/** One JSON name for many texts. */
export const invalidValue = (message) => refuse('InvalidParameterValueException', 'InvalidParameterValue', 400, message);
/** `Value {value} for parameter {name} is invalid. Reason: {why}` */
export const invalidParameter = (name, value, why) => invalidValue(`Value ${value} for parameter ${name} is invalid. Reason: ${why}`);
const notFound = (message) => refuse('ResourceNotFoundException', 'ResourceNotFoundException', 404, message);
/** sqs:E1; the query protocol adds ` for this wsdl version` to the text */
export const queueDoesNotExist = () => refuse('QueueDoesNotExist', 'AWS.SimpleQueueService.NonExistentQueue', 400, 'The specified queue does not exist.');
/** sqs:E2 */
export const missingParameter = (name) => refuse('MissingRequiredParameterException', 'MissingParameter', 400, `The request must contain the parameter ${name}.`);
/** sqs:E3, sqs:E4 */
export const illegalName = (asksFifo) => invalidValue(asksFifo
    ? 'The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix and be 1 to 80 in length'
    : 'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length');
/** sqs:E5 */
export const queueNameExists = (attribute) => refuse('QueueNameExists', 'QueueAlreadyExists', 400, `A queue already exists with the same name and a different value for attribute ${attribute}`);
/** sqs:E6 */
export const queueDeletedRecently = () => refuse('QueueDeletedRecently', 'AWS.SimpleQueueService.QueueDeletedRecently', 400, 'You must wait 60 seconds after deleting a queue before you can create another with the same name.');
/** sqs:E7 */
export const purgeInProgress = (queue) => refuse('PurgeQueueInProgress', 'AWS.SimpleQueueService.PurgeQueueInProgress', 403, `Only one PurgeQueue operation on ${queue} is allowed every 60 seconds.`);
/** sqs:E8 */
export const invalidAttributeName = (message) => refuse('InvalidAttributeName', 'InvalidAttributeName', 400, message);
/** sqs:E9, with a reason sqs:SA3 */
export const invalidAttributeValue = (name, why) => refuse('InvalidAttributeValue', 'InvalidAttributeValue', 400, `Invalid value for the parameter ${name}.${why === undefined ? '' : ` Reason: ${why}`}`);
/** sqs:E10 for a call, sqs:SB3 for an entry of a batch */
export const messageTooLong = (max, isBatch) => invalidValue(`One or more parameters ${isBatch ? 'cannot be validated' : 'are invalid'}. Reason: Message must be shorter than ${max} bytes.`);
/** sqs:E11 */
export const invalidMessageContents = () => refuse('InvalidMessageContents', 'InvalidMessageContents', 400, 'Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF');
/** sqs:E12, sqs:RM10, sqs:SM7 */
export const notForQueueType = (name, value) => invalidParameter(name, value, 'The request include parameter that is not valid for this queue type.');
/** The same of a batch entry: the bare reason (sqs:SB5) */
export const bareQueueTypeFault = () => invalidValue('The request include parameter that is not valid for this queue type');
/** sqs:E13 */
export const invalidId = (name, value) => invalidParameter(name, value, `${name} can only include alphanumeric and punctuation characters. 1 to 128 in length.`);
/** sqs:E14, sqs:E15: `range` reads like `between 1 and 10` */
export const outsideRange = (name, value, range) => invalidParameter(name, value, `Must be ${range}, if provided.`);
/** sqs:E16 */
export const dedupIdNeeded = () => invalidValue('The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly');
/** sqs:E17 */
export const emptyAttribute = (name, type) => invalidValue(`Message (user) attribute '${name}' must contain a non-empty value of type '${type}'.`);
/** sqs:E18 */
export const unknownAttributeType = (name) => invalidValue(`The type of message (user) attribute '${name}' is invalid. You must use only the following supported type prefixes: Binary, Number, String.`);
/** sqs:E19 */
export const tooManyAttributes = (found) => invalidValue(`Number of message attributes [${found}] exceeds the allowed maximum [10].`);
/** sqs:E20 */
export const receiptHandleIsInvalid = (handle) => refuse('ReceiptHandleIsInvalid', 'ReceiptHandleIsInvalid', 404, `The input receipt handle "${handle}" is not a valid receipt handle.`);
/** sqs:E21 */
export const handleHasExpired = (handle) => invalidParameter('ReceiptHandle', handle, 'The receipt handle has expired.');
/** The same of an entry of a batch of deletes: another code and text (sqs:RH12) */
export const entryHandleHasExpired = () => refuse('ReceiptHandleIsInvalid', 'ReceiptHandleIsInvalid', 404, 'The receipt handle has expired');
/** sqs:E22 */
export const notAvailableForChange = (handle) => invalidParameter('ReceiptHandle', handle, 'Message does not exist or is not available for visibility timeout change.');
/** sqs:E23 */
export const beyondCap = (timeout) => invalidParameter('VisibilityTimeout', timeout, 'Total VisibilityTimeout for the message is beyond the limit [43200 seconds]');
/** sqs:E24 */
export const attemptIsOver = (attempt) => invalidParameter('ReceiveRequestAttemptId', attempt, 'The receiveRequestAttemptId is not valid anymore since the receive call is not retryable.');
/** sqs:Q18 */
export const requestThrottled = () => refuse('RequestThrottled', 'RequestThrottled', 403, 'Request is throttled.');
const tooMuch = (message) => refuse('OverLimit', 'OverLimit', 403, message);
/** sqs:E25 */
export const tooManyInFlight = () => tooMuch('Too many messages have been received without being deleted. Please delete your received messages or let them timeout before receiving more.');
/** sqs:E26 */
export const messageNotInflight = () => refuse('MessageNotInflight', 'AWS.SimpleQueueService.MessageNotInflight', 400, 'The specified message is not in flight.');
/** sqs:E30 */
export const emptyBatch = (entryName) => refuse('EmptyBatchRequest', 'AWS.SimpleQueueService.EmptyBatchRequest', 400, `There should be at least one ${entryName} in the request.`);
/** sqs:E31 */
export const tooManyEntries = (sent) => refuse('TooManyEntriesInBatchRequest', 'AWS.SimpleQueueService.TooManyEntriesInBatchRequest', 400, `Maximum number of entries per request are 10. You have sent ${sent}.`);
/** sqs:E32 */
export const invalidBatchEntryId = () => refuse('InvalidBatchEntryId', 'AWS.SimpleQueueService.InvalidBatchEntryId', 400, 'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.');
/** sqs:E33 */
export const idsNotDistinct = (id) => refuse('BatchEntryIdsNotDistinct', 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct', 400, `Id ${id} repeated.`);
/** sqs:E34 */
export const batchTooLong = (bytes) => refuse('BatchRequestTooLong', 'AWS.SimpleQueueService.BatchRequestTooLong', 400, `Batch requests cannot be longer than 1048576 bytes. You have sent ${bytes} bytes.`);
/** sqs:PM3 */
export const overLimit = (what, found, max) => tooMuch(`${found} ${what} were found, maximum allowed is ${max}.`);
/** sqs:E40 */
export const wrongRedrivePolicy = (policy, why) => invalidParameter('RedrivePolicy', policy, why);
/** sqs:E41 */
export const noDeadLetterQueue = () => invalidValue('Source queue must be configured as a Dead Letter Queue.');
/** sqs:E42 */
export const resourceNotFound = (member) => notFound(`The resource that you specified for the ${member} parameter doesn't exist.`);
/** sqs:E43 */
export const taskIsRunning = () => invalidValue('There is already a task running. Only one active task is allowed for a source queue arn at a given time.');
/** sqs:E44 */
export const invalidTaskHandle = () => invalidValue('Value for parameter TaskHandle is invalid.');
/** sqs:E45 */
export const taskDoesNotExist = () => notFound('Task does not exist.');
/** sqs:E46 */
export const wrongArn = (member) => invalidValue(`You must use this format to specify the ${member}: arn:<partition>:<service>:<region>:<account-id>:<resource-id>`);
