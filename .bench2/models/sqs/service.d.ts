import type { Call, Reply } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import type { Choose, Service, Waiting } from '../../src/core/endpoint.js';
import { type Cause, type Rules } from '../rules.js';
import type { Message } from './message.js';
import type { Answer, Queue } from './queue.js';
import { Tasks } from './tasks.js';
/**
 * Amazon SQS as a value: all state is here, time and chance come in by argument, nothing runs by itself.
 * `epoch` is the wall-clock time of instant 0 in milliseconds, as the timestamps show it.
 */
export declare class Sqs implements Service {
    #private;
    readonly rules: Rules;
    readonly epoch: number;
    readonly queues: Map<string, Queue>;
    /** When each name was last deleted (sqs:CQ8). */
    readonly deletedAt: Map<string, number>;
    /** Messages that outlived their queue, by its name. */
    readonly leftBehind: Map<string, Iterable<Message>>;
    /** Queues on which a poll waits. */
    readonly waiting: Set<Queue>;
    readonly tasks: Tasks;
    /** Polls answered by the call under way. */
    answers: Answer[];
    messages: number;
    tickets: number;
    constructor(rules?: Rules, epoch?: number);
    call(at: Millis, call: Call, choose: Choose): Reply | Waiting;
    due(): Millis;
    settle(at: Millis): Answer[];
    /** Hands what became available by `cause` to the polls that wait on the queue, the oldest first (sqs:P9). */
    woken(queue: Queue, cause: Cause, at: Millis): void;
    /** Lets everything due on the queue happen before a call looks at it. */
    turn(queue: Queue, at: Millis): void;
}
