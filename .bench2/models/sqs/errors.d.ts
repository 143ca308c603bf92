import type { Refusal } from '../../src/core/calls.js';
/** One JSON name for many texts. */
export declare const invalidValue: (message: string) => Refusal;
/** `Value {value} for parameter {name} is invalid. Reason: {why}` */
export declare const invalidParameter: (name: string, value: unknown, why: string) => Refusal;
/** sqs:E1; the query protocol adds ` for this wsdl version` to the text */
export declare const queueDoesNotExist: () => Refusal;
/** sqs:E2 */
export declare const missingParameter: (name: string) => Refusal;
/** sqs:E3, sqs:E4 */
export declare const illegalName: (asksFifo: boolean) => Refusal;
/** sqs:E5 */
export declare const queueNameExists: (attribute: string) => Refusal;
/** sqs:E6 */
export declare const queueDeletedRecently: () => Refusal;
/** sqs:E7 */
export declare const purgeInProgress: (queue: string) => Refusal;
/** sqs:E8 */
export declare const invalidAttributeName: (message: string) => Refusal;
/** sqs:E9, with a reason sqs:SA3 */
export declare const invalidAttributeValue: (name: string, why?: string) => Refusal;
/** sqs:E10 for a call, sqs:SB3 for an entry of a batch */
export declare const messageTooLong: (max: number, isBatch: boolean) => Refusal;
/** sqs:E11 */
export declare const invalidMessageContents: () => Refusal;
/** sqs:E12, sqs:RM10, sqs:SM7 */
export declare const notForQueueType: (name: string, value: unknown) => Refusal;
/** The same of a batch entry: the bare reason (sqs:SB5) */
export declare const bareQueueTypeFault: () => Refusal;
/** sqs:E13 */
export declare const invalidId: (name: string, value: string) => Refusal;
/** sqs:E14, sqs:E15: `range` reads like `between 1 and 10` */
export declare const outsideRange: (name: string, value: number, range: string) => Refusal;
/** sqs:E16 */
export declare const dedupIdNeeded: () => Refusal;
/** sqs:E17 */
export declare const emptyAttribute: (name: string, type: string) => Refusal;
/** sqs:E18 */
export declare const unknownAttributeType: (name: string) => Refusal;
/** sqs:E19 */
export declare const tooManyAttributes: (found: number) => Refusal;
/** sqs:E20 */
export declare const receiptHandleIsInvalid: (handle: string) => Refusal;
/** sqs:E21 */
export declare const handleHasExpired: (handle: string) => Refusal;
/** The same of an entry of a batch of deletes: another code and text (sqs:RH12) */
export declare const entryHandleHasExpired: () => Refusal;
/** sqs:E22 */
export declare const notAvailableForChange: (handle: string) => Refusal;
/** sqs:E23 */
export declare const beyondCap: (timeout: number) => Refusal;
/** sqs:E24 */
export declare const attemptIsOver: (attempt: string) => Refusal;
/** sqs:Q18 */
export declare const requestThrottled: () => Refusal;
/** sqs:E25 */
export declare const tooManyInFlight: () => Refusal;
/** sqs:E26 */
export declare const messageNotInflight: () => Refusal;
/** sqs:E30 */
export declare const emptyBatch: (entryName: string) => Refusal;
/** sqs:E31 */
export declare const tooManyEntries: (sent: number) => Refusal;
/** sqs:E32 */
export declare const invalidBatchEntryId: () => Refusal;
/** sqs:E33 */
export declare const idsNotDistinct: (id: string) => Refusal;
/** sqs:E34 */
export declare const batchTooLong: (bytes: number) => Refusal;
/** sqs:PM3 */
export declare const overLimit: (what: string, found: number, max: number) => Refusal;
/** sqs:E40 */
export declare const wrongRedrivePolicy: (policy: string, why: string) => Refusal;
/** sqs:E41 */
export declare const noDeadLetterQueue: () => Refusal;
/** sqs:E42 */
export declare const resourceNotFound: (member: "SourceArn" | "DestinationArn") => Refusal;
/** sqs:E43 */
export declare const taskIsRunning: () => Refusal;
/** sqs:E44 */
export declare const invalidTaskHandle: () => Refusal;
/** sqs:E45 */
export declare const taskDoesNotExist: () => Refusal;
/** sqs:E46 */
export declare const wrongArn: (member: "SourceArn" | "DestinationArn") => Refusal;
