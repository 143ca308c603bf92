import type { Refusal } from '../../src/core/calls.js';

/** The refusals of the contract's catalogue (sqs section 2.13). */

const refuse = (code: string, legacy: string, status: number, message: string): Refusal => ({
  kind: 'error',
  code,
  status,
  message,
  legacy,
});

/** sqs:E3, E4, E10-E24, E40: one JSON name for many texts. */
export const invalidValue = (message: string): Refusal =>
  refuse('InvalidParameterValueException', 'InvalidParameterValue', 400, message);

/** `Value {value} for parameter {name} is invalid. Reason: {why}` */
export const invalidParameter = (name: string, value: unknown, why: string): Refusal =>
  invalidValue(`Value ${value} for parameter ${name} is invalid. Reason: ${why}`);

/** sqs:E1 */
export const queueDoesNotExist = (): Refusal =>
  refuse('QueueDoesNotExist', 'AWS.SimpleQueueService.NonExistentQueue', 400, 'The specified queue does not exist.');

/** sqs:E2 */
export const missingParameter = (name: string): Refusal =>
  refuse(
    'MissingRequiredParameterException',
    'MissingParameter',
    400,
    `The request must contain the parameter ${name}.`,
  );

/** sqs:E5 */
export const queueNameExists = (attribute: string): Refusal =>
  refuse(
    'QueueNameExists',
    'QueueAlreadyExists',
    400,
    `A queue already exists with the same name and a different value for attribute ${attribute}`,
  );

/** sqs:E6 */
export const queueDeletedRecently = (): Refusal =>
  refuse(
    'QueueDeletedRecently',
    'AWS.SimpleQueueService.QueueDeletedRecently',
    400,
    'You must wait 60 seconds after deleting a queue before you can create another with the same name.',
  );

/** sqs:E7 */
export const purgeInProgress = (queue: string): Refusal =>
  refuse(
    'PurgeQueueInProgress',
    'AWS.SimpleQueueService.PurgeQueueInProgress',
    403,
    `Only one PurgeQueue operation on ${queue} is allowed every 60 seconds.`,
  );

/** sqs:E8 */
export const invalidAttributeName = (message: string): Refusal =>
  refuse('InvalidAttributeName', 'InvalidAttributeName', 400, message);

/** sqs:E9 */
export const invalidAttributeValue = (name: string): Refusal =>
  refuse('InvalidAttributeValue', 'InvalidAttributeValue', 400, `Invalid value for the parameter ${name}.`);

/** sqs:E11 */
export const invalidMessageContents = (): Refusal =>
  refuse(
    'InvalidMessageContents',
    'InvalidMessageContents',
    400,
    'Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF',
  );

/** sqs:E20 */
export const receiptHandleIsInvalid = (handle: string): Refusal =>
  refuse(
    'ReceiptHandleIsInvalid',
    'ReceiptHandleIsInvalid',
    404,
    `The input receipt handle "${handle}" is not a valid receipt handle.`,
  );

/** sqs:E22 */
export const notAvailableForChange = (handle: string): Refusal =>
  invalidParameter(
    'ReceiptHandle',
    handle,
    'Message does not exist or is not available for visibility timeout change.',
  );

/** sqs:E30 */
export const emptyBatch = (entryName: string): Refusal =>
  refuse(
    'EmptyBatchRequest',
    'AWS.SimpleQueueService.EmptyBatchRequest',
    400,
    `There should be at least one ${entryName} in the request.`,
  );

/** sqs:E31 */
export const tooManyEntries = (sent: number): Refusal =>
  refuse(
    'TooManyEntriesInBatchRequest',
    'AWS.SimpleQueueService.TooManyEntriesInBatchRequest',
    400,
    `Maximum number of entries per request are 10. You have sent ${sent}.`,
  );

/** sqs:E32 */
export const invalidBatchEntryId = (): Refusal =>
  refuse(
    'InvalidBatchEntryId',
    'AWS.SimpleQueueService.InvalidBatchEntryId',
    400,
    'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.',
  );

/** sqs:E33 */
export const idsNotDistinct = (id: string): Refusal =>
  refuse('BatchEntryIdsNotDistinct', 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct', 400, `Id ${id} repeated.`);

/** sqs:E34 */
export const batchTooLong = (bytes: number): Refusal =>
  refuse(
    'BatchRequestTooLong',
    'AWS.SimpleQueueService.BatchRequestTooLong',
    400,
    `Batch requests cannot be longer than 1048576 bytes. You have sent ${bytes} bytes.`,
  );
