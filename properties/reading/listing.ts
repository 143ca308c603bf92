import type { Op, OpId } from '../../src/core/history.js';
import { limits } from '../../src/core/limits.js';
import type { Existence } from './existence.js';
import type { Facts } from './facts.js';
import type { Judgement } from './judge.js';
import { nameOf, seconds } from './names.js';
import type { Timed } from './words.js';

/** One page of a listing of queues, as it was asked for and answered. */
export interface Page extends Timed {
  op: Op;
  names: readonly string[];
  /** The token that was answered, and the one that was given. */
  token: string | undefined;
  from: string | undefined;
  max: number | undefined;
  /** Pages belong together only if they ask for the same (sqs:LQ3). */
  of: string;
}

/** What a listing is about. */
export interface Subject {
  /** Is the queue one to be listed, during the whole call? */
  has(name: string, call: Timed): Existence;
  /** May that have changed during the call, or so shortly before that it does not show? */
  hasTurned(name: string, call: Timed): boolean;
  /** Why a queue should not be listed: "there is no such queue". */
  whyNot(name: string): string;
  /** Why a queue should be listed: "that queue exists". */
  why: string;
}

/** A page, and what came before it in the same listing. */
interface Listing extends Timed {
  page: Page;
  earlier: readonly string[];
  ops: OpId[];
}

/** Judges the pages of one kind of listing, in the order of invocation. */
export class Pages {
  readonly #byToken = new Map<string, Listing>();
  readonly #facts: Facts;
  readonly #judgement: Judgement;

  constructor(facts: Facts, judgement: Judgement) {
    this.#facts = facts;
    this.#judgement = judgement;
  }

  judge(page: Page, subject: Subject): void {
    const listing = this.#joined(page);
    this.#judgement.judged++;
    this.#judgeNames(page, subject);
    if (page.token !== undefined) {
      this.#byToken.set(page.token, listing);
      if (page.max !== undefined) this.#judgeMore(listing, subject);
    } else if (page.from === undefined || listing.ops.length > 1) this.#judgeComplete(listing, subject);
  }

  /** Joins the page to the ones before it, if it goes on from a page of the same listing. */
  #joined(page: Page): Listing {
    const { op, s, e, from, of } = page;
    const before = from === undefined ? undefined : this.#byToken.get(from);
    if (before === undefined || before.page.of !== of) return { page, op, s, e, earlier: [], ops: [op.id] };
    const earlier = [...before.earlier, ...before.page.names];
    return { page, op, s: before.s, e, earlier, ops: [...before.ops, op.id] };
  }

  #judgeNames(page: Page, subject: Subject): void {
    const { op, names, token, max } = page;
    const most = max ?? limits.listMax;
    if (names.length > most) this.#blame(op, `listed ${names.length} queues, but at most ${most} were asked for`);
    if (token !== undefined && max === undefined)
      this.#blame(op, 'answered a NextToken, but MaxResults was not given (sqs:LQ2)');
    names.forEach((name, index) => {
      if (names.indexOf(name) < index) this.#blame(op, `listed ${name} twice`);
      if (subject.has(name, page) === 'no')
        this.#blame(op, `listed ${name} at ${seconds(page.e)}, but ${subject.whyNot(name)}`);
    });
  }

  /** A token stands for more: some queue that was not on this page or an earlier one (sqs:LQ2). */
  #judgeMore({ page, earlier }: Listing, subject: Subject): void {
    for (const name of this.#facts.queues.keys()) {
      if (page.names.includes(name) || earlier.includes(name)) continue;
      if (subject.has(name, page) !== 'no' || subject.hasTurned(name, page)) return;
    }
    this.#blame(page.op, 'answered a NextToken, but nothing is left to list (sqs:LQ2)');
  }

  /** Without a token in the answer nothing may be missing, and on a set that did not change nothing comes twice (sqs:LQ2). */
  #judgeComplete(listing: Listing, subject: Subject): void {
    const { page, earlier, ops } = listing;
    const listed = new Set([...earlier, ...page.names]);
    const names = [...this.#facts.queues.keys()];
    const changes = ops.length > 1 && names.some((name) => subject.hasTurned(name, listing));
    if (listed.size >= limits.listMax || changes) return;
    for (const name of names)
      if (!listed.has(name) && subject.has(name, listing) === 'yes' && !subject.hasTurned(name, listing))
        this.#blame(page.op, `ended a listing without ${name}, but ${subject.why}`, ops);
    const twice = page.names.find((name) => earlier.includes(name));
    if (twice !== undefined) this.#blame(page.op, `listed ${twice}, but an earlier page had it already`, ops);
  }

  #blame(op: Op, what: string, ops: OpId[] = [op.id]): void {
    this.#judgement.violated(`${nameOf(op)} ${what}`, ops);
  }
}

/** What a page of another size would have is not written (sqs:LQ1, sqs:LD1). */
export const isPageSize = (max = 1): boolean => max >= 1 && max <= limits.listMax;
