import { limits } from '../../src/core/limits.js';
import { nameOf, seconds } from './names.js';
/** Judges the pages of one kind of listing, in the order of invocation. */
export class Pages {
    #byToken = new Map();
    #facts;
    #judgement;
    constructor(facts, judgement) {
        this.#facts = facts;
        this.#judgement = judgement;
    }
    judge(page, subject) {
        const listing = this.#joined(page);
        this.#judgement.judged++;
        this.#judgeNames(page, subject);
        if (page.token !== undefined) {
            this.#byToken.set(page.token, listing);
            if (page.max !== undefined)
                this.#judgeMore(listing, subject);
        }
        else if (page.from === undefined || listing.ops.length > 1)
            this.#judgeComplete(listing, subject);
    }
    /** Joins the page to the ones before it, if it goes on from a page of the same listing. */
    #joined(page) {
        const { op, s, e, from, of } = page;
        const before = from === undefined ? undefined : this.#byToken.get(from);
        if (before === undefined || before.page.of !== of)
            return { page, op, s, e, earlier: [], ops: [op.id] };
        const earlier = [...before.earlier, ...before.page.names];
        return { page, op, s: before.s, e, earlier, ops: [...before.ops, op.id] };
    }
    #judgeNames(page, subject) {
        const { op, names, token, max } = page;
        const most = max ?? limits.listMax;
        if (names.length > most)
            this.#blame(op, `listed ${names.length} queues, but at most ${most} were asked for`);
        if (token !== undefined && max === undefined)
            this.#blame(op, 'answered a NextToken, but MaxResults was not given (sqs:LQ2)');
        names.forEach((name, index) => {
            if (names.indexOf(name) < index)
                this.#blame(op, `listed ${name} twice`);
            if (subject.has(name, page) === 'no')
                this.#blame(op, `listed ${name} at ${seconds(page.e)}, but ${subject.whyNot(name)}`);
        });
    }
    /** A token stands for more: some queue that was not on this page or an earlier one (sqs:LQ2). */
    #judgeMore({ page, earlier }, subject) {
        for (const name of this.#facts.queues.keys()) {
            if (page.names.includes(name) || earlier.includes(name))
                continue;
            if (subject.has(name, page) !== 'no' || subject.hasTurned(name, page))
                return;
        }
        this.#blame(page.op, 'answered a NextToken, but nothing is left to list (sqs:LQ2)');
    }
    /** Without a token in the answer nothing may be missing, and on a set that did not change nothing comes twice (sqs:LQ2). */
    #judgeComplete(listing, subject) {
        const { page, earlier, ops } = listing;
        const listed = new Set([...earlier, ...page.names]);
        const names = [...this.#facts.queues.keys()];
        const changes = ops.length > 1 && names.some((name) => subject.hasTurned(name, listing));
        if (listed.size >= limits.listMax || changes)
            return;
        for (const name of names)
            if (!listed.has(name) && subject.has(name, listing) === 'yes' && !subject.hasTurned(name, listing))
                this.#blame(page.op, `ended a listing without ${name}, but ${subject.why}`, ops);
        const twice = page.names.find((name) => earlier.includes(name));
        if (twice !== undefined)
            this.#blame(page.op, `listed ${twice}, but an earlier page had it already`, ops);
    }
    #blame(op, what, ops = [op.id]) {
        this.#judgement.violated(`${nameOf(op)} ${what}`, ops);
    }
}
