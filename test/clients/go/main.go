// The AWS SDK for Go against the endpoint of AWS_ENDPOINT_URL_SQS. The first wrong answer ends it with exit code 1.
package main

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var (
	ctx    = context.Background()
	client = sqs.NewFromConfig(must(config.LoadDefaultConfig(ctx)))
)

func main() {
	queues()
	messages()
	batches()
	waiting()
	fifo()
	deadLetters()
	fmt.Printf("AWS SDK for Go %s: %d answers checked\n", aws.SDKVersion, checks)
}
