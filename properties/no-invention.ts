import type { Facts } from './reading/facts.js';
import { type Judgement, property } from './reading/judge.js';
import { nameOf, seconds, titleOf } from './reading/names.js';
import type { Delivery, MessageFacts, Sent } from './reading/words.js';

export const noInvention = property(
  {
    name: 'no-invention',
    claim: 'Every message that is delivered was sent.',
    judges:
      'Every MessageId that was ever delivered: an accepted send answered with it, or a send whose outcome is unknown carried its body, and that send had begun. A body comes under no more such ids than there were unknown sends of it. What a move task moves counts as sent once more, for each task and legal destination.',
    forgives:
      'A message of a send whose reply was lost, and one message for each repetition of such a send: a standard queue does not deduplicate.',
    blind: 'An invented message with the body of an unknown send that never arrived.',
    source: ['sqs:I1', 'sqs:N11', 'sqs:N12', 'sqs:D4', 'sqs:X22', 'sqs:X24'],
  },
  (facts, judgement) => {
    let ofUnknownSends: Map<string, MessageFacts[]> | undefined;
    for (const message of facts.messages) {
      const first = message.deliveries[0];
      if (first === undefined) continue;
      judgement.judged++;
      if (message.sent === undefined && message.makers.length === 0) nobodySent(facts, judgement, first);
      else if (message.sent?.result !== undefined) {
        if (message.sent.s > first.s) beginsBefore(judgement, message.sent, earliest(message));
      } else {
        ofUnknownSends ??= new Map();
        const body = first.message.Body;
        ofUnknownSends.set(body, [...(ofUnknownSends.get(body) ?? []), message]);
      }
    }
    ofUnknownSends?.forEach((messages, body) => {
      oneSendEach(judgement, messages, facts.unknownSends.get(body)!);
    });
  },
);

function nobodySent(facts: Facts, judgement: Judgement, first: Delivery): void {
  const { MessageId, Body } = first.message;
  const same = facts.sends.find(({ entry }) => entry.MessageBody === Body);
  const refused = facts.calls.find(({ op }) => op.call === 'SendMessage' && op.input.MessageBody === Body);
  const why =
    same !== undefined
      ? `${nameOf(same.op)} sent as message ${same.result?.MessageId} and nobody else`
      : refused !== undefined
        ? `${nameOf(refused.op)} was not allowed to send`
        : 'nobody sent';
  const says = `${nameOf(first.op)} delivered message ${MessageId} with body ${JSON.stringify(Body)}, which ${why}`;
  const source = same ?? refused;
  judgement.violated(says, source === undefined ? [first.op.id] : [first.op.id, source.op.id]);
}

function beginsBefore(judgement: Judgement, sent: Sent, first: Delivery): void {
  if (sent.s <= first.e) return;
  const begin = `${nameOf(sent.op)} began to send it at ${seconds(sent.s)}`;
  const says = `${nameOf(first.op)} delivered ${titleOf(first.of)} at ${seconds(first.e)}, but ${begin}`;
  judgement.violated(says, [first.op.id, sent.op.id]);
}

/** The k-th message of a body to be seen needs k sends of it that had begun. */
function oneSendEach(judgement: Judgement, messages: MessageFacts[], sends: Sent[]): void {
  const seen = messages.map(earliest).sort((a, b) => a.e - b.e);
  const begun = [...sends].sort((a, b) => a.s - b.s);
  for (let index = 0; index < seen.length; index++) {
    const send = begun[index];
    if (send === undefined) tooMany(judgement, seen[index]!, index + 1, sends);
    else beginsBefore(judgement, send, seen[index]!);
  }
}

function tooMany(judgement: Judgement, first: Delivery, number: number, sends: Sent[]): void {
  const calls = sends.map(({ op }) => nameOf(op)).join(' and ');
  const arrived = `${sends.length} ${sends.length === 1 ? 'send' : 'sends'} of it (${calls}) may have arrived`;
  const says = `${nameOf(first.op)} delivered ${titleOf(first.of)} as message number ${number}, but only ${arrived}`;
  judgement.violated(says, [first.op.id, ...sends.map(({ op }) => op.id)]);
}

const earliest = (message: MessageFacts): Delivery =>
  message.deliveries.reduce((first, delivery) => (delivery.e < first.e ? delivery : first));
