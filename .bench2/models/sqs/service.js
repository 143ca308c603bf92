import { contract } from '../rules.js';
import { queueDoesNotExist, requestThrottled } from './errors.js';
import { addPermission, removePermission } from './permissions.js';
import { createQueue, deleteQueue, getQueueAttributes, getQueueUrl, listDeadLetterSources, listQueues, purgeQueue, setQueueAttributes, } from './queues.js';
import { answer, longPoll, receiveMessage } from './receive.js';
import { sendMessage, sendMessageBatch } from './send.js';
import { changeVisibility, changeVisibilityBatch, deleteMessage, deleteMessageBatch } from './settle.js';
import { listQueueTags, tagQueue, untagQueue } from './tags.js';
import { cancelMoveTask, listMoveTasks, startMoveTask } from './task-calls.js';
import { Tasks, takeSteps } from './tasks.js';
import { faultOfMembers } from './validate.js';
/**
 * Amazon SQS as a value: all state is here, time and chance come in by argument, nothing runs by itself.
 * `epoch` is the wall-clock time of instant 0 in milliseconds, as the timestamps show it.
 */
export class Sqs {
    rules;
    epoch;
    queues = new Map();
    /** When each name was last deleted (sqs:CQ8). */
    deletedAt = new Map();
    /** Messages that outlived their queue, by its name. */
    leftBehind = new Map();
    /** Queues on which a poll waits. */
    waiting = new Set();
    tasks = new Tasks();
    /** Polls answered by the call under way. */
    answers = [];
    messages = 0;
    tickets = 0;
    constructor(rules = contract, epoch = 0) {
        this.rules = rules;
        this.epoch = epoch;
    }
    call(at, call, choose) {
        if (this.tasks.nextAt <= at)
            takeSteps(this, at);
        const output = faultOfMembers(call) ?? this.#dispatch(at, call, choose);
        if ('kind' in output)
            return output;
        return { kind: 'ok', output };
    }
    due() {
        let due = this.answers.length > 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
        for (const queue of this.waiting) {
            due = Math.min(due, queue.nextEnd());
            for (const { until } of queue.waiters)
                due = Math.min(due, until);
        }
        return this.waiting.size > 0 ? Math.min(due, this.tasks.nextAt) : due;
    }
    settle(at) {
        if (this.tasks.nextAt <= at)
            takeSteps(this, at);
        for (const queue of this.waiting) {
            this.turn(queue, at);
            this.#endWaits(queue, at);
        }
        const answers = this.answers;
        this.answers = [];
        return answers;
    }
    /** Hands what became available by `cause` to the polls that wait on the queue, the oldest first (sqs:P9). */
    woken(queue, cause, at) {
        if (queue.waiters.length === 0 || !this.rules.wakes(cause))
            return;
        let place = 0;
        while (place < queue.waiters.length && queue.shelf.leaders > 0) {
            const rest = queue.waiters.length - place;
            const index = place + (rest > 1 ? queue.waiters[place].choose('waiter', rest) : 0);
            // not among the waiters meanwhile: a queue may be its own dead-letter queue
            const waiter = queue.waiters.splice(index, 1)[0];
            const messages = longPoll(this, queue, waiter, at);
            if (messages.length === 0) {
                // it stays; look at those behind it
                queue.waiters.splice(place++, 0, waiter);
                this.waiting.add(queue);
                continue;
            }
            const lost = at === waiter.until && this.rules.atDeadline() === 'swallow';
            const output = answer(this.rules, lost ? [] : messages);
            this.answers.push({ ticket: waiter.ticket, reply: { kind: 'ok', output } });
        }
        if (queue.waiters.length === 0)
            this.waiting.delete(queue);
    }
    /** Lets everything due on the queue happen before a call looks at it. */
    turn(queue, at) {
        const cause = queue.settle(at);
        if (cause !== undefined && queue.waiters.length > 0)
            this.woken(queue, cause, at);
    }
    /** Polls whose wait is over answer with what there is, if anything (sqs:P6). */
    #endWaits(queue, at) {
        for (let i = 0; i < queue.waiters.length;) {
            const waiter = queue.waiters[i];
            if (waiter.until > at) {
                i++;
                continue;
            }
            queue.waiters.splice(i, 1);
            const messages = this.rules.atDeadline() === 'ignore' ? [] : longPoll(this, queue, waiter, at);
            this.answers.push({ ticket: waiter.ticket, reply: { kind: 'ok', output: answer(this.rules, messages) } });
        }
        if (queue.waiters.length === 0)
            this.waiting.delete(queue);
    }
    #dispatch(at, call, choose) {
        switch (call.call) {
            case 'CreateQueue':
                return createQueue(this, call.input, at);
            case 'GetQueueUrl':
                return getQueueUrl(this, call.input);
            case 'ListQueues':
                return listQueues(this, call.input);
            case 'StartMessageMoveTask':
                return startMoveTask(this, call.input, at);
            case 'ListMessageMoveTasks':
                return listMoveTasks(this, call.input);
            case 'CancelMessageMoveTask':
                return cancelMoveTask(this, call.input, at);
        }
        const queue = this.queues.get(call.input.QueueUrl);
        // sqs:OP1, sqs:E1
        if (queue === undefined)
            return queueDoesNotExist();
        if (queue.fifo?.throttles(call.call, at))
            return requestThrottled();
        this.turn(queue, at);
        return this.#onQueue(queue, at, call, choose);
    }
    #onQueue(queue, at, call, choose) {
        switch (call.call) {
            case 'SendMessage':
                return sendMessage(this, queue, call.input, at);
            case 'SendMessageBatch':
                return sendMessageBatch(this, queue, call.input, at);
            case 'ReceiveMessage':
                return receiveMessage(this, queue, call.input, at, choose);
            case 'DeleteMessage':
                return deleteMessage(this, queue, call.input.ReceiptHandle, at, choose);
            case 'DeleteMessageBatch':
                return deleteMessageBatch(this, queue, call.input, at, choose);
            case 'ChangeMessageVisibility':
                return changeVisibility(this, queue, call.input, at, choose);
            case 'ChangeMessageVisibilityBatch':
                return changeVisibilityBatch(this, queue, call.input, at, choose);
            case 'PurgeQueue':
                return purgeQueue(this, queue, at);
            case 'DeleteQueue':
                return deleteQueue(this, queue, at);
            case 'GetQueueAttributes':
                return getQueueAttributes(this, queue, call.input);
            case 'SetQueueAttributes':
                return setQueueAttributes(this, queue, call.input, at);
            case 'TagQueue':
                return tagQueue(this, queue, call.input);
            case 'UntagQueue':
                return untagQueue(this, queue, call.input);
            case 'ListQueueTags':
                return listQueueTags(queue);
            case 'AddPermission':
                return addPermission(this, queue, call.input, at);
            case 'RemovePermission':
                return removePermission(this, queue, call.input, at);
            case 'ListDeadLetterSourceQueues':
                return listDeadLetterSources(this, queue, call.input);
        }
    }
}
