import type { Service } from '../../src/core/endpoint.js';
import { type Run, type Scenario } from './scenario.js';
/**
 * Runs a scenario in virtual time against a new service. Calls take no time. Order within one instant (sns:LL11): kills,
 * timers and the polls they answer, sends, receives, queue_status; slow before fast.
 */
export declare function simulate(scenario: Scenario, service: Service): Run;
