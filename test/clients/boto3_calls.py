"""boto3 against the endpoint of AWS_ENDPOINT_URL_SQS. A wrong answer ends the program with an AssertionError."""

import threading
import time

import boto3

sqs = boto3.client("sqs")
checks = 0


def got(what, expected, actual):
    global checks
    checks += 1
    assert actual == expected, f"{what}: expected {expected!r}, got {actual!r}"


def refused(code, call, **members):
    try:
        call(**members)
    except sqs.exceptions.ClientError as error:
        got("refusal", code, error.response["Error"]["Code"])
    else:
        raise AssertionError(f"not refused with {code}")


def bodies(queue, **members):
    answer = sqs.receive_message(QueueUrl=queue, **members)
    return [message["Body"] for message in answer.get("Messages", [])]


def messages():
    queue = sqs.create_queue(QueueName="boto3")["QueueUrl"]
    got("GetQueueUrl", queue, sqs.get_queue_url(QueueName="boto3")["QueueUrl"])

    attributes = {
        "Text": {"DataType": "String", "StringValue": "기부자 <&>"},
        "Number": {"DataType": "Number.int", "StringValue": "7"},
        "Bytes": {"DataType": "Binary", "BinaryValue": bytes(range(256))},
    }
    sent = sqs.send_message(QueueUrl=queue, MessageBody='{"a": "é\t\n😀"}', MessageAttributes=attributes)
    [message] = sqs.receive_message(
        QueueUrl=queue, MessageAttributeNames=["All"], MessageSystemAttributeNames=["All"]
    )["Messages"]
    got("MessageId", sent["MessageId"], message["MessageId"])
    got("MD5OfMessageAttributes", sent["MD5OfMessageAttributes"], message["MD5OfMessageAttributes"])
    got("Body", '{"a": "é\t\n😀"}', message["Body"])
    got("MessageAttributes", attributes, message["MessageAttributes"])
    got("ApproximateReceiveCount", "1", message["Attributes"]["ApproximateReceiveCount"])
    got("receive inside the window", [], bodies(queue))
    handle = {"QueueUrl": queue, "ReceiptHandle": message["ReceiptHandle"]}
    sqs.change_message_visibility(**handle, VisibilityTimeout=0)
    got("receive after the window", ['{"a": "é\t\n😀"}'], bodies(queue, VisibilityTimeout=0))
    sqs.delete_message(**handle)
    got("long poll of nothing", [], bodies(queue, WaitTimeSeconds=1))

    threading.Timer(0.5, sqs.send_message, kwargs={"QueueUrl": queue, "MessageBody": "wake up"}).start()
    asked = time.monotonic()
    got("long poll", ["wake up"], bodies(queue, WaitTimeSeconds=20))
    got("long poll answers at the send", True, time.monotonic() - asked < 15)

    refused("InvalidParameterValue", sqs.send_message, QueueUrl=queue, MessageBody="late", DelaySeconds=901)
    sqs.delete_queue(QueueUrl=queue)
    refused("AWS.SimpleQueueService.NonExistentQueue", sqs.send_message, QueueUrl=queue, MessageBody="x")


def dead_letters():
    dead = sqs.create_queue(QueueName="boto3-dead")["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=dead, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    got("QueueArn", "arn:aws:sqs:us-east-1:000000000000:boto3-dead", arn)
    policy = f'{{"deadLetterTargetArn": "{arn}", "maxReceiveCount": 1}}'
    source = sqs.create_queue(QueueName="boto3-source", Attributes={"RedrivePolicy": policy})["QueueUrl"]
    got("ListDeadLetterSourceQueues", [source], sqs.list_dead_letter_source_queues(QueueUrl=dead)["queueUrls"])
    sqs.send_message(QueueUrl=source, MessageBody="poison")
    got("first receive", ["poison"], bodies(source, VisibilityTimeout=0))
    got("second receive", [], bodies(source))
    got("receive of the dead letter", ["poison"], bodies(dead, VisibilityTimeout=0))
    sqs.start_message_move_task(SourceArn=arn)
    got("receive after the move", ["poison"], bodies(source, WaitTimeSeconds=5))
    task = sqs.list_message_move_tasks(SourceArn=arn)["Results"][0]
    got("move task", ("COMPLETED", 1), (task["Status"], task["ApproximateNumberOfMessagesMoved"]))


messages()
dead_letters()
print(f"boto3 {boto3.__version__}: {checks} answers checked")
