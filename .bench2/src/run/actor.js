/** One sequential client: what it holds, and the op it waits for. */
export class Actor {
    name;
    /** The op under way; undefined when the actor is free. */
    pending;
    #receipts = new Map();
    #tasks = [];
    constructor(name) {
        this.name = name;
    }
    /** Keeps the handles of an answered receive, and that of a move task it started. */
    keep(op) {
        if (op.reply.kind !== 'ok')
            return;
        const { output } = op.reply;
        if (op.call === 'ReceiveMessage')
            this.#keepReceipts(op.input.QueueUrl, output);
        else if (op.call === 'StartMessageMoveTask')
            this.#keepTask(output);
    }
    #keepReceipts(queue, { Messages }) {
        if (Messages === undefined)
            return;
        let held = this.#receipts.get(queue);
        if (held === undefined) {
            held = [];
            this.#receipts.set(queue, held);
        }
        for (const { ReceiptHandle } of Messages)
            held.push(ReceiptHandle);
    }
    #keepTask(output) {
        const { TaskHandle } = output;
        if (TaskHandle !== undefined)
            this.#tasks.push(TaskHandle);
    }
    /** A handle it holds of the queue, counted back from the newest, modulo how many there are. */
    receipt(queue, back) {
        const held = this.#receipts.get(queue);
        return held && backFrom(held, back);
    }
    /** The handle of a move task it started, counted in the same way. */
    task(back) {
        return backFrom(this.#tasks, back);
    }
    forget() {
        this.#receipts.clear();
        this.#tasks.length = 0;
        this.pending = undefined;
    }
}
const backFrom = (held, back) => held[held.length - 1 - (back % held.length)];
