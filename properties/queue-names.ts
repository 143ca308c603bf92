import type { OpId } from '../src/core/history.js';
import { limits } from '../src/core/limits.js';
import { existence, turningPoints } from './existence.js';
import type { Facts, OpOf, QueueFacts, Timed } from './facts.js';
import { nameOf, seconds } from './facts.js';
import { type Judgement, property } from './judge.js';

export const queueNames = property(
  {
    name: 'queue-names',
    claim: 'GetQueueUrl answers the queue of the name, and ListQueues the queues that exist.',
    judges:
      'The URL in every answer of GetQueueUrl and CreateQueue; in every listing that the names have the prefix, are no more than asked for, none twice, none of a queue that certainly does not exist; and that a complete listing, in one page or several, has every queue that certainly exists.',
    forgives:
      'Queues created or deleted around the listing or by calls without a known outcome, and at the documented level for 60 s after; the order; pages of a set that changes.',
    blind: 'Whether a token that was answered had more to come, and queues that the run did not make.',
    source: ['sqs:GU1', 'sqs:LQ1', 'sqs:LQ2', 'sqs:LQ3', 'sqs:CQ4', 'sqs:OP8'],
  },
  (facts, judgement) => {
    if (facts.namings.length === 0) return;
    const pages = new Map<string, Page>();
    for (const op of facts.namings)
      if (op.call === 'ListQueues') judgePage(facts, judgement, op, pages);
      else judgeUrl(judgement, op);
  },
);

function judgeUrl(judgement: Judgement, op: OpOf<'GetQueueUrl' | 'CreateQueue'>): void {
  judgement.judged++;
  const { QueueUrl } = (op.reply as { output: { QueueUrl: string } }).output;
  if (QueueUrl !== op.input.QueueName)
    judgement.violated(`${nameOf(op)} answered ${QueueUrl}, but the name is ${op.input.QueueName}`, [op.id]);
}

/** One page of a listing, with the names of the pages before it. */
interface Page extends Timed {
  op: OpOf<'ListQueues'>;
  names: string[];
  earlier: string[];
  ops: OpId[];
  token: string | undefined;
}

function judgePage(facts: Facts, judgement: Judgement, op: OpOf<'ListQueues'>, pages: Map<string, Page>): void {
  const page = pageOf(op, pages);
  judgement.judged++;
  judgeNames(facts, judgement, page);
  if (page.token !== undefined) pages.set(page.token, page);
  else if (op.input.NextToken === undefined || page.ops.length > 1) judgeComplete(facts, judgement, page);
}

/** Joins the page to the ones before it, if it goes on from a page with the same prefix (sqs:LQ3). */
function pageOf(op: OpOf<'ListQueues'>, pages: Map<string, Page>): Page {
  const { QueueUrls = [], NextToken } = (op.reply as { output: { QueueUrls?: string[]; NextToken?: string } }).output;
  const page = { op, s: op.invoked, e: op.returned, names: QueueUrls, token: NextToken };
  const before = op.input.NextToken === undefined ? undefined : pages.get(op.input.NextToken);
  if (before === undefined || before.op.input.QueueNamePrefix !== op.input.QueueNamePrefix)
    return { ...page, earlier: [], ops: [op.id] };
  return { ...page, s: before.s, earlier: [...before.earlier, ...before.names], ops: [...before.ops, op.id] };
}

function judgeNames(facts: Facts, judgement: Judgement, page: Page): void {
  const { op, names, token } = page;
  const { QueueNamePrefix = '', MaxResults } = op.input;
  const now = { op, s: op.invoked, e: op.returned };
  const blame = (what: string): void => judgement.violated(`${nameOf(op)} ${what}`, [op.id]);
  if (names.length > (MaxResults ?? limits.listMax))
    blame(`listed ${names.length} queues, but at most ${MaxResults ?? limits.listMax} were asked for`);
  if (token !== undefined && MaxResults === undefined)
    blame('answered a NextToken, but MaxResults was not given (sqs:LQ2)');
  names.forEach((name, index) => {
    if (!name.startsWith(QueueNamePrefix)) blame(`listed ${name}, but the prefix is ${QueueNamePrefix}`);
    if (names.indexOf(name) < index) blame(`listed ${name} twice`);
    if (existence(facts, name, now) === 'no') blame(`listed ${name} at ${seconds(now.e)}, but there is no such queue`);
  });
}

/** Without a token in the answer nothing may be missing, and on a set that did not change nothing comes twice (sqs:LQ2). */
function judgeComplete(facts: Facts, judgement: Judgement, page: Page): void {
  const { op, names, earlier, ops } = page;
  const listed = new Set([...earlier, ...names]);
  const queues = [...facts.queues.values()];
  if (listed.size >= limits.listMax || (ops.length > 1 && queues.some((queue) => hasTurned(facts, queue, page))))
    return;
  for (const queue of queues) {
    const { name } = queue;
    if (listed.has(name) || !name.startsWith(op.input.QueueNamePrefix ?? '') || hasTurned(facts, queue, page)) continue;
    if (existence(facts, name, page) === 'yes')
      judgement.violated(`${nameOf(op)} ended a listing without ${name}, but that queue exists`, ops);
  }
  const twice = names.find((name) => earlier.includes(name));
  if (twice !== undefined) judgement.violated(`${nameOf(op)} listed ${twice}, but an earlier page had it already`, ops);
}

/** May the queue have been created or deleted during the listing, or so shortly before that it does not show (sqs:LQ3)? */
const hasTurned = (facts: Facts, queue: QueueFacts, { s, e }: Timed): boolean =>
  turningPoints(queue).some((turn) => turn.s <= e && turn.e + facts.wipeLag >= s);
