import { type Fault } from './fault.js';
/** A retry whose first attempt did arrive: the call takes effect twice, the client sees the second reply. */
export declare const repeated: Fault;
