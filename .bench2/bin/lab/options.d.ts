import { type Scenario } from './scenario.js';
/** The options of `redrive lab` as they come from the command line. */
export interface LabOptions {
    /** Names with commas, both unless given; `none` or nothing for no terminal. */
    producers?: string;
    consumers?: string;
    /** 1..100000; 40 unless given. */
    seconds?: string;
    json?: boolean;
    /** Consumers work first and delete then (sns:LL34). */
    processFirst?: boolean;
    /** False: consumers never delete (sns:LL37, sns:LL38). */
    delete?: boolean;
    /** False: producers leave DelaySeconds out, the queue's 5 s hold (sns:LL40). */
    ownDelay?: boolean;
    /** How many messages each producer has (sns:LL32). */
    messages?: string;
    /** When the consumers start: `2` for all, or `slow=-1,fast=2` (sns:LL30, sns:LL31). */
    consumersStart?: string;
    /** Consumers' VisibilityTimeout: `slow=5` (sns:LL36). */
    visibility?: string;
    /** How long consumers sleep for one message: `fast=1` (sns:LL37). */
    work?: string;
    /** Consumers killed at the beginning of a second: `fast@5` (sns:LL35). */
    kill?: string;
    /** `message` or `poll` (sns:LL33). */
    ties?: string;
    /** maxReceiveCount of a RedrivePolicy (sns:LL39). */
    maxReceives?: string;
}
/** The scenario that the options describe. Throws WrongUse. */
export declare function scenarioOf(options: LabOptions): Scenario;
