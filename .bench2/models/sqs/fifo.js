import { Memory } from './memory.js';
/** What only a FIFO queue has: sequence numbers and memories of sends and of receives. */
export class Fifo {
    attempts = new Memory();
    isContentBased = false;
    #accepted = new Memory();
    #rules;
    #scopeAtFirst;
    #scope = 'queue';
    #sequence = 0;
    /** How often each action was called in the second under way. */
    #calls = new Map();
    #second = 0;
    constructor(rules) {
        this.#rules = rules;
    }
    configure({ ContentBasedDeduplication, DeduplicationScope }) {
        const scope = DeduplicationScope;
        this.isContentBased = ContentBasedDeduplication === 'true';
        this.#scopeAtFirst ??= scope;
        this.#scope = this.#rules.scopeOf(this.#scopeAtFirst, scope);
    }
    /** Counts the call; whether it is one too many in its second (sqs:Q18). */
    throttles(call, at) {
        const most = this.#rules.callsMax(call);
        if (most === Number.POSITIVE_INFINITY)
            return false;
        const second = Math.floor(at / 1000);
        if (second !== this.#second)
            this.#calls.clear();
        this.#second = second;
        const calls = (this.#calls.get(call) ?? 0) + 1;
        this.#calls.set(call, calls);
        return calls > most;
    }
    /** The next number of the queue, greater than all before (sqs:F5). */
    nextSequence() {
        return ++this.#sequence;
    }
    /** The deduplication id of a send: its own, else that of its content (sqs:F3). */
    dedupIdOf(entry) {
        const given = entry.MessageDeduplicationId;
        if (!this.isContentBased || (given !== undefined && this.#rules.prefersGivenId()))
            return given;
        return this.#rules.contentId(entry);
    }
    /** The send of the last minutes of which this one is a duplicate (sqs:F20, sqs:F22, sqs:F24). */
    firstOf(dedupId, group, at) {
        const rules = this.#rules;
        this.#accepted.prune((first) => !rules.isDuplicate(first, at, first.group, this.#scope));
        const first = this.#accepted.get(rules.dedupKey(dedupId, group, this.#scope));
        if (first === undefined || !rules.isDuplicate(first, at, group, this.#scope))
            return undefined;
        first.at = rules.dedupFrom(first.at, at);
        return first;
    }
    /** Remembers a send for its deduplication id. */
    accept({ id, dedupId = '', sequence }, group, at) {
        const key = this.#rules.dedupKey(dedupId, group, this.#scope);
        this.#accepted.keep({ key, at, group, id, sequence });
        const most = this.#rules.dedupIdsMax();
        this.#accepted.prune(() => this.#accepted.size > most);
    }
    /** A message leaves the queue: its id stays barred, unless all are let go by a purge (sqs:F23, sqs:PQ4). */
    release({ id, dedupId, groupId = '' }, how) {
        if (dedupId === undefined || !this.#rules.forgetsId(how))
            return;
        const key = this.#rules.dedupKey(dedupId, groupId, this.#scope);
        if (this.#accepted.get(key)?.id === id)
            this.#accepted.delete(key);
    }
    purge() {
        if (this.#rules.forgetsId('purge'))
            this.#accepted.clear();
    }
}
