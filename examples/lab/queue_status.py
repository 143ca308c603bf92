"""Terminal 5: how many messages are available, in flight and delayed, once a second."""

import time

import boto3

from sqs_url import QUEUE_URL

COUNTERS = [
    "ApproximateNumberOfMessages",
    "ApproximateNumberOfMessagesNotVisible",
    "ApproximateNumberOfMessagesDelayed",
]

sqs = boto3.client("sqs")

for _ in range(100_000):
    time.sleep(1)
    counted = sqs.get_queue_attributes(QueueUrl=QUEUE_URL, AttributeNames=COUNTERS)["Attributes"]
    print(*(f"{counted[counter]} {counter}" for counter in COUNTERS), "", sep="\n")
