import type { Clock } from '../core/clock.js';
import type { Endpoint, Service } from '../core/endpoint.js';
/** A service behind a socket of this machine, and the AWS SDK before it. */
export declare function httpEndpoint(service: Service, clock?: Clock): Endpoint;
