import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Clock } from '../core/clock.js';
import { type Handler } from '../serve/handler.js';
import { type ClientOptions } from './client.js';
/**
 * The same client with `send` replaced, for programs that send very many commands: a call goes straight to the service,
 * and its output is what the SDK would have made of the answer. Middleware of the client's user and digests are passed
 * over. Whatever is not a plain success takes the long way, with the answer that is known by then.
 */
export declare function fastClient(handler: Handler, clock: Clock, options?: ClientOptions): SQSClient;
