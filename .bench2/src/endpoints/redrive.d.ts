import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Clock, Millis } from '../core/clock.js';
import type { Service } from '../core/endpoint.js';
import type { Liberty } from '../core/schedule.js';
import type { WireRequest, WireResponse } from '../wire/http.js';
import { type ClientOptions } from './client.js';
export interface InProcessOptions {
    /** Fixes how the open decisions of the contract are answered. */
    seed?: string;
    /** Time that only moves when it is asked to (unless said), real time, or a clock of your own. */
    clock?: 'virtual' | 'wall' | Clock;
    /** The freedoms of the contract that the service takes: none unless said. */
    liberties?: readonly Liberty[];
}
/** SQS in this process, for programs that use the AWS SDK. Nothing leaves the process, and nothing is looked up. */
export declare class InProcess {
    #private;
    readonly clock: Clock;
    /** `service` makes the service of a region and account, whose number no other has. */
    constructor(service: (number: number) => Service, clock: Clock, options?: Omit<InProcessOptions, 'clock'>);
    /** An SQSClient of the AWS SDK; with `fast`, one that leaves out serialisation, signing and parsing. */
    client(options?: ClientOptions & {
        fast?: boolean;
    }): SQSClient;
    /** Answers one HTTP request of any SQS client. @throws Error where the connection would have broken */
    handle(request: WireRequest): Promise<WireResponse>;
    /** Lets time pass, and everybody who waits for it go on. */
    advance(ms: Millis): Promise<void>;
    /** Lets time pass until the work is done. */
    until<T>(work: Promise<T>): Promise<T>;
    /** Sleeps in the time of this clock. */
    sleep(ms: Millis): Promise<void>;
    close(): Promise<void>;
}
/** The clock that the options name. */
export declare function clockOf(clock?: InProcessOptions['clock']): Clock;
