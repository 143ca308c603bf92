#!/bin/sh
# The AWS CLI against the endpoint of AWS_ENDPOINT_URL_SQS: aws_cli.sh PROGRAM. The first wrong answer ends it.
set -u

aws=$1
url=$AWS_ENDPOINT_URL_SQS
errors=$(mktemp)
trap 'rm -f "$errors"' EXIT
checks=0
# a queue that is deleted leaves its name free only after 60 s
name=cli-$$

# The AWS CLI before 2.13 does not know AWS_ENDPOINT_URL_SQS.
sqs() { "$aws" --endpoint-url "$url" --output text sqs "$@" 2>"$errors"; }

# got WHAT EXPECTED ACTUAL
got() {
  checks=$((checks + 1))
  [ "$2" = "$3" ] && return
  echo "$aws: $1: expected '$2', got '$3'" >&2
  cat "$errors" >&2
  exit 1
}

# got_nothing CALL MEMBERS...: answered, with nothing to say.
got_nothing() { got "$1" 'done' "$(sqs "$@" && echo 'done')"; }

# refused CODE CALL MEMBERS...
refused() {
  code=$1
  shift
  sqs "$@" >/dev/null
  got "refusal of $1" "$code" "$(sed -n 's/.*An error occurred (\([^)]*\)).*/\1/p' "$errors")"
}

# received EXPECTED: one message of the queue `q`, "body count producer"; sets `handle`.
received() {
  answer=$(sqs receive-message --queue-url "$q" --attribute-names All --message-attribute-names All --query \
    'Messages[0].[ReceiptHandle, Body, Attributes.ApproximateReceiveCount, MessageAttributes.Producer.StringValue]' |
    tr '\t' ' ')
  handle=${answer%% *}
  got receive-message "$1" "${answer#* }"
}

received_nothing() { got "$1" None "$(sqs receive-message --queue-url "$q" --query 'Messages[0].Body')"; }

# attribute NAME: its value in the queue `q`.
attribute() { sqs get-queue-attributes --queue-url "$q" --attribute-names "$1" --query "Attributes.$1"; }

queue() {
  q=$(sqs create-queue --queue-name "$name" --attributes VisibilityTimeout=60 --query QueueUrl)
  got create-queue "$url/000000000000/$name" "$q"
  got get-queue-url "$q" "$(sqs get-queue-url --queue-name "$name" --query QueueUrl)"
  got list-queues "$q" "$(sqs list-queues --queue-name-prefix "$name" --query 'QueueUrls[0]')"
  got get-queue-attributes 60 "$(attribute VisibilityTimeout)"
  refused QueueAlreadyExists create-queue --queue-name "$name" --attributes VisibilityTimeout=61
  got_nothing set-queue-attributes --queue-url "$q" --attributes VisibilityTimeout=50
  got set-queue-attributes 50 "$(attribute VisibilityTimeout)"
  got_nothing tag-queue --queue-url "$q" --tags team=donors
  got list-queue-tags donors "$(sqs list-queue-tags --queue-url "$q" --query Tags.team)"
  got_nothing untag-queue --queue-url "$q" --tag-keys team
  got_nothing add-permission --queue-url "$q" --label friends --aws-account-ids 111111111111 --actions SendMessage
  got add-permission friends "$(attribute Policy | sed -n 's/.*"Sid":"\([^"]*\)".*/\1/p')"
  got_nothing remove-permission --queue-url "$q" --label friends
}

messages() {
  text='{"JobType":{"DataType":"String","StringValue":"NewDonor"},'
  text="$text"'"Producer":{"DataType":"String","StringValue":"Slow"}}'
  got send-message '5d41402abc4b2a76b9719d911017c592 3d69062df9b93571f431c178b5c5ee60' \
    "$(sqs send-message --queue-url "$q" --message-body hello --message-attributes "$text" \
      --query 'join(`" "`, [MD5OfMessageBody, MD5OfMessageAttributes])')"
  received 'hello 1 Slow'
  got_nothing change-message-visibility --queue-url "$q" --receipt-handle "$handle" --visibility-timeout 0
  received 'hello 2 Slow'
  received_nothing 'receive-message inside the window'
  got_nothing delete-message --queue-url "$q" --receipt-handle "$handle"
  refused ReceiptHandleIsInvalid delete-message --queue-url "$q" --receipt-handle nonsense
}

batches() {
  got send-message-batch 'a InvalidParameterValue' "$(sqs send-message-batch --queue-url "$q" \
    --entries '[{"Id":"a","MessageBody":"1"},{"Id":"b","MessageBody":"2","DelaySeconds":901}]' \
    --query 'join(`" "`, [Successful[0].Id, Failed[0].Code])')"
  received '1 1 None'
  got change-message-visibility-batch c "$(sqs change-message-visibility-batch --queue-url "$q" \
    --entries "Id=c,ReceiptHandle=$handle,VisibilityTimeout=0" --query 'Successful[0].Id')"
  received '1 2 None'
  got delete-message-batch 'd ReceiptHandleIsInvalid' "$(sqs delete-message-batch --queue-url "$q" \
    --entries "Id=d,ReceiptHandle=$handle" Id=e,ReceiptHandle=nonsense \
    --query 'join(`" "`, [Successful[0].Id, Failed[0].Code])')"
}

waiting() {
  (sleep 3; sqs send-message --queue-url "$q" --message-body 'wake up') >/dev/null &
  got 'receive-message that waits' 'wake up' \
    "$(sqs receive-message --queue-url "$q" --wait-time-seconds 20 --query 'Messages[0].Body')"
  got 'messages in flight' 1 "$(attribute ApproximateNumberOfMessagesNotVisible)"
  got_nothing purge-queue --queue-url "$q"
  got 'messages after purge-queue' 0 "$(attribute ApproximateNumberOfMessagesNotVisible)"
  got_nothing delete-queue --queue-url "$q"
  refused AWS.SimpleQueueService.NonExistentQueue get-queue-url --queue-name "$name"
}

fifo() {
  q=$(sqs create-queue --queue-name "$name.fifo" --attributes FifoQueue=true --query QueueUrl)
  first=$(send_to_group one)
  got 'the same send again' "$first" "$(send_to_group one)"
  send_to_group two >/dev/null
  received 'one 1 None'
  received_nothing 'receive-message of a group in flight'
  got_nothing delete-message --queue-url "$q" --receipt-handle "$handle"
  received 'two 1 None'
  refused MissingParameter send-message --queue-url "$q" --message-body 'no group'
  got_nothing delete-queue --queue-url "$q"
}

send_to_group() {
  sqs send-message --queue-url "$q" --message-body "$1" --message-group-id g --message-deduplication-id "$1" \
    --query MessageId
}

dead_letters() {
  dead=$(sqs create-queue --queue-name "$name-dead" --query QueueUrl)
  policy='{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:'$name'-dead\",\"maxReceiveCount\":1}'
  q=$(sqs create-queue --queue-name "$name-source" --query QueueUrl \
    --attributes "{\"VisibilityTimeout\":\"0\",\"RedrivePolicy\":\"$policy\"}")
  got list-dead-letter-source-queues "$q" \
    "$(sqs list-dead-letter-source-queues --queue-url "$dead" --query 'queueUrls[0]')"
  sqs send-message --queue-url "$q" --message-body "$name" >/dev/null
  received "$name 1 None"
  received_nothing 'receive-message of a dead letter from its source'
  got_nothing delete-queue --queue-url "$q"
  q=$dead
  received "$name 2 None"
  got_nothing delete-queue --queue-url "$dead"
}

protocol() {
  "$aws" --endpoint-url "$url" --debug sqs list-queues 2>&1 |
    grep -q 'Content-Type.*application/x-www-form-urlencoded' && echo Query || echo JSON
}

queue
messages
batches
waiting
fifo
dead_letters
echo "$("$aws" --version 2>&1 | cut -d ' ' -f 1), $(protocol): $checks answers checked"
