/** The numbers of the contract: the only thing that model and properties share besides the words. Seconds unless said. */
export const limits = {
    /** sqs:V2 */ visibilityMax: 43_200,
    /** sqs:DY3 */ delayMax: 900,
    /** sqs:Q13 */ waitMax: 20,
    /** sqs:RT1 */ retentionMin: 60,
    /** sqs:RT1 */ retentionMax: 1_209_600,
    /** sqs:PQ1 */ purgeGuard: 60,
    /** sqs:CQ8 */ recreateGuard: 60,
    /** sqs:Q3 */ batchEntriesMax: 10,
    /** sqs:RM3 */ receiveMax: 10,
    /** sqs:Q2, bytes */ payloadMax: 1_048_576,
    /** sqs:Q1, bytes */ messageSizeMin: 1024,
    /** sqs:Q5 */ messageAttributesMax: 10,
    /** sqs:Q19 */ maxReceiveCountMax: 1000,
    /** sqs:Q9 */ queueNameMax: 80,
    /** sqs:LQ1 */ listMax: 1000,
    /** sqs:F20 */ dedupWindow: 300,
    /** sqs:F40 */ attemptWindow: 300,
    /** sqs:Q14, sqs:Q15 */ idMax: 128,
    /** sqs:Q20 */ allowedSourcesMax: 10,
    /** sqs:MT1, messages a second */ moveRateMax: 500,
    /** sqs:MT7 */ moveTasksMax: 10,
    /** sqs:TG2 */ tagsMax: 50,
    /** sqs:TG2, characters */ tagKeyMax: 128,
    /** sqs:TG2, characters */ tagValueMax: 256,
    /** sqs:PM3 */ labelMax: 80,
    /** sqs:PM3 */ actionsMax: 7,
};
/** Defaults of a queue's settable attributes, as AWS returns them (sqs:A1). */
export const attributeDefaults = {
    DelaySeconds: '0',
    MaximumMessageSize: '1048576',
    MessageRetentionPeriod: '345600',
    ReceiveMessageWaitTimeSeconds: '0',
    SqsManagedSseEnabled: 'true',
    VisibilityTimeout: '30',
};
/** What a FIFO queue has besides, where it was not given (sqs:A1). */
export const fifoDefaults = {
    FifoQueue: 'true',
    ContentBasedDeduplication: 'false',
    DeduplicationScope: 'queue',
    FifoThroughputLimit: 'perQueue',
};
