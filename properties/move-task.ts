import type { Millis } from '../src/core/clock.js';
import type { Facts } from './reading/facts.js';
import { possiblyMoved } from './reading/gone.js';
import { type Judgement, property } from './reading/judge.js';
import { nameOf, seconds, titleOf } from './reading/names.js';
import { deadLetterQueues } from './reading/redrive.js';
import { rateOf } from './reading/task-life.js';
import type { Delivery, MessageFacts, Sent, StartedTask } from './reading/words.js';

export const moveTask = property(
  {
    name: 'move-task',
    claim: 'A move task takes each message once, to where it belongs, as it was, and no faster than its rate.',
    judges:
      'Every new message whose content is that of one message that a task may have moved: it comes from a legal destination, with its group id, it is one for each task, and at the strict level the old message does not come any more, and as many as were seen need their time at the rate of the task.',
    forgives:
      'New or old MessageIds; a message that was dead-lettered again and moved once more; bodies that were sent more than once or by a send without a known outcome.',
    blind: 'Messages that a task moved under their old id, and which of them go first.',
    source: ['sqs:I30', 'sqs:MT4', 'sqs:MT10', 'sqs:X22', 'sqs:X24', 'sqs:D7', 'sqs:Q17'],
  },
  (facts, judgement) => {
    if (facts.tasks.length === 0) return;
    const moved = movesOf(facts);
    for (const move of moved.values()) if (move.copies.length > 0) judge(facts, judgement, move);
    if (facts.strict) for (const task of facts.tasks) inItsTime(facts, judgement, task, [...moved.values()]);
  },
);

/** One message that tasks may have moved, and the messages with new ids that it may have become. */
interface Move {
  origin: MessageFacts;
  sent: Sent;
  /** Where each task may have brought it, as sends without a known outcome. */
  ways: Sent[];
  copies: MessageFacts[];
}

/** By body, where only one send had it. */
function movesOf(facts: Facts): Map<string, Move> {
  const moves = new Map<string, Move>();
  for (const [body, sends] of facts.unknownSends) {
    const ways = sends.filter(isWay);
    const origins = facts.sends.filter(({ entry }) => entry.MessageBody === body);
    const [sent] = origins;
    if (ways.length === sends.length && origins.length === 1 && sent?.message !== undefined)
      moves.set(body, { origin: sent.message, sent, ways, copies: [] });
  }
  for (const message of facts.messages) {
    const [delivery] = message.deliveries;
    const move = delivery && moves.get(delivery.message.Body);
    if (move !== undefined && message !== move.origin) move.copies.push(message);
  }
  return moves;
}

const isWay = ({ op }: Sent): boolean => op.call === 'StartMessageMoveTask';

function judge(facts: Facts, judgement: Judgement, move: Move): void {
  for (const copy of move.copies) toItsPlace(facts, judgement, move, copy);
  onceEach(facts, judgement, move);
  if (facts.strict) staysMoved(judgement, move);
}

/** The first to show it. */
const firstOf = ({ deliveries }: MessageFacts): Delivery =>
  deliveries.reduce((first, delivery) => (delivery.e < first.e ? delivery : first));

function toItsPlace(facts: Facts, judgement: Judgement, { sent, ways }: Move, copy: MessageFacts): void {
  judgement.judged++;
  const first = firstOf(copy);
  const { op, queue, message } = first;
  const legal = ways.filter((way) => way.queue === queue || deadLetterQueues(facts, way.queue).has(queue));
  const says = `${nameOf(op)} delivered ${titleOf(copy)} from ${queue}`;
  if (legal.length === 0) {
    const places = [...new Set(ways.map((way) => way.queue))].join(' or ');
    judgement.violated(`${says}, but ${nameOf(ways[0]!.op)} moves it to ${places}`, [op.id, ways[0]!.op.id]);
  }
  const group = sent.entry.MessageGroupId ?? undefined;
  const shown = message.Attributes?.MessageGroupId;
  if (message.Attributes === undefined || !showsAll(first) || shown === group) return;
  const belongs = group === undefined ? 'without a group' : `in group ${group}`;
  const now = shown === undefined ? 'without a group' : `in group ${shown}`;
  const sender = `${nameOf(sent.op)} sent it ${belongs}, and move tasks keep that (sqs:X22)`;
  judgement.violated(`${says} ${now}, but ${sender}`, [op.id, sent.op.id]);
}

const showsAll = ({ receive }: Delivery): boolean =>
  receive.op.input.MessageSystemAttributeNames?.includes('All') ?? false;

/** The k-th copy needs the k-th task, or that one before it was dead-lettered again. */
function onceEach(facts: Facts, judgement: Judgement, { ways, copies }: Move): void {
  const seen = copies.map((copy) => ({ copy, first: firstOf(copy) })).sort((a, b) => a.first.e - b.first.e);
  for (let index = 0; index < seen.length; index++) {
    const { copy, first } = seen[index]!;
    const tasks = new Set(ways.filter(({ s }) => s <= first.e).map(({ op }) => op));
    const back = seen.slice(0, index).filter((earlier) => mayBeBack(facts, earlier.copy, first.e)).length;
    if (index < tasks.size + back) continue;
    const only = `only ${[...tasks].map(nameOf).join(' and ')} can have moved it`;
    const says = `${nameOf(first.op)} delivered ${titleOf(copy)} as new message number ${index + 1}, but ${only}`;
    judgement.violated(says, [first.op.id, ...[...tasks].map(({ id }) => id)]);
    return;
  }
}

/** May the copy have gone to a dead-letter queue in its turn? */
const mayBeBack = (facts: Facts, copy: MessageFacts, t: Millis): boolean =>
  copy.deliveries.some(({ receive }) => possiblyMoved(facts, copy, receive.place, t));

/** After its copy was seen, the old message is nowhere. */
function staysMoved(judgement: Judgement, { origin, copies }: Move): void {
  const first = copies.map(firstOf).reduce((a, b) => (a.e < b.e ? a : b));
  const back = origin.deliveries.find(({ s }) => s > first.e);
  if (back === undefined) return;
  const moved = `${nameOf(first.op)} had delivered it from ${first.queue} as a new message before`;
  const says = `${nameOf(back.op)} delivered ${titleOf(origin)} from ${back.queue}, but ${moved}`;
  judgement.violated(says, [back.op.id, first.op.id]);
}

/** The n-th message of one task is seen (n - 1) / rate seconds after its start at the earliest. */
function inItsTime(facts: Facts, judgement: Judgement, task: StartedTask, moves: Move[]): void {
  const own = moves.filter(({ ways, copies }) => copies.length > 0 && ways.every(({ op }) => op === task.op));
  const firsts = own.map(({ copies }) => copies.map(firstOf).reduce((a, b) => (a.e < b.e ? a : b)));
  firsts.sort((a, b) => a.e - b.e);
  firsts.forEach((first, index) => {
    const earliest = task.s + Math.floor((index * 1000) / rateOf(task)) - facts.early;
    judgement.judged++;
    if (first.e >= earliest) return;
    const n = `message number ${index + 1} of ${nameOf(task.op)}`;
    const since = `at ${rateOf(task)} a second that takes until ${seconds(earliest)}`;
    const says = `${nameOf(first.op)} delivered ${titleOf(first.of)} at ${seconds(first.e)} as ${n}, but ${since}`;
    judgement.violated(says, [first.op.id, task.op.id]);
  });
}
