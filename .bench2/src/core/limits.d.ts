/** The numbers of the contract: the only thing that model and properties share besides the words. Seconds unless said. */
export declare const limits: {
    /** sqs:V2 */ readonly visibilityMax: 43200;
    /** sqs:DY3 */ readonly delayMax: 900;
    /** sqs:Q13 */ readonly waitMax: 20;
    /** sqs:RT1 */ readonly retentionMin: 60;
    /** sqs:RT1 */ readonly retentionMax: 1209600;
    /** sqs:PQ1 */ readonly purgeGuard: 60;
    /** sqs:CQ8 */ readonly recreateGuard: 60;
    /** sqs:Q3 */ readonly batchEntriesMax: 10;
    /** sqs:RM3 */ readonly receiveMax: 10;
    /** sqs:Q2, bytes */ readonly payloadMax: 1048576;
    /** sqs:Q1, bytes */ readonly messageSizeMin: 1024;
    /** sqs:Q5 */ readonly messageAttributesMax: 10;
    /** sqs:Q19 */ readonly maxReceiveCountMax: 1000;
    /** sqs:Q9 */ readonly queueNameMax: 80;
    /** sqs:LQ1 */ readonly listMax: 1000;
    /** sqs:F20 */ readonly dedupWindow: 300;
    /** sqs:F40 */ readonly attemptWindow: 300;
    /** sqs:Q14, sqs:Q15 */ readonly idMax: 128;
    /** sqs:Q20 */ readonly allowedSourcesMax: 10;
    /** sqs:MT1, messages a second */ readonly moveRateMax: 500;
    /** sqs:MT7 */ readonly moveTasksMax: 10;
    /** sqs:TG2 */ readonly tagsMax: 50;
    /** sqs:TG2, characters */ readonly tagKeyMax: 128;
    /** sqs:TG2, characters */ readonly tagValueMax: 256;
    /** sqs:PM3 */ readonly labelMax: 80;
    /** sqs:PM3 */ readonly actionsMax: 7;
};
/** Defaults of a queue's settable attributes, as AWS returns them (sqs:A1). */
export declare const attributeDefaults: Readonly<Record<string, string>>;
/** What a FIFO queue has besides, where it was not given (sqs:A1). */
export declare const fifoDefaults: Readonly<Record<string, string>>;
