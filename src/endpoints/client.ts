import { SQSClient } from '@aws-sdk/client-sqs';
import type { Clock } from '../core/clock.js';
import { type Asking, broken, type Handler } from '../serve/handler.js';
import { nextTurn } from '../time/wall.js';
import type { WireRequest, WireResponse } from '../wire/http.js';
import { home } from '../wire/place.js';
import { nothingLookedUp } from './sdk.js';

export interface ClientOptions {
  /** us-east-1 unless said. */
  region?: string;
  /** Twelve digits, twelve zeros unless said. */
  account?: string;
  /** How often the SDK sends a request in all: 3 unless said. */
  maxAttempts?: number;
  /** Whether the SDK checks the digests of bodies: it does unless said. */
  md5?: boolean;
}

/** As the SDK gives it to a request handler, as far as it matters here. */
interface SdkRequest {
  method: string;
  protocol: string;
  hostname: string;
  port?: number;
  path: string;
  query?: Record<string, string | string[] | null>;
  headers: Record<string, string>;
  body?: string | Uint8Array;
}

/** What may go with a command to the request handler: the options of `send`. */
export interface SendWith extends Asking {
  abortSignal?: AbortSignal;
  /** The response, where it is known already. */
  answer?: WireResponse | typeof broken;
}

/**
 * A real SQSClient with the service in its request handler: the SDK serialises, signs, retries and parses as always, and
 * there is no socket that it could use. While a request is under way the clock stands still, but for long polls; and
 * after the answer, until its client has gone on as far as it can.
 */
export function inProcessClient(handler: Handler, clock: Clock, options: ClientOptions = {}): SQSClient {
  const client = clientOver(handler, clock, options);
  const held = { name: 'redriveClock', step: 'initialize', priority: 'high' } as const;
  client.middlewareStack.add((next) => (args) => holding(clock, () => next(args)), held);
  return client;
}

/** The same for somebody who holds the clock himself, once for each request, until he has seen what came of it. */
export function clientOver(handler: Handler, clock: Clock, options: ClientOptions = {}): SQSClient {
  const { region = home.region, account = home.account, maxAttempts = 3, md5 = true } = options;
  return new SQSClient({
    ...nothingLookedUp,
    endpoint: originOf(region),
    region,
    credentials: { accessKeyId: account, secretAccessKey: 'none' },
    maxAttempts,
    ...(!md5 && { md5 }),
    requestHandler: requestHandler(handler, clock) as never,
  });
}

/** As the SDK would find it for itself. */
export const originOf = (region: string): string =>
  `https://sqs.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;

async function holding<T>(clock: Clock, work: () => Promise<T>): Promise<T> {
  clock.hold();
  try {
    return await work();
  } finally {
    releaseSoon(clock);
  }
}

/** Lets time go on when whoever got an answer has had his turn. */
export function releaseSoon(clock: Clock): void {
  nextTurn().then(() => clock.release());
}

function requestHandler(handler: Handler, clock: Clock): object {
  return {
    async handle(request: SdkRequest, options: SendWith = {}) {
      const answer = options.answer ?? (await answered(handler, clock, request, options));
      if (answer === broken) throw connectionReset();
      const { status: statusCode, headers, body } = answer;
      return { response: { statusCode, headers, body: Buffer.from(body) } };
    },
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
  };
}

function answered(
  handler: Handler,
  clock: Clock,
  request: SdkRequest,
  { abortSignal, ...asking }: SendWith,
): Promise<WireResponse | typeof broken> | WireResponse | typeof broken {
  if (abortSignal?.aborted) throw aborted();
  const answer = handler.handle(toWire(request), parking(clock, asking));
  return answer instanceof Promise && abortSignal !== undefined ? orAborted(answer, clock, abortSignal) : answer;
}

/** While the answer waits for time to pass, this call does not hold the clock. */
export const parking = (clock: Clock, asking: Asking): Asking => ({
  ...asking,
  parked: () => clock.release(),
  answered: () => clock.hold(),
});

/** A client that gives up; the poll goes on without it, and may take a message with it (sqs:P10). */
function orAborted<T>(answer: Promise<T>, clock: Clock, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    let gone = false;
    const abort = (): void => {
      gone = true;
      clock.hold();
      reject(aborted());
    };
    signal.addEventListener('abort', abort, { once: true });
    answer.then((given) => {
      signal.removeEventListener('abort', abort);
      if (gone) clock.release();
      else resolve(given);
    }, reject);
  });
}

const aborted = (): Error => Object.assign(new Error('Request aborted'), { name: 'AbortError' });
const connectionReset = (): Error => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });

function toWire({ method, protocol, hostname, port, path, query, headers, body = '' }: SdkRequest): WireRequest {
  const lower: Record<string, string> = {};
  for (const name of Object.keys(headers)) lower[name.toLowerCase()] = headers[name]!;
  return {
    method,
    path,
    query: queryText(query),
    headers: lower,
    body: typeof body === 'string' ? Buffer.from(body) : body,
    origin: `${protocol}//${hostname}${port === undefined ? '' : `:${port}`}`,
  };
}

/** Only presigned requests and the query protocol have one. */
function queryText(query: SdkRequest['query'] = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => [value ?? ''].flat().map((one) => [name, one]));
  return pairs.length === 0 ? '' : String(new URLSearchParams(pairs as [string, string][]));
}
