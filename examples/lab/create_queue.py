"""Creates the queue of the lab and prints its URL. Its delay of 5 s never shows: both producers give one of their own."""

import boto3

attributes = {"DelaySeconds": "5", "MessageRetentionPeriod": str(24 * 60 * 60)}
print(boto3.client("sqs").create_queue(QueueName="mynewq", Attributes=attributes)["QueueUrl"])
