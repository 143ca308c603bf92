package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go-v2/service/sqs/types"
)

func queues() {
	queue := create("go", map[string]string{"VisibilityTimeout": "60"})
	got("GetQueueUrl", queue, must(client.GetQueueUrl(ctx, &sqs.GetQueueUrlInput{QueueName: aws.String("go")})).QueueUrl)
	other := &sqs.CreateQueueInput{QueueName: aws.String("go"), Attributes: map[string]string{"VisibilityTimeout": "61"}}
	refused("QueueAlreadyExists")(client.CreateQueue(ctx, other))
	listed := must(client.ListQueues(ctx, &sqs.ListQueuesInput{QueueNamePrefix: aws.String("go")}))
	got("ListQueues", []string{*queue}, listed.QueueUrls)

	changes := map[string]string{"VisibilityTimeout": "50"}
	must(client.SetQueueAttributes(ctx, &sqs.SetQueueAttributesInput{QueueUrl: queue, Attributes: changes}))
	got("SetQueueAttributes", "50", attribute(queue, "VisibilityTimeout"))
	tags := map[string]string{"team": "기부자", "stage": "test"}
	must(client.TagQueue(ctx, &sqs.TagQueueInput{QueueUrl: queue, Tags: tags}))
	must(client.UntagQueue(ctx, &sqs.UntagQueueInput{QueueUrl: queue, TagKeys: []string{"stage"}}))
	tagged := must(client.ListQueueTags(ctx, &sqs.ListQueueTagsInput{QueueUrl: queue}))
	got("ListQueueTags", map[string]string{"team": "기부자"}, tagged.Tags)
	must(client.AddPermission(ctx, &sqs.AddPermissionInput{
		QueueUrl: queue, Label: aws.String("friends"), AWSAccountIds: []string{"111111111111"}, Actions: []string{"*"},
	}))
	got("AddPermission", true, strings.Contains(attribute(queue, "Policy"), `"Sid":"friends"`))
	must(client.RemovePermission(ctx, &sqs.RemovePermissionInput{QueueUrl: queue, Label: aws.String("friends")}))
	got("RemovePermission", false, strings.Contains(attribute(queue, "Policy"), "friends"))

	must(client.DeleteQueue(ctx, &sqs.DeleteQueueInput{QueueUrl: queue}))
	send := &sqs.SendMessageInput{QueueUrl: queue, MessageBody: aws.String("x")}
	refused("AWS.SimpleQueueService.NonExistentQueue")(client.SendMessage(ctx, send))
}

func messages() {
	queue := create("go-messages", nil)
	attributes := map[string]types.MessageAttributeValue{
		"Producer": {DataType: aws.String("String"), StringValue: aws.String("Slow")},
		"JobType":  {DataType: aws.String("String"), StringValue: aws.String("NewDonor")},
		"Bytes":    {DataType: aws.String("Binary.raw"), BinaryValue: []byte{0, 1, 254, 255}},
	}
	body := "{\"a\": \"é\t\n😀 <&>\"}"
	sent := must(client.SendMessage(ctx, &sqs.SendMessageInput{
		QueueUrl: queue, MessageBody: &body, MessageAttributes: attributes,
	}))
	message := receive(queue, 0)[0]
	got("MessageId", sent.MessageId, message.MessageId)
	got("Body", body, *message.Body)
	got("MessageAttributes", attributes, message.MessageAttributes)
	got("MD5OfMessageAttributes", attributesMD5(attributes), *message.MD5OfMessageAttributes)
	got("MD5OfMessageAttributes, sent", attributesMD5(attributes), *sent.MD5OfMessageAttributes)
	got("ApproximateReceiveCount", "1", message.Attributes["ApproximateReceiveCount"])
	got("receive inside the window", 0, len(receive(queue, 0)))
	must(client.ChangeMessageVisibility(ctx, &sqs.ChangeMessageVisibilityInput{
		QueueUrl: queue, ReceiptHandle: message.ReceiptHandle, VisibilityTimeout: 0,
	}))
	again := receive(queue, 0)[0]
	got("ApproximateReceiveCount", "2", again.Attributes["ApproximateReceiveCount"])
	must(client.DeleteMessage(ctx, &sqs.DeleteMessageInput{QueueUrl: queue, ReceiptHandle: again.ReceiptHandle}))
	nonsense := &sqs.DeleteMessageInput{QueueUrl: queue, ReceiptHandle: aws.String("nonsense")}
	refused("ReceiptHandleIsInvalid")(client.DeleteMessage(ctx, nonsense))
	late := &sqs.SendMessageInput{QueueUrl: queue, MessageBody: &body, DelaySeconds: 901}
	refused("InvalidParameterValue")(client.SendMessage(ctx, late))
}

func batches() {
	queue := create("go-batches", nil)
	var entries []types.SendMessageBatchRequestEntry
	for n := range 10 {
		entries = append(entries, types.SendMessageBatchRequestEntry{
			Id: aws.String(fmt.Sprint("m", n)), MessageBody: aws.String(fmt.Sprint(n)), DelaySeconds: int32(n / 9 * 901),
		})
	}
	sent := must(client.SendMessageBatch(ctx, &sqs.SendMessageBatchInput{QueueUrl: queue, Entries: entries}))
	got("SendMessageBatch", 9, len(sent.Successful))
	got("a bad entry", []string{"m9", "InvalidParameterValue"}, []string{*sent.Failed[0].Id, *sent.Failed[0].Code})

	var windows []types.ChangeMessageVisibilityBatchRequestEntry
	var handles []types.DeleteMessageBatchRequestEntry
	for _, message := range receive(queue, 0) {
		windows = append(windows, types.ChangeMessageVisibilityBatchRequestEntry{
			Id: message.Body, ReceiptHandle: message.ReceiptHandle, VisibilityTimeout: 0,
		})
		handles = append(handles, deletion(message.Body, message.ReceiptHandle))
	}
	changes := &sqs.ChangeMessageVisibilityBatchInput{QueueUrl: queue, Entries: windows}
	got("ChangeMessageVisibilityBatch", 9, len(must(client.ChangeMessageVisibilityBatch(ctx, changes)).Successful))
	got("visible again", "9", attribute(queue, "ApproximateNumberOfMessages"))
	handles = append(handles, deletion(aws.String("x"), aws.String("nonsense")))
	deleted := must(client.DeleteMessageBatch(ctx, &sqs.DeleteMessageBatchInput{QueueUrl: queue, Entries: handles}))
	got("DeleteMessageBatch", 9, len(deleted.Successful))
	got("a bad handle", []string{"x", "ReceiptHandleIsInvalid"}, []string{*deleted.Failed[0].Id, *deleted.Failed[0].Code})
	empty := &sqs.SendMessageBatchInput{QueueUrl: queue, Entries: []types.SendMessageBatchRequestEntry{}}
	refused("AWS.SimpleQueueService.EmptyBatchRequest")(client.SendMessageBatch(ctx, empty))
}

func deletion(id, handle *string) types.DeleteMessageBatchRequestEntry {
	return types.DeleteMessageBatchRequestEntry{Id: id, ReceiptHandle: handle}
}

func waiting() {
	queue := create("go-waiting", nil)
	got("long poll of nothing", 0, len(receive(queue, 1)))
	time.AfterFunc(500*time.Millisecond, func() { send(queue, "wake up") })
	asked := time.Now()
	got("long poll", []string{"wake up"}, bodies(receive(queue, 20)))
	got("long poll answers at the send", true, time.Since(asked) < 15*time.Second)
	must(client.PurgeQueue(ctx, &sqs.PurgeQueueInput{QueueUrl: queue}))
	got("in flight after PurgeQueue", "0", attribute(queue, "ApproximateNumberOfMessagesNotVisible"))
	refused("AWS.SimpleQueueService.PurgeQueueInProgress")(client.PurgeQueue(ctx, &sqs.PurgeQueueInput{QueueUrl: queue}))
}
