import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Rules } from '../models/rules.js';
import { Sqs } from '../models/sqs/service.js';
import type { Call, Reply } from '../src/core/calls.js';
import { modelEndpoint } from '../src/endpoints/model.js';
import { wallClock } from '../src/time/wall.js';

export interface Served {
  url: string;
  /** Names of the queues that exist. */
  queues(): string[];
  stop(): void;
}

/** The model as a server that speaks SQS's JSON protocol on a real clock. */
export async function serveModel(rules?: Rules): Promise<Served> {
  const service = new Sqs(rules, Date.now());
  const endpoint = modelEndpoint(service, wallClock());
  const { url, stop } = await serve(async (request, body) => {
    const call = String(request.headers['x-amz-target']).replace('AmazonSQS.', '');
    return answerOf(await endpoint.call(named(call, JSON.parse(body)), () => 0), `http://${request.headers.host}`);
  });
  return { url, stop, queues: () => [...service.queues.keys()] };
}

/** A server of any kind of answer. */
export async function serve(
  answer: (request: IncomingMessage, body: string) => Promise<Answer> | Answer,
): Promise<Omit<Served, 'queues'>> {
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { status = 200, headers, text } = await answer(request, body);
    response.writeHead(status, headers);
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}

export interface Answer {
  status?: number;
  headers: Record<string, string>;
  text: string;
}

/** The model knows queues by their bare names. */
function named(call: string, input: Record<string, unknown>): Call {
  const { QueueUrl } = input;
  const bare = typeof QueueUrl === 'string' ? { QueueUrl: QueueUrl.slice(QueueUrl.lastIndexOf('/') + 1) } : {};
  return { call, input: { ...input, ...bare } } as Call;
}

function answerOf(reply: Reply, host: string): Answer {
  const headers = { 'content-type': 'application/x-amz-json-1.0' };
  if (reply.kind === 'ok') return { headers, text: JSON.stringify(withUrls(reply.output, host)) };
  if (reply.kind === 'unknown') return { status: 500, headers, text: '{}' };
  const { code, status, message, legacy = code } = reply;
  const text = JSON.stringify({ __type: `com.amazonaws.sqs#${code}`, message });
  return { status, headers: { ...headers, 'x-amzn-query-error': `${legacy};Sender` }, text };
}

function withUrls(output: object, host: string): object {
  const { QueueUrl, QueueUrls } = output as { QueueUrl?: string; QueueUrls?: string[] };
  const urlOf = (name: string): string => `${host}/000000000000/${name}`;
  return {
    ...output,
    ...(QueueUrl !== undefined && { QueueUrl: urlOf(QueueUrl) }),
    ...(QueueUrls !== undefined && { QueueUrls: QueueUrls.map(urlOf) }),
  };
}
