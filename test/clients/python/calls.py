"""boto3 against the endpoint of AWS_ENDPOINT_URL_SQS. The first wrong answer ends it with an AssertionError."""

import json
import threading
import time
from hashlib import md5

import boto3

from checks import attribute, attributes_md5, bodies, checked, create, got, receive, refused, sqs


def queues():
    queue = create("boto3", VisibilityTimeout="60")
    got("GetQueueUrl", queue, sqs.get_queue_url(QueueName="boto3")["QueueUrl"])
    got("CreateQueue again", queue, create("boto3", VisibilityTimeout="60"))
    refused("QueueAlreadyExists", create, name="boto3", VisibilityTimeout="61")
    refused("InvalidParameterValue", create, name="no name")
    for number in range(3):
        create(f"boto3-page-{number}")
    pages = sqs.get_paginator("list_queues").paginate(QueueNamePrefix="boto3-page-", PaginationConfig={"PageSize": 2})
    got("ListQueues", [2, 1], [len(page["QueueUrls"]) for page in pages])
    sqs.set_queue_attributes(QueueUrl=queue, Attributes={"VisibilityTimeout": "50", "DelaySeconds": "0"})
    got("SetQueueAttributes", "50", attribute(queue, "VisibilityTimeout"))
    refused("InvalidAttributeValue", sqs.set_queue_attributes, QueueUrl=queue, Attributes={"DelaySeconds": "901"})
    sqs.tag_queue(QueueUrl=queue, Tags={"team": "기부자", "stage": "test"})
    sqs.untag_queue(QueueUrl=queue, TagKeys=["stage"])
    got("ListQueueTags", {"team": "기부자"}, sqs.list_queue_tags(QueueUrl=queue)["Tags"])
    friends = {"Label": "friends", "AWSAccountIds": ["111111111111"], "Actions": ["SendMessage", "ReceiveMessage"]}
    sqs.add_permission(QueueUrl=queue, **friends)
    got("AddPermission", "friends", json.loads(attribute(queue, "Policy"))["Statement"][0]["Sid"])
    refused("InvalidParameterValue", sqs.add_permission, QueueUrl=queue, **friends)
    sqs.remove_permission(QueueUrl=queue, Label="friends")
    sqs.delete_queue(QueueUrl=queue)
    refused("AWS.SimpleQueueService.NonExistentQueue", sqs.send_message, QueueUrl=queue, MessageBody="x")
    refused("AWS.SimpleQueueService.QueueDeletedRecently", create, name="boto3")


def messages():
    queue = create("boto3-messages")
    attributes = {
        "Text": {"DataType": "String", "StringValue": "기부자 <&>"},
        "Number": {"DataType": "Number.int", "StringValue": "7"},
        "Bytes": {"DataType": "Binary", "BinaryValue": bytes(range(256))},
    }
    body = '{"a": "é\t\n😀"}'
    sent = sqs.send_message(QueueUrl=queue, MessageBody=body, MessageAttributes=attributes)
    got("MD5OfMessageBody", md5(body.encode()).hexdigest(), sent["MD5OfMessageBody"])
    got("MD5OfMessageAttributes", attributes_md5(attributes), sent["MD5OfMessageAttributes"])
    [message] = receive(queue)
    got("MessageId", sent["MessageId"], message["MessageId"])
    got("MD5OfMessageAttributes, received", attributes_md5(attributes), message["MD5OfMessageAttributes"])
    got("Body", body, message["Body"])
    got("MessageAttributes", attributes, message["MessageAttributes"])
    got("ApproximateReceiveCount", "1", message["Attributes"]["ApproximateReceiveCount"])
    got("receive inside the window", [], receive(queue))
    handle = {"QueueUrl": queue, "ReceiptHandle": message["ReceiptHandle"]}
    sqs.change_message_visibility(**handle, VisibilityTimeout=0)
    [again] = receive(queue, MessageAttributeNames=["Num.*"], VisibilityTimeout=0)
    got("some MessageAttributes", {"Number": attributes["Number"]}, again["MessageAttributes"])
    got("ApproximateReceiveCount", "2", again["Attributes"]["ApproximateReceiveCount"])
    sqs.delete_message(**handle)
    refused("ReceiptHandleIsInvalid", sqs.delete_message, QueueUrl=queue, ReceiptHandle="nonsense")
    refused("InvalidParameterValue", sqs.send_message, QueueUrl=queue, MessageBody="late", DelaySeconds=901)


def batches():
    queue = create("boto3-batches")
    entries = [{"Id": f"m{n}", "MessageBody": str(n), "DelaySeconds": 901 if n == 9 else 0} for n in range(10)]
    sent = sqs.send_message_batch(QueueUrl=queue, Entries=entries)
    got("SendMessageBatch", [f"m{n}" for n in range(9)], [entry["Id"] for entry in sent["Successful"]])
    [bad] = sent["Failed"]
    got("a bad entry", ("m9", "InvalidParameterValue", True), (bad["Id"], bad["Code"], bad["SenderFault"]))
    received = receive(queue, MaxNumberOfMessages=10)
    got("receive of ten", [str(n) for n in range(9)], sorted(message["Body"] for message in received))
    handles = [{"Id": message["Body"], "ReceiptHandle": message["ReceiptHandle"]} for message in received]
    windows = [{**handle, "VisibilityTimeout": 0} for handle in handles]
    shown = sqs.change_message_visibility_batch(QueueUrl=queue, Entries=windows)
    got("ChangeMessageVisibilityBatch", 9, len(shown["Successful"]))
    got("visible again", "9", attribute(queue, "ApproximateNumberOfMessages"))
    deleted = sqs.delete_message_batch(QueueUrl=queue, Entries=[*handles, {"Id": "x", "ReceiptHandle": "nonsense"}])
    got("DeleteMessageBatch", 9, len(deleted["Successful"]))
    got("a bad handle", [("x", "ReceiptHandleIsInvalid")], [(e["Id"], e["Code"]) for e in deleted["Failed"]])
    empty, twice = [], [{"Id": "a", "MessageBody": "1"}, {"Id": "a", "MessageBody": "2"}]
    refused("AWS.SimpleQueueService.EmptyBatchRequest", sqs.send_message_batch, QueueUrl=queue, Entries=empty)
    refused("AWS.SimpleQueueService.BatchEntryIdsNotDistinct", sqs.send_message_batch, QueueUrl=queue, Entries=twice)


def waiting():
    queue = create("boto3-waiting")
    got("long poll of nothing", [], receive(queue, WaitTimeSeconds=1))
    threading.Timer(0.5, sqs.send_message, kwargs={"QueueUrl": queue, "MessageBody": "wake up"}).start()
    asked = time.monotonic()
    got("long poll", ["wake up"], bodies(queue, WaitTimeSeconds=20))
    got("long poll answers at the send", True, time.monotonic() - asked < 15)
    sqs.purge_queue(QueueUrl=queue)
    got("in flight after PurgeQueue", "0", attribute(queue, "ApproximateNumberOfMessagesNotVisible"))
    refused("AWS.SimpleQueueService.PurgeQueueInProgress", sqs.purge_queue, QueueUrl=queue)


def fifo():
    queue = create("boto3.fifo", FifoQueue="true")

    def send(body, group="g", key=None):
        ids = {"MessageGroupId": group, "MessageDeduplicationId": key or body}
        return sqs.send_message(QueueUrl=queue, MessageBody=body, **ids)

    one, again = send("one"), send("other words", key="one")
    got("a duplicate", [one["MessageId"], one["SequenceNumber"]], [again["MessageId"], again["SequenceNumber"]])
    two, _ = send("two"), send("three", group="h")
    got("SequenceNumber", True, int(two["SequenceNumber"]) > int(one["SequenceNumber"]))
    [first] = receive(queue)
    got("the first of the group", ("one", "g"), (first["Body"], first["Attributes"]["MessageGroupId"]))
    got("another group", ["three"], bodies(queue, MaxNumberOfMessages=10))
    sqs.delete_message(QueueUrl=queue, ReceiptHandle=first["ReceiptHandle"])
    got("the next of the group", ["two"], bodies(queue))
    refused("MissingParameter", sqs.send_message, QueueUrl=queue, MessageBody="no group")
    refused("InvalidParameterValue", sqs.send_message, QueueUrl=queue, MessageBody="no key", MessageGroupId="g")


def dead_letters():
    dead = create("boto3-dead")
    arn = attribute(dead, "QueueArn")
    got("QueueArn", "arn:aws:sqs:us-east-1:000000000000:boto3-dead", arn)
    source = create("boto3-source", RedrivePolicy=json.dumps({"deadLetterTargetArn": arn, "maxReceiveCount": 1}))
    got("ListDeadLetterSourceQueues", [source], sqs.list_dead_letter_source_queues(QueueUrl=dead)["queueUrls"])
    sqs.send_message(QueueUrl=source, MessageBody="boto3 poison")
    got("first receive", ["boto3 poison"], bodies(source, VisibilityTimeout=0))
    got("second receive", [], bodies(source))
    [letter] = receive(dead, VisibilityTimeout=0)
    origin = letter["Attributes"]["DeadLetterQueueSourceArn"]
    got("receive of the dead letter", ("boto3 poison", attribute(source, "QueueArn")), (letter["Body"], origin))
    handle = sqs.start_message_move_task(SourceArn=arn)["TaskHandle"]
    got("receive after the move", ["boto3 poison"], bodies(source, WaitTimeSeconds=5))
    task = ended(arn)
    got("move task", ("COMPLETED", 1), (task["Status"], task["ApproximateNumberOfMessagesMoved"]))
    refused("ResourceNotFoundException", sqs.cancel_message_move_task, TaskHandle=handle)


def ended(arn):
    """The newest task of a source, once it has ended; as it is after two seconds."""
    for _ in range(100):
        task = sqs.list_message_move_tasks(SourceArn=arn)["Results"][0]
        if task["Status"] != "RUNNING":
            break
        time.sleep(0.02)
    return task


for part in (queues, messages, batches, waiting, fifo, dead_letters):
    part()
print(f"boto3 {boto3.__version__}: {len(checked)} answers checked")
