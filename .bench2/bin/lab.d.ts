import { Sqs } from '../models/sqs/service.js';
import { type LabOptions } from './lab/options.js';
import type { Run, Scenario } from './lab/scenario.js';
/** Runs the lecture's terminals in virtual time and shows what happened. Returns the exit code: 0, or 2 for wrong use. */
export declare function lab(options: LabOptions): Promise<number>;
/** Runs a scenario against a new model of the queue service. */
export declare const runLab: (scenario: Scenario) => Run;
/** The contract's service; where the poll's end is to win a tie, long polls end one millisecond early (sns:LL33). */
export declare function serviceFor({ ties }: Scenario): Sqs;
