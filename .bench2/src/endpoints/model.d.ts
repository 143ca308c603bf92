import type { Clock } from '../core/clock.js';
import type { Accuracy, Endpoint, Service } from '../core/endpoint.js';
/** The wall-clock time of instant 0 on the model, in epoch milliseconds: any fixed instant does. */
export declare const modelEpoch = 1700000000000;
/**
 * A service on a clock, virtual unless given: instant calls answer at once, long polls when the service says so. The
 * accuracy is that of the clock.
 */
export declare function modelEndpoint(service: Service, clock?: Clock, accuracy?: Accuracy): Endpoint;
/** The setup of a schedule is not one that the service accepts. */
export declare class SetupError extends Error {
    readonly name = "SetupError";
}
