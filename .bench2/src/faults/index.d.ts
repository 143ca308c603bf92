import type { FaultName } from '../core/schedule.js';
import type { Fault } from './fault.js';
/** Every fault by name. */
export declare const faults: Readonly<Record<FaultName, Fault>>;
