import type { Call, Ok } from '../core/calls.js';
import type { Clock } from '../core/clock.js';
import type { Endpoint, Service } from '../core/endpoint.js';
/** A service behind both borders of the wire, and the AWS SDK before them, all in this process. */
export declare function handlerEndpoint(service: Service, clock?: Clock): Endpoint;
/** A call as a client asks it, with URLs for queues. */
export declare const withUrls: ({ call, input }: Call, at?: string) => Call;
/** An answer as a history shows it, with names for queues. */
export declare const withNames: ({ call }: Call, { kind, output }: Ok) => Ok;
