import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import {
  AddPermissionCommand,
  CancelMessageMoveTaskCommand,
  ChangeMessageVisibilityBatchCommand,
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListDeadLetterSourceQueuesCommand,
  ListMessageMoveTasksCommand,
  ListQueuesCommand,
  ListQueueTagsCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  RemovePermissionCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
  type SQSClientConfig,
  SQSServiceException,
  StartMessageMoveTaskCommand,
  TagQueueCommand,
  UntagQueueCommand,
} from '@aws-sdk/client-sqs';
import type { Call, CallName, Calls, Ok, Refusal, Unknown } from '../core/calls.js';
import type { Millis } from '../core/clock.js';
import type { Choose } from '../core/endpoint.js';
import { limits } from '../core/limits.js';
import { outputs } from '../trace/calls.js';
import { type Fields, isFields, mapValues } from './fields.js';

/**
 * What came of one request. Where it is not ok, `failure` says how: `silent`, no whole answer came; `foreign`, what came
 * is not an answer of SQS; `refused`, SQS said no, or that it failed.
 */
export type Answer =
  | { reply: Ok; failure?: never }
  | { reply: Refusal | Unknown; failure: { how: 'silent' | 'foreign' | 'refused'; why: string } };

/** An unknown reply to a call that nobody answered. */
export const noAnswer = (why: string): Answer => ({ reply: { kind: 'unknown', why }, failure: { how: 'silent', why } });

/** Long enough for a connection on the same machine or continent. */
const connectionTimeout: Millis = 2000;
/** What a request may take beyond its own wait. */
const patience: Millis = 10_000;
/** Nothing on the wire for so long: the body of an answer that never ends. */
const socketTimeout: Millis = limits.waitMax * 1000 + 15_000;

/** Settings with which the SDK looks up nothing: no profiles, no environment, no metadata service. */
export const nothingLookedUp = {
  useQueueUrlAsEndpoint: false,
  useFipsEndpoint: false,
  useDualstackEndpoint: false,
  defaultsMode: 'standard',
  retryMode: 'standard',
  authSchemePreference: [],
  disableClockSkewCorrection: false,
  userAgentAppId: 'redrive',
} satisfies SQSClientConfig;

/**
 * An SDK client that talks to `endpoint` and to nobody else, whatever QueueUrl says (sqs:W3): no retries, no MD5 check of
 * its own. Clients of equal `maxSockets` share their sockets.
 */
export function sdkClient(endpoint: string, maxSockets: number, signer: Signer = fromEnvironment()): SQSClient {
  return new SQSClient({ ...settings(maxSockets), ...signer, endpoint });
}

const settings = (maxSockets: number): SQSClientConfig => ({
  ...nothingLookedUp,
  maxAttempts: 1,
  md5: false,
  requestHandler: { ...agents(maxSockets), connectionTimeout, socketTimeout, throwOnRequestTimeout: true },
});

const awsClients = new Map<string, Promise<SQSClient>>();

/**
 * An SDK client for AWS itself, with the SDK's own ways to find credentials and address; one for each region and number of
 * sockets, so that they are looked up once. @throws what the SDK says when it finds no credentials
 */
export function awsClient(region: string, maxSockets: number): Promise<SQSClient> {
  const key = `${region}/${maxSockets}`;
  const known = awsClients.get(key) ?? withCredentials(new SQSClient({ ...settings(maxSockets), region }));
  awsClients.set(key, known);
  return known;
}

async function withCredentials(client: SQSClient): Promise<SQSClient> {
  await client.config.credentials();
  return client;
}

/** Who signs, and for which region. */
export type Signer = Required<Pick<SQSClientConfig, 'region' | 'credentials'>>;

const fromEnvironment = (): Signer => ({ region: region(), credentials: credentials() });

/** The region of the environment, or us-east-1. */
export function region(): string {
  return process.env.AWS_REGION || process.env.AWS_DEFAULT_REGION || 'us-east-1';
}

/** The keys of the environment, or dummies that emulators accept. */
function credentials(): { accessKeyId: string; secretAccessKey: string; sessionToken?: string } {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
  if (!AWS_ACCESS_KEY_ID) return { accessKeyId: 'test', secretAccessKey: 'test' };
  const keys = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY ?? '' };
  return AWS_SESSION_TOKEN ? { ...keys, sessionToken: AWS_SESSION_TOKEN } : keys;
}

type Agents = { httpAgent: HttpAgent; httpsAgent: HttpsAgent };
const agentsBySockets = new Map<number, Agents>();

/** With a timeout of its own an agent heeds the server's keep-alive hint, and no request meets a closing socket. */
function agents(maxSockets: number): Agents {
  let pair = agentsBySockets.get(maxSockets);
  if (pair === undefined) {
    const options = { keepAlive: true, maxSockets, timeout: 60_000 };
    pair = { httpAgent: new HttpAgent(options), httpsAgent: new HttpsAgent(options) };
    agentsBySockets.set(maxSockets, pair);
  }
  return pair;
}

type Command = Parameters<SQSClient['send']>[0];

/** The SDK's command for each call. */
export const commands: Record<CallName, new (input: never) => object> = {
  CreateQueue: CreateQueueCommand,
  DeleteQueue: DeleteQueueCommand,
  GetQueueUrl: GetQueueUrlCommand,
  ListQueues: ListQueuesCommand,
  GetQueueAttributes: GetQueueAttributesCommand,
  SetQueueAttributes: SetQueueAttributesCommand,
  SendMessage: SendMessageCommand,
  SendMessageBatch: SendMessageBatchCommand,
  ReceiveMessage: ReceiveMessageCommand,
  DeleteMessage: DeleteMessageCommand,
  DeleteMessageBatch: DeleteMessageBatchCommand,
  ChangeMessageVisibility: ChangeMessageVisibilityCommand,
  ChangeMessageVisibilityBatch: ChangeMessageVisibilityBatchCommand,
  PurgeQueue: PurgeQueueCommand,
  TagQueue: TagQueueCommand,
  UntagQueue: UntagQueueCommand,
  ListQueueTags: ListQueueTagsCommand,
  AddPermission: AddPermissionCommand,
  RemovePermission: RemovePermissionCommand,
  ListDeadLetterSourceQueues: ListDeadLetterSourceQueuesCommand,
  StartMessageMoveTask: StartMessageMoveTaskCommand,
  ListMessageMoveTasks: ListMessageMoveTasksCommand,
  CancelMessageMoveTask: CancelMessageMoveTaskCommand,
};

/** What may go with a call through the SDK to its request handler. */
export type SendOptions = { abortSignal?: AbortSignal; choose?: Choose; op?: string };

/** One call through the SDK. Never throws: whatever the SDK cannot send, read or wait for is an unknown reply. */
export async function ask(client: SQSClient, call: Call, options: SendOptions = {}): Promise<Answer> {
  try {
    const command = new commands[call.call](toWire(call.input) as never) as Command;
    const { $metadata: _, ...output } = await client.send(command, { requestTimeout: timeoutOf(call), ...options });
    return heardOut(call, fromWire(output));
  } catch (error) {
    return failed(error);
  }
}

/** An answer without what no reading of a history can do without says as little as none. */
function heardOut({ call }: Call, output: Ok['output']): Answer {
  const wrong = outputs[call](output);
  if (wrong === undefined) return { reply: { kind: 'ok', output } };
  const why = `in the answer ${wrong.where.slice(1)} ${wrong.says}`;
  return { reply: { kind: 'unknown', why }, failure: { how: 'foreign', why } };
}

function timeoutOf(call: Call): Millis {
  if (call.call !== 'ReceiveMessage') return patience;
  const wait = Number(call.input.WaitTimeSeconds ?? limits.waitMax);
  return (Math.min(Math.max(wait, 0), limits.waitMax) || 0) * 1000 + patience;
}

/** Binary values are base64 text in a history and bytes in the SDK (sqs:W14). */
function toWire(input: Fields): Fields {
  return overEach(withBinary(input, toBytes), 'Entries', toBytes);
}
function fromWire(output: Fields): Calls[CallName]['output'] {
  return overEach(output, 'Messages', toText);
}
const toBytes = (value: unknown): unknown => (typeof value === 'string' ? Buffer.from(value, 'base64') : value);
const toText = (value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;

function overEach(fields: Fields, list: string, change: (value: unknown) => unknown): Fields {
  const items = fields[list];
  if (!Array.isArray(items)) return fields;
  return { ...fields, [list]: items.map((item) => (isFields(item) ? withBinary(item, change) : item)) };
}

function withBinary(holder: Fields, change: (value: unknown) => unknown): Fields {
  const changed = { ...holder };
  for (const member of ['MessageAttributes', 'MessageSystemAttributes']) {
    const attributes = holder[member];
    if (!isFields(attributes)) continue;
    changed[member] = mapValues(attributes, (attribute) =>
      isFields(attribute) && 'BinaryValue' in attribute
        ? { ...attribute, BinaryValue: change(attribute.BinaryValue) }
        : attribute,
    );
  }
  return changed;
}

/** A 4xx is a refusal and a 5xx a failure of the server, whatever the body; what is no such answer is none at all. */
function failed(error: unknown): Answer {
  const { status, code, message, legacy, how } = heard(error);
  const why = [status && `HTTP ${status}`, code, message].filter(Boolean).join(': ');
  const answered = status !== undefined && status >= 400;
  const reply: Refusal | Unknown = answered
    ? { kind: 'error', code: code ?? 'Unknown', status, message, ...(legacy !== undefined && { legacy }) }
    : { kind: 'unknown', why };
  return { reply, failure: { how, why } };
}

interface Heard {
  how: 'silent' | 'foreign' | 'refused';
  message: string;
  status?: number | undefined;
  /** The JSON name, and the code of the x-amzn-query-error header where there was one (sqs:W12, sqs:W16). */
  code?: string | undefined;
  legacy?: string | undefined;
}

/** What the server said, taken out of the SDK's error. The SDK itself prefers the legacy code as the error's name. */
function heard(error: unknown): Heard {
  const { name, message, $metadata, $response } = error as Partial<SQSServiceException>;
  const status = $metadata?.httpStatusCode;
  if (error instanceof SyntaxError) return { how: 'foreign', status, message: 'the body is not JSON' };
  if (!(error instanceof SQSServiceException)) return { how: 'silent', message: roadTrouble(error) };
  const type = (error as { __type?: unknown }).__type;
  const legacy: string | undefined = $response?.headers['x-amzn-query-error']?.split(';')[0];
  const said = { status, message: String(message), legacy };
  if (typeof type === 'string') return { ...said, how: 'refused', code: shortName(type) };
  if (legacy !== undefined) return { ...said, how: 'refused', code: jsonName(legacy) };
  return { ...said, how: 'foreign', code: name === 'Unknown' ? undefined : name };
}

/** `com.amazonaws.sqs#QueueDoesNotExist:http://…` is QueueDoesNotExist (sqs:W12). */
const shortName = (type: string): string => /^(?:[^#]*#)?([^:]*)/.exec(type)![1]!;

/** Legacy codes that are not the JSON name with a prefix (sqs section 2.13), for servers that say no JSON name. */
const jsonNames: Record<string, string> = {
  NonExistentQueue: 'QueueDoesNotExist',
  QueueAlreadyExists: 'QueueNameExists',
  MissingParameter: 'MissingRequiredParameterException',
  InvalidParameterValue: 'InvalidParameterValueException',
};

function jsonName(legacy: string): string {
  const bare = legacy.replace('AWS.SimpleQueueService.', '');
  return jsonNames[bare] ?? bare;
}

const troubles: Record<string, string> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection reset',
  EPIPE: 'connection reset',
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'no such host',
  EPROTO: 'it does not speak HTTPS',
  ETIMEDOUT: 'no answer in time',
  TimeoutError: 'no answer in time',
  AbortError: 'given up',
};

function roadTrouble(error: unknown): string {
  const { code, name, message } = error as Partial<NodeJS.ErrnoException>;
  return troubles[code ?? ''] ?? troubles[name ?? ''] ?? String(message ?? error).split('\n')[0]!;
}
