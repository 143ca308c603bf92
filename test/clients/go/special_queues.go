package main

import (
	"fmt"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go-v2/service/sqs/types"
)

func fifo() {
	queue := create("go.fifo", map[string]string{"FifoQueue": "true"})
	send := func(body, group, key string) *sqs.SendMessageOutput {
		return must(client.SendMessage(ctx, &sqs.SendMessageInput{
			QueueUrl: queue, MessageBody: &body, MessageGroupId: &group, MessageDeduplicationId: &key,
		}))
	}
	one, again := send("one", "g", "1"), send("other words", "g", "1")
	got("a duplicate's MessageId", *one.MessageId, *again.MessageId)
	got("a duplicate's SequenceNumber", *one.SequenceNumber, *again.SequenceNumber)
	two := send("two", "g", "2")
	got("SequenceNumber", true, *two.SequenceNumber > *one.SequenceNumber)
	got("the group in order", []string{"one", "two"}, bodies(receive(queue, 0)))
	send("three", "h", "3")
	send("four", "g", "4")
	got("only the other group", []string{"three"}, bodies(receive(queue, 0)))
	without := &sqs.SendMessageInput{QueueUrl: queue, MessageBody: aws.String("no group")}
	refused("MissingParameter")(client.SendMessage(ctx, without))
}

func deadLetters() {
	dead := create("go-dead", nil)
	arn := attribute(dead, "QueueArn")
	got("QueueArn", "arn:aws:sqs:us-east-1:000000000000:go-dead", arn)
	policy := fmt.Sprintf(`{"deadLetterTargetArn":"%s","maxReceiveCount":1}`, arn)
	source := create("go-source", map[string]string{"VisibilityTimeout": "0", "RedrivePolicy": policy})
	sources := must(client.ListDeadLetterSourceQueues(ctx, &sqs.ListDeadLetterSourceQueuesInput{QueueUrl: dead}))
	got("ListDeadLetterSourceQueues", []string{*source}, sources.QueueUrls)

	send(source, "go poison")
	got("first receive", []string{"go poison"}, bodies(receive(source, 0)))
	got("second receive", 0, len(receive(source, 0)))
	got("messages in the dead-letter queue", "1", attribute(dead, "ApproximateNumberOfMessages"))
	moving := must(client.StartMessageMoveTask(ctx, &sqs.StartMessageMoveTaskInput{SourceArn: &arn}))
	got("receive after the move", []string{"go poison"}, bodies(receive(source, 5)))
	task := ended(arn)
	got("ListMessageMoveTasks", "COMPLETED", *task.Status)
	got("messages moved", int64(1), task.ApproximateNumberOfMessagesMoved)
	cancel := &sqs.CancelMessageMoveTaskInput{TaskHandle: moving.TaskHandle}
	refused("ResourceNotFoundException")(client.CancelMessageMoveTask(ctx, cancel))
}

// The newest task of a source, once it has ended; as it is after two seconds.
func ended(arn string) types.ListMessageMoveTasksResultEntry {
	for tries := 0; ; tries++ {
		task := must(client.ListMessageMoveTasks(ctx, &sqs.ListMessageMoveTasksInput{SourceArn: &arn})).Results[0]
		if *task.Status != "RUNNING" || tries == 100 {
			return task
		}
		time.Sleep(20 * time.Millisecond)
	}
}
