/** Section 3.1 of the contract: what attributes a queue has, and which values they take. */
/** Whole numbers with their range (sqs:A6). */
export declare const numericAttributes: Readonly<Record<string, readonly [lo: number, hi: number]>>;
/** Settable with a default, so always shown (sqs:A1). */
export declare const settableAlways: readonly string[];
export declare const counters: {
    readonly available: "ApproximateNumberOfMessages";
    readonly delayed: "ApproximateNumberOfMessagesDelayed";
    readonly hidden: "ApproximateNumberOfMessagesNotVisible";
};
export declare const counterNames: readonly string[];
export declare const timestampNames: readonly string[];
export declare const readOnly: readonly string[];
/** JSON texts, shown if set (sqs:SA2, sqs:A7). */
export declare const policyNames: readonly string[];
/** How long a KMS data key is used again, in seconds. */
export declare const keyPeriod: {
    readonly name: "KmsDataKeyReusePeriodSeconds";
    readonly range: readonly [60, 86400];
    readonly unset: "300";
};
/** Shown if a key is set (sqs:A3). */
export declare const keyNames: readonly string[];
/** FIFO queues only (sqs:CQ3). */
export declare const fifoOnly: readonly string[];
/** True or false, in any case when given and in lower case when shown (sqs:CQ9, sqs:A2). */
export declare const flags: readonly string[];
/** Every row of a fresh queue: a FIFO queue adds its four (sqs:A1). */
export declare const rowsOf: (isFifo: boolean) => readonly string[];
export type Kind = 'number' | 'text' | 'encryption' | 'key' | 'arn' | 'read-only' | 'fifo';
/** What kind of attribute has the name; none for a name that no queue has. */
export declare const kinds: ReadonlyMap<string, Kind>;
export declare const settable: ReadonlySet<string>;
export declare const known: ReadonlySet<string>;
