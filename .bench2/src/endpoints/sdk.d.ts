import { SQSClient, type SQSClientConfig } from '@aws-sdk/client-sqs';
import type { Call, CallName, Ok, Refusal, Unknown } from '../core/calls.js';
import type { Choose } from '../core/endpoint.js';
/**
 * What came of one request. Where it is not ok, `failure` says how: `silent`, no whole answer came; `foreign`, what came
 * is not an answer of SQS; `refused`, SQS said no, or that it failed.
 */
export type Answer = {
    reply: Ok;
    failure?: never;
} | {
    reply: Refusal | Unknown;
    failure: {
        how: 'silent' | 'foreign' | 'refused';
        why: string;
    };
};
/** An unknown reply to a call that nobody answered. */
export declare const noAnswer: (why: string) => Answer;
/** Settings with which the SDK looks up nothing: no profiles, no environment, no metadata service. */
export declare const nothingLookedUp: {
    useQueueUrlAsEndpoint: false;
    useFipsEndpoint: false;
    useDualstackEndpoint: false;
    defaultsMode: "standard";
    retryMode: string;
    authSchemePreference: never[];
    disableClockSkewCorrection: false;
    userAgentAppId: string;
};
/**
 * An SDK client that talks to `endpoint` and to nobody else, whatever QueueUrl says (sqs:W3): no retries, no MD5 check of
 * its own. Clients of equal `maxSockets` share their sockets.
 */
export declare function sdkClient(endpoint: string, maxSockets: number, signer?: Signer): SQSClient;
/** Who signs, and for which region. */
export type Signer = Required<Pick<SQSClientConfig, 'region' | 'credentials'>>;
/** The region of the environment, or us-east-1. */
export declare function region(): string;
/** The SDK's command for each call. */
export declare const commands: Record<CallName, new (input: never) => object>;
/** What may go with a call through the SDK to its request handler. */
export type SendOptions = {
    abortSignal?: AbortSignal;
    choose?: Choose;
    op?: string;
};
/** One call through the SDK. Never throws: whatever the SDK cannot send, read or wait for is an unknown reply. */
export declare function ask(client: SQSClient, call: Call, options?: SendOptions): Promise<Answer>;
