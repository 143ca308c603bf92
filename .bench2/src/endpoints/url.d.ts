import type { Millis } from '../core/clock.js';
import type { Endpoint } from '../core/endpoint.js';
import type { Level } from '../core/schedule.js';
/** The endpoint cannot be used at all. The message is one sentence for whoever gave the URL. */
export declare class EndpointError extends Error {
    name: string;
}
export interface UrlOptions {
    /** Sets the tolerances below: `strict` for an emulator on this machine (default), `documented` for AWS. */
    level?: Level;
    /** See `Accuracy`: strict 100 and 2,000 ms, documented 1,000 and 60,000 ms. */
    early?: Millis;
    late?: Millis;
    /** See `Accuracy`: strict 5,000 ms, documented 30,000 ms. */
    epochError?: Millis;
    /** Stands before every queue name on the server; letters, digits, `-` and `_`. Default: unique per endpoint. */
    prefix?: string;
    /** Connections to one server, shared by all endpoints that say the same number. A long poll holds one. Default 256. */
    maxSockets?: number;
    /** Hosts of AWS itself are refused without it. */
    allowAws?: boolean;
}
/**
 * Any SQS behind a URL, through the AWS SDK. Its clock is real and starts again when `open` is done. Sends nothing to any
 * other address, and creates queues of its own that `close` deletes.
 */
export declare function urlEndpoint(url: string, options?: UrlOptions): Endpoint;
/** Closes every open endpoint of the process: deletes the queues that would stay behind. Never throws. */
export declare function closeAll(): Promise<void>;
