import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The ceiling: a server that reads its requests, looks at one header of theirs and has all its answers ready. */
const answers: Readonly<Record<string, string>> = {
  CreateQueue: '{"QueueUrl":"http://127.0.0.1/000000000000/bench"}',
  SendMessage:
    '{"MD5OfMessageBody":"00000000000000000000000000000000","MessageId":"00000000-0000-4000-8000-000000000000"}',
  ReceiveMessage: `{"Messages":[{"Body":"${'x'.repeat(100)}","MD5OfBody":"00000000000000000000000000000000","MessageId":"00000000-0000-4000-8000-000000000000","ReceiptHandle":"${'h'.repeat(60)}"}]}`,
  DeleteMessage: '{}',
  DeleteQueue: '{}',
};

const server = createServer((request, response) => {
  const body = answers[String(request.headers['x-amz-target']).slice('AmazonSQS.'.length)]!;
  request.resume().on('end', () => {
    response.writeHead(200, {
      'content-type': 'application/x-amz-json-1.0',
      'x-amzn-requestid': '00000000-0000-4000-8000-000000000000',
      'content-length': body.length,
    });
    response.end(body);
  });
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
