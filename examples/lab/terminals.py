"""What the two producers and the two consumers have in common. The script `run` writes sqs_url.py and the data files."""

import json
import time

import boto3

from sqs_url import QUEUE_URL

sqs = boto3.client("sqs")


def produce(name, data, delay):
    """Sends each donor of the file `data`, one a second; each becomes available `delay` seconds after its send."""
    with open(data, encoding="utf-8") as file:
        donors = json.load(file)
    for donor in donors:
        sent = sqs.send_message(
            QueueUrl=QUEUE_URL,
            MessageBody=json.dumps(donor),
            DelaySeconds=delay,
            MessageAttributes={"JobType": text("NewDonor"), "Producer": text(name)},
        )
        print(f"{name} producer: sent {sent['MessageId']}, available in {delay} s")
        time.sleep(1)


def consume(name, window, work):
    """Takes one message after another, deletes it and only then works on it for `work` seconds.

    Both are faults on purpose, as in the lecture: a crash while working loses the message, and an empty answer has no
    "Messages" and ends the program.
    """
    for _ in range(10_000):
        answer = sqs.receive_message(
            QueueUrl=QUEUE_URL,
            MessageAttributeNames=["All"],
            MaxNumberOfMessages=1,
            VisibilityTimeout=window,
            WaitTimeSeconds=10,
        )
        [message] = answer["Messages"]
        sqs.delete_message(QueueUrl=QUEUE_URL, ReceiptHandle=message["ReceiptHandle"])
        attributes = message["MessageAttributes"]
        producer, job = (attributes[key]["StringValue"] for key in ("Producer", "JobType"))
        print(f"{name} consumer: {job} of {producer} producer: {message['Body']}")
        time.sleep(work)


def text(value):
    return {"DataType": "String", "StringValue": value}
