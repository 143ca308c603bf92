const row = (code, legacy = code, status = 400) => ({ code, legacy, status });
const simple = (code, status) => row(code, `AWS.SimpleQueueService.${code}`, status);
export const rows = {
    /** sqs:E1 */
    noQueue: row('QueueDoesNotExist', 'AWS.SimpleQueueService.NonExistentQueue'),
    /** sqs:E2 */
    missing: row('MissingRequiredParameterException', 'MissingParameter'),
    /** sqs:E3, sqs:E4, sqs:E10, sqs:E12 to sqs:E19, sqs:E21 to sqs:E24, sqs:E40, sqs:E41, sqs:E43, sqs:E44, sqs:E46 */
    invalidParameter: row('InvalidParameterValueException', 'InvalidParameterValue'),
    /** sqs:E5 */
    nameExists: row('QueueNameExists', 'QueueAlreadyExists'),
    /** sqs:E6 */
    deletedRecently: simple('QueueDeletedRecently'),
    /** sqs:E7 */
    purgeInProgress: simple('PurgeQueueInProgress', 403),
    /** sqs:E8 */
    attributeName: row('InvalidAttributeName'),
    /** sqs:E9 */
    attributeValue: row('InvalidAttributeValue'),
    /** sqs:E11 */
    contents: row('InvalidMessageContents'),
    /** sqs:E20 */
    handle: row('ReceiptHandleIsInvalid', 'ReceiptHandleIsInvalid', 404),
    /** sqs:RH12, of an entry: the single call is sqs:E21 */
    expiredEntry: row('InvalidParameterValueException', 'ReceiptHandleIsInvalid'),
    /** sqs:E25 and sqs:PM3 */
    overLimit: row('OverLimit', 'OverLimit', 403),
    /** sqs:E26 */
    notInFlight: simple('MessageNotInflight'),
    /** sqs:E30 */
    emptyBatch: simple('EmptyBatchRequest'),
    /** sqs:E31 */
    tooManyEntries: simple('TooManyEntriesInBatchRequest'),
    /** sqs:E32 */
    entryId: simple('InvalidBatchEntryId'),
    /** sqs:E33 */
    idsNotDistinct: simple('BatchEntryIdsNotDistinct'),
    /** sqs:E34 */
    batchTooLong: simple('BatchRequestTooLong'),
    /** sqs:E42, sqs:E45 */
    noResource: row('ResourceNotFoundException', 'ResourceNotFoundException', 404),
};
