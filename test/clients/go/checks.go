package main

import (
	"crypto/md5"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"os"
	"reflect"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go-v2/service/sqs/types"
	"github.com/aws/smithy-go"
)

var checks = 0

func got(what string, expected, actual any) {
	checks++
	if !reflect.DeepEqual(expected, actual) {
		fail("%s: expected %#v, got %#v", what, expected, actual)
	}
}

func must[T any](output T, err error) T {
	if err != nil {
		fail("%v", err)
	}
	return output
}

// refused takes the two results of a call.
func refused(code string) func(_ any, err error) {
	return func(_ any, err error) {
		var refusal smithy.APIError
		if !errors.As(err, &refusal) {
			fail("not refused with %s: %v", code, err)
		}
		got("refusal", code, refusal.ErrorCode())
	}
}

func fail(format string, values ...any) {
	fmt.Fprintf(os.Stderr, "AWS SDK for Go: "+format+"\n", values...)
	os.Exit(1)
}

func create(name string, attributes map[string]string) *string {
	return must(client.CreateQueue(ctx, &sqs.CreateQueueInput{QueueName: &name, Attributes: attributes})).QueueUrl
}

func attribute(queue *string, name types.QueueAttributeName) string {
	input := &sqs.GetQueueAttributesInput{QueueUrl: queue, AttributeNames: []types.QueueAttributeName{name}}
	return must(client.GetQueueAttributes(ctx, input)).Attributes[string(name)]
}

func send(queue *string, body string) *sqs.SendMessageOutput {
	return must(client.SendMessage(ctx, &sqs.SendMessageInput{QueueUrl: queue, MessageBody: &body}))
}

// receive asks for up to ten messages with all that they carry. The SDK checks the digests of their bodies.
func receive(queue *string, wait int32) []types.Message {
	return must(client.ReceiveMessage(ctx, &sqs.ReceiveMessageInput{
		QueueUrl:                    queue,
		MaxNumberOfMessages:         10,
		WaitTimeSeconds:             wait,
		MessageAttributeNames:       []string{"All"},
		MessageSystemAttributeNames: []types.MessageSystemAttributeName{types.MessageSystemAttributeNameAll},
	})).Messages
}

func bodies(messages []types.Message) []string {
	all := []string{}
	for _, message := range messages {
		all = append(all, *message.Body)
	}
	return all
}

// attributesMD5 is as AWS writes it down: length and bytes of name, type and value, sorted by name; 1 marks text, 2 bytes.
func attributesMD5(attributes map[string]types.MessageAttributeValue) string {
	digest := md5.New()
	part := func(value []byte) {
		binary.Write(digest, binary.BigEndian, uint32(len(value)))
		digest.Write(value)
	}
	for _, name := range slices.Sorted(maps.Keys(attributes)) {
		attribute := attributes[name]
		part([]byte(name))
		part([]byte(*attribute.DataType))
		if attribute.BinaryValue != nil {
			digest.Write([]byte{2})
			part(attribute.BinaryValue)
		} else {
			digest.Write([]byte{1})
			part([]byte(*attribute.StringValue))
		}
	}
	return hex.EncodeToString(digest.Sum(nil))
}
