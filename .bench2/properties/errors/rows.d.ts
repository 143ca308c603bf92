/** One row of the error catalogue (sqs section 2.13): the JSON name, the legacy code and the HTTP status. */
export interface Row {
    code: string;
    legacy: string;
    status: number;
}
export declare const rows: {
    /** sqs:E1 */
    readonly noQueue: Row;
    /** sqs:E2 */
    readonly missing: Row;
    /** sqs:E3, sqs:E4, sqs:E10, sqs:E12 to sqs:E19, sqs:E21 to sqs:E24, sqs:E40, sqs:E41, sqs:E43, sqs:E44, sqs:E46 */
    readonly invalidParameter: Row;
    /** sqs:E5 */
    readonly nameExists: Row;
    /** sqs:E6 */
    readonly deletedRecently: Row;
    /** sqs:E7 */
    readonly purgeInProgress: Row;
    /** sqs:E8 */
    readonly attributeName: Row;
    /** sqs:E9 */
    readonly attributeValue: Row;
    /** sqs:E11 */
    readonly contents: Row;
    /** sqs:E20 */
    readonly handle: Row;
    /** sqs:RH12, of an entry: the single call is sqs:E21 */
    readonly expiredEntry: Row;
    /** sqs:E25 and sqs:PM3 */
    readonly overLimit: Row;
    /** sqs:E26 */
    readonly notInFlight: Row;
    /** sqs:E30 */
    readonly emptyBatch: Row;
    /** sqs:E31 */
    readonly tooManyEntries: Row;
    /** sqs:E32 */
    readonly entryId: Row;
    /** sqs:E33 */
    readonly idsNotDistinct: Row;
    /** sqs:E34 */
    readonly batchTooLong: Row;
    /** sqs:E42, sqs:E45 */
    readonly noResource: Row;
};
