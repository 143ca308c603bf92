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
} as const;

/** Defaults of a queue's settable attributes, as AWS returns them (sqs:A1). */
export const attributeDefaults: Readonly<Record<string, string>> = {
  DelaySeconds: '0',
  MaximumMessageSize: '1048576',
  MessageRetentionPeriod: '345600',
  ReceiveMessageWaitTimeSeconds: '0',
  SqsManagedSseEnabled: 'true',
  VisibilityTimeout: '30',
};
