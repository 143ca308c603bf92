import * as sqs from '@aws-sdk/client-sqs';
import { AwsQueryProtocol } from '@aws-sdk/core/protocols';
import type { CallName } from '../../src/core/calls.js';
import type { WireRequest, WireResponse } from '../../src/wire/http.js';
import { changed } from '../../src/wire/kinds.js';
import { operations } from '../../src/wire/operations.js';

/** The AWS SDK as the reference for both protocols: what it sends, and what it makes of an answer. */

export type Protocol = 'json' | 'query';
export const protocols: readonly Protocol[] = ['json', 'query'];

interface SdkRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body?: string | Uint8Array;
}

export const origin = 'https://sqs.us-east-1.amazonaws.com';

/** Sends one command through a client whose requests `answer` answers. */
async function send(
  protocol: Protocol,
  call: CallName,
  input: object,
  answer: (request: WireRequest) => WireResponse,
): Promise<Record<string, unknown>> {
  const requestHandler = {
    handle: async (request: SdkRequest) => {
      const { status: statusCode, headers, body } = answer(toWire(request));
      return { response: { statusCode, headers: { ...headers }, body: Buffer.from(body) } };
    },
  };
  const client = new sqs.SQSClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestHandler: requestHandler as never,
    useQueueUrlAsEndpoint: false,
    maxAttempts: 1,
    md5: false,
    ...(protocol === 'query' && { protocol: queryProtocol() as never }),
  });
  const command = new commands[call](changed(operations[call].input, input, { binary: toBytes }) as never);
  const { $metadata: _, ...output } = (await client.send(command as never)) as unknown as Record<string, unknown>;
  return changed(operations[call].output, output, { binary: toBase64 }) as Record<string, unknown>;
}

const queryProtocol = (): object =>
  new AwsQueryProtocol({
    defaultNamespace: 'com.amazonaws.sqs',
    xmlNamespace: 'http://queue.amazonaws.com/doc/2012-11-05/',
    version: '2012-11-05',
    errorTypeRegistries: sqs.errorTypeRegistries,
  });

const commands = Object.fromEntries(
  Object.entries(sqs).flatMap(([name, value]) => (name.endsWith('Command') ? [[name.slice(0, -7), value]] : [])),
) as Record<CallName, new (input: never) => object>;

const toBytes = (text: string): Uint8Array => Buffer.from(text, 'base64');
const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

function toWire({ method, path, query, headers, body = '' }: SdkRequest): WireRequest {
  return {
    method,
    path,
    query: String(new URLSearchParams(query)),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    body: typeof body === 'string' ? Buffer.from(body) : body,
    origin,
  };
}

class Kept extends Error {
  readonly request: WireRequest;

  constructor(request: WireRequest) {
    super('the request is all that was wanted');
    this.request = request;
  }
}

/** The request that the SDK makes of a call whose queues are named by URL. */
export async function requestOf(protocol: Protocol, call: CallName, input: object): Promise<WireRequest> {
  try {
    await send(protocol, call, input, (request) => {
      throw new Kept(request);
    });
  } catch (error) {
    if (error instanceof Kept) return error.request;
    throw error;
  }
  throw new Error('the SDK sent nothing');
}

/** What the SDK makes of the answer to a call: its output, or the error it throws. */
export const outputOf = (
  protocol: Protocol,
  call: CallName,
  input: object,
  answer: WireResponse,
): Promise<Record<string, unknown>> => send(protocol, call, input, () => answer);
