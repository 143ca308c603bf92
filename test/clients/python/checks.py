"""What the calls have in common: a client, and ways to ask it and to compare."""

from hashlib import md5

import boto3

sqs = boto3.client("sqs")
checked = []


def got(what, expected, actual):
    checked.append(what)
    assert actual == expected, f"{what}: expected {expected!r}, got {actual!r}"


def refused(code, call, **members):
    try:
        call(**members)
    except sqs.exceptions.ClientError as error:
        got("refusal", code, error.response["Error"]["Code"])
    else:
        raise AssertionError(f"not refused with {code}")


def create(name, **attributes):
    return sqs.create_queue(QueueName=name, Attributes=attributes)["QueueUrl"]


def receive(queue, **members):
    """The messages of one answer, with all that they carry."""
    asked = {"MessageAttributeNames": ["All"], "MessageSystemAttributeNames": ["All"], **members}
    return sqs.receive_message(QueueUrl=queue, **asked).get("Messages", [])


def bodies(queue, **members):
    return [message["Body"] for message in receive(queue, **members)]


def attribute(queue, name):
    return sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=[name])["Attributes"][name]


def attributes_md5(attributes):
    """As AWS writes it down: length and bytes of name, type and value, sorted by name; 1 marks text, 2 bytes."""
    digest = md5()

    def part(value):
        digest.update(len(value).to_bytes(4, "big") + value)

    for name, attribute in sorted(attributes.items()):
        part(name.encode())
        part(attribute["DataType"].encode())
        is_binary = "BinaryValue" in attribute
        digest.update(b"\x02" if is_binary else b"\x01")
        part(attribute["BinaryValue"] if is_binary else attribute["StringValue"].encode())
    return digest.hexdigest()
