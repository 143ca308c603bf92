import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contract } from '../../models/rules.js';
import { Sqs } from '../../models/sqs/service.js';
import { arnOf, type Call, isFifo, type ReceivedMessage, type Reply } from '../../src/core/calls.js';
import type { Choose, Waiting } from '../../src/core/endpoint.js';
import { replyTo } from '../../src/trace/calls.js';
import { type AnyCall, anyCalls, choosing, filled, lastingCalls, ofTasks } from './any-calls.js';

/** One answer: to the call in this place, at this instant. */
interface Said {
  place: number;
  at: number;
  call: Call;
  reply: Reply;
}

const plain: Choose = () => 0;

/** The model under any calls: what it said, and a look at what it holds after each call. */
class Trial {
  readonly sqs = new Sqs();
  readonly said: Said[] = [];
  readonly #issued = new Map<string, string[]>();
  readonly #handles = new Set<string>();
  /** By MessageId: no id is of two messages (sqs:N12). */
  readonly #bodies = new Map<string, string>();
  readonly #waiting = new Map<number, { place: number; call: Call }>();
  #places = 0;
  now = 0;

  constructor() {
    for (const QueueName of ['r', 'p', 'q']) this.ask({ call: 'CreateQueue', input: { QueueName } });
    for (const QueueName of ['f.fifo', 'g.fifo'])
      this.ask({ call: 'CreateQueue', input: { QueueName, Attributes: { FifoQueue: 'true' } } });
    for (const [QueueUrl, target] of ['q p', 'p q', 'r r', 'f.fifo g.fifo', 'g.fifo f.fifo'].map((pair) =>
      pair.split(' '),
    ))
      this.ask({
        call: 'SetQueueAttributes',
        input: {
          QueueUrl: QueueUrl!,
          Attributes: { RedrivePolicy: `{"deadLetterTargetArn":"${arnOf(target!)}","maxReceiveCount":2}` },
        },
      });
  }

  /** Asks all of them; `around` may look at the service before and after each. */
  run(calls: AnyCall[], choose: Choose, around: (call: Call, ask: () => Reply | Waiting) => void): void {
    for (const each of calls) {
      this.passUntil(this.now + each.gap);
      const call = filled(each, this.#issued);
      around(call, () => this.ask(call, choose));
    }
    this.passUntil(this.now + 20_000);
    expect(this.#waiting.size).toBe(0);
  }

  ask(call: Call, choose = plain): Reply | Waiting {
    const place = this.#places++;
    const reply = this.sqs.call(this.now, call, choose);
    if (reply.kind === 'waiting') this.#waiting.set(reply.ticket, { place, call });
    else this.#hear({ place, at: this.now, call, reply });
    return reply;
  }

  passUntil(at: number): void {
    while (this.sqs.due() <= at) {
      this.now = Math.max(this.now, this.sqs.due());
      for (const { ticket, reply } of this.sqs.settle(this.now)) {
        expect(this.#waiting.has(ticket)).toBe(true);
        this.#hear({ ...this.#waiting.get(ticket)!, at: this.now, reply });
        this.#waiting.delete(ticket);
      }
    }
    this.now = at;
  }

  /** Messages in all queues, after every timer; each is where its timers say and is counted there. */
  stored(): number {
    let total = 0;
    for (const queue of this.sqs.queues.values()) {
      this.ask({ call: 'GetQueueAttributes', input: { QueueUrl: queue.name } });
      const tally = { available: 0, hidden: 0, delayed: 0, gone: 0 };
      for (const message of queue.live.values()) {
        tally[message.place]++;
        if (message.place === 'hidden') expect(message.visibleAt).toBeGreaterThan(this.now);
        if (message.place === 'delayed') expect(message.visibleAt).toBeGreaterThan(this.now);
        expect(contract.expiresAt(message, queue.retention)).toBeGreaterThan(this.now);
      }
      expect(tally).toEqual({ ...queue.counters, gone: 0 });
      total += queue.live.size;
    }
    return total;
  }

  /** Receives all that is counted as available, and nothing else. */
  emptied(): void {
    for (const queue of this.sqs.queues.values()) {
      const QueueUrl = queue.name;
      this.ask({ call: 'SetQueueAttributes', input: { QueueUrl, Attributes: { RedrivePolicy: '' } } });
      const { available } = queue.counters;
      let received = 0;
      for (let got = 1; got > 0; received += got) {
        const input = { QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 43_200, WaitTimeSeconds: 0 };
        const reply = this.ask({ call: 'ReceiveMessage', input }) as { output: { Messages?: ReceivedMessage[] } };
        got = reply.output.Messages?.length ?? 0;
      }
      if (isFifo(QueueUrl)) expect(received).toBeLessThanOrEqual(available);
      else expect(received).toBe(available);
    }
  }

  #hear(said: Said): void {
    this.said.push(said);
    expect(replyTo(said.call.call)(said.reply)).toBeUndefined();
    if (said.reply.kind !== 'ok') return;
    const { TaskHandle } = said.reply.output as { TaskHandle?: string };
    if (TaskHandle !== undefined) this.#issued.set(ofTasks, [...(this.#issued.get(ofTasks) ?? []), TaskHandle]);
    if (said.call.call !== 'ReceiveMessage') return;
    const { Messages = [] } = said.reply.output as { Messages?: ReceivedMessage[] };
    const { QueueUrl, MaxNumberOfMessages = 1, ReceiveRequestAttemptId } = said.call.input;
    const handles = Messages.map(({ ReceiptHandle }) => ReceiptHandle);
    // a retried receive brings what the first one brought, however many it asks for (sqs:F40)
    if (ReceiveRequestAttemptId === undefined) {
      expect(Messages.length).toBeLessThanOrEqual(MaxNumberOfMessages);
      for (const handle of handles) expect(this.#handles.has(handle)).toBe(false);
    }
    for (const handle of handles) this.#handles.add(handle);
    this.#issued.set(QueueUrl, [...(this.#issued.get(QueueUrl) ?? []), ...handles]);
    for (const { MessageId, Body } of Messages) {
      expect(this.#bodies.get(MessageId) ?? Body).toBe(Body);
      this.#bodies.set(MessageId, Body);
    }
    const ids = Messages.map(({ MessageId }) => MessageId);
    expect(new Set(ids).size).toBe(ids.length);
  }
}

/** How many messages more there may be after the call, at least and at most. */
function change(call: Call, reply: Reply | Waiting, inQueue: number): [lo: number, hi: number] {
  if (reply.kind !== 'ok') return [0, 0];
  const { Successful = [] } = reply.output as { Successful?: object[] };
  // a duplicate is not stored (sqs:F20)
  const least = isFifo((call.input as { QueueUrl?: string }).QueueUrl ?? '') ? 0 : 1;
  switch (call.call) {
    case 'SendMessage':
      return [least, 1];
    case 'SendMessageBatch':
      return [least * Successful.length, Successful.length];
    case 'DeleteMessage':
      return [-1, 0];
    case 'DeleteMessageBatch':
      return [-Successful.length, 0];
    case 'PurgeQueue':
    case 'DeleteQueue':
      return [-inQueue, -inQueue];
    default:
      return [0, 0];
  }
}

const answers = fc.array(fc.nat({ max: 20 }), { maxLength: 12 });

describe('any calls in any order', () => {
  test('are answered in the right shape, and counted where their timers say (sqs:C1, sqs:C5, sqs:D5, sqs:N12)', () => {
    fc.assert(
      fc.property(anyCalls, answers, (calls, chosen) => {
        const trial = new Trial();
        trial.run(calls, choosing(chosen), (_, ask) => {
          ask();
          trial.stored();
        });
        trial.emptied();
      }),
      { numRuns: 100 },
    );
  });

  test('give the same answers for the same calls, choices and times (sqs:P11)', () => {
    fc.assert(
      fc.property(anyCalls, answers, (calls, chosen) => {
        const [one, two] = [new Trial(), new Trial()];
        for (const trial of [one, two]) trial.run(calls, choosing(chosen), (_, ask) => ask());
        expect(one.said).toEqual(two.said);
      }),
      { numRuns: 50 },
    );
  });

  test('looking at a queue changes nothing that anybody sees (sqs:C4, sqs:OP6)', () => {
    fc.assert(
      fc.property(anyCalls, (calls) => {
        const [one, two] = [new Trial(), new Trial()];
        one.run(calls, plain, (_, ask) => ask());
        two.run(calls, plain, (_, ask) => {
          two.stored();
          ask();
        });
        const asked = ({ said }: Trial) =>
          said.filter(({ call }) => call.call !== 'GetQueueAttributes').map(({ at, reply }) => ({ at, reply }));
        expect(asked(two)).toEqual(asked(one));
      }),
      { numRuns: 50 },
    );
  });

  test('keep the sum of messages but for sends, deletes, purges and deleted queues (sqs:C7, sqs:L1)', () => {
    fc.assert(
      fc.property(lastingCalls, answers, (calls, chosen) => {
        const trial = new Trial();
        trial.run(calls, choosing(chosen), (call, ask) => {
          const before = trial.stored();
          const { QueueUrl = '' } = call.input as { QueueUrl?: string };
          const inQueue = trial.sqs.queues.get(QueueUrl)?.live.size ?? 0;
          const [lo, hi] = change(call, ask(), inQueue);
          const more = trial.stored() - before;
          expect(more).toBeGreaterThanOrEqual(lo);
          expect(more).toBeLessThanOrEqual(hi);
        });
      }),
      { numRuns: 50 },
    );
  });
});
