import { isFifo } from '../../core/calls.js';
import { pickLate } from '../pick.js';
/** What the steps of one schedule left for later ones to refer to. */
export class Past {
    #draw;
    #holders = [];
    #sent = [];
    #starters = [];
    constructor(draw) {
        this.#draw = draw;
    }
    /** Somebody who may hold receipts, most likely of a late receive; undefined before the first receive. */
    holder() {
        return pickLate(this.#draw, this.#holders);
    }
    /** A message sent by its own call to a FIFO queue, most likely a late one. */
    sent() {
        return pickLate(this.#draw, this.#sent);
    }
    /** An actor that started a move task, most likely a late one. */
    starter() {
        return pickLate(this.#draw, this.#starters);
    }
    remember(step) {
        const { call, actor, input } = step;
        if (call === 'ReceiveMessage')
            this.#holders.push({ actor, queue: input.QueueUrl });
        else if (call === 'StartMessageMoveTask')
            this.#starters.push(actor);
        else if (call === 'SendMessage' && isFifo(input.QueueUrl)) {
            const sent = sentBy(step);
            if (sent !== undefined)
                this.#sent.push(sent);
        }
    }
    /** Its receipts are probably used up. */
    forget(holder) {
        this.#holders.splice(this.#holders.lastIndexOf(holder), 1);
    }
}
/** What a send to a FIFO queue sent; undefined for one that is refused for want of a group. */
export function sentBy({ id, input, body }) {
    const { QueueUrl, MessageGroupId, MessageDeduplicationId, MessageBody } = input;
    if (MessageGroupId === undefined)
        return undefined;
    const sent = { step: body ?? id, queue: QueueUrl, group: MessageGroupId };
    if (MessageDeduplicationId !== undefined)
        sent.dedup = MessageDeduplicationId;
    if (MessageBody !== undefined)
        sent.text = MessageBody;
    return sent;
}
