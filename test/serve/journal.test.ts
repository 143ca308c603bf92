import { describe, expect, test } from 'vitest';
import { contract } from '../../models/rules.js';
import { Sqs } from '../../models/sqs/service.js';
import { properties } from '../../properties/index.js';
import { check, violationsOf } from '../../src/check.js';
import type { Call } from '../../src/core/calls.js';
import type { FaultName, Liberty } from '../../src/core/schedule.js';
import { modelEndpoint, modelEpoch } from '../../src/endpoints/model.js';
import { ActorExchange } from '../../src/run/exchange.js';
import { run } from '../../src/run/run.js';
import { plainDesk } from '../../src/serve/desk.js';
import { Journal } from '../../src/serve/journal.js';
import { Served } from '../../src/serve/served.js';
import { VirtualClock } from '../../src/time/virtual.js';
import { readTrace, writeTrace } from '../../src/trace.js';
import { home } from '../../src/wire/place.js';
import { json } from '../wire/ask.js';

/** A recording service in virtual time. */
function recording(liberties: readonly Liberty[] = [], faults: readonly FaultName[] = []) {
  const clock = new VirtualClock();
  const endpoint = () => modelEndpoint(new Sqs(contract, modelEpoch), clock);
  const served = new Served(clock, endpoint, { ...plainDesk, seed: 'any', liberties, faults, record: true });
  const ask = (from: string, action: string, input: object) => served.answer(json(action, input), from);
  const told = (from: string, action: string, input: object): unknown =>
    JSON.parse((ask(from, action, input) as { body: string }).body);
  return { clock, served, ask, told };
}

const QueueUrl = 'q';

describe('what clients did is a history', () => {
  test('with a step for each call, handles as blanks where the actor holds them', () => {
    const { served, told } = recording();
    told('1', 'CreateQueue', { QueueName: 'q' });
    for (const MessageBody of ['a', 'b', 'c']) told('1', 'SendMessage', { QueueUrl, MessageBody });
    const {
      Messages: [a],
    } = told('2', 'ReceiveMessage', { QueueUrl }) as { Messages: { ReceiptHandle: string }[] };
    const {
      Messages: [b],
    } = told('2', 'ReceiveMessage', { QueueUrl }) as { Messages: { ReceiptHandle: string }[] };
    told('2', 'DeleteMessage', { QueueUrl, ReceiptHandle: a!.ReceiptHandle });
    const Entries = [{ Id: 'x', ReceiptHandle: b!.ReceiptHandle }];
    told('1', 'DeleteMessageBatch', { QueueUrl, Entries });
    told('1', 'DeleteMessage', { QueueUrl, ReceiptHandle: 'garbage' });
    const { schedule, ops } = served.history()!;
    expect(ops.map(({ invoked }) => invoked)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(schedule.steps.slice(4)).toEqual([
      { id: 5, actor: 'client1', call: 'ReceiveMessage', input: { QueueUrl } },
      { id: 6, actor: 'client1', call: 'ReceiveMessage', input: { QueueUrl } },
      { id: 7, actor: 'client1', call: 'DeleteMessage', input: { QueueUrl }, receipts: [1] },
      {
        id: 8,
        actor: 'client1',
        call: 'DeleteMessageBatch',
        input: { QueueUrl, Entries: [{ Id: 'x' }] },
        receipts: [0],
      },
      { id: 9, actor: 'client1', call: 'DeleteMessage', input: { QueueUrl, ReceiptHandle: 'garbage' } },
    ]);
  });

  test('a client whose poll waits is another actor than who asks meanwhile', async () => {
    const { clock, served, ask, told } = recording();
    told('1', 'CreateQueue', { QueueName: 'q' });
    const poll = ask('1', 'ReceiveMessage', { QueueUrl, WaitTimeSeconds: 20 });
    told('2', 'SendMessage', { QueueUrl, MessageBody: 'a' });
    await poll;
    await clock.until(5000);
    told('2', 'ListQueues', {});
    const { ops, schedule } = served.history()!;
    expect(ops.map(({ actor, invoked, returned }) => [actor, invoked, returned])).toEqual([
      ['client1', 1, 1],
      ['client1', 2, 3],
      ['client2', 3, 3],
      ['client2', 5000, 5000],
    ]);
    expect(schedule.steps[3]!.at).toEqual({ wait: 4997 });
  });

  test('what no trace can say is refused and left out', () => {
    const { served, ask, told } = recording();
    told('1', 'CreateQueue', { QueueName: 'q' });
    const half = { QueueUrl, MessageBody: 'a', DelaySeconds: 0.5 };
    expect(ask('1', 'SendMessage', half)).toMatchObject({ status: 400 });
    expect(served.history()!.ops).toHaveLength(1);
  });

  test('every region and account has its own', () => {
    const { served, ask } = recording();
    for (const key of ['111111111111', '222222222222']) {
      const authorization = `AWS4-HMAC-SHA256 Credential=${key}/20261101/us-east-1/sqs/aws4_request,`;
      served.answer(json('CreateQueue', { QueueName: key }, { headers: { authorization } }), '1');
    }
    const [first] = served.histories();
    expect(first!.history.ops).toHaveLength(1);
    expect(served.history()).toBeUndefined();
    expect(ask('1', 'ListQueues', {})).toMatchObject({ status: 200 });
    expect(served.history()!.ops).toHaveLength(1);
    expect(served.histories().map(({ place: { account }, history }) => [account, history.ops.length])).toEqual([
      ['111111111111', 1],
      ['222222222222', 1],
      ['000000000000', 1],
    ]);
    expect(served.history({ region: 'us-east-1', account: '222222222222' })!.ops).toHaveLength(1);
  });
});

test('nothing asked is a history too, and what is asked before there is a queue belongs to it', () => {
  const { served, told } = recording();
  expect(served.histories().map(({ place }) => place)).toEqual([home]);
  expect(readTrace(writeTrace(served.history()!)).history.ops).toEqual([]);
  told('1', 'PurgeQueue', { QueueUrl: 'nobody' });
  expect(served.history()!.ops).toMatchObject([{ call: 'PurgeQueue', reply: { code: 'QueueDoesNotExist' } }]);
});

test('a call that a fault repeats is followed by the next one at the same distance when it is run again', async () => {
  const { clock, served, ask } = recording([], ['repeated']);
  for (let i = 0; i < 60; i++) {
    await clock.until(Promise.resolve(ask('1', 'CreateQueue', { QueueName: 'q' })));
    if (i % 7 === 0) await clock.until(clock.now() + 1000);
  }
  const { schedule, ops } = served.history()!;
  expect(ops.length).toBeGreaterThan(60);
  const again = await run(schedule, modelEndpoint(new Sqs(contract, modelEpoch)));
  const times = (all: typeof ops): unknown[] => all.map(({ step, invoked, returned }) => [step, invoked, returned]);
  expect(times(again.ops.slice(0, ops.length))).toEqual(times(ops));
});

test('a recorded session is a trace that check and replay take', async () => {
  const { clock, served, ask, told } = recording(['order', 'short', 'stale-delete']);
  told('0', 'CreateQueue', { QueueName: 'q', Attributes: { VisibilityTimeout: '3' } });
  for (let i = 0; i < 20; i++) {
    told('1', 'SendMessage', { QueueUrl, MessageBody: `body ${i}` });
    const names = { MessageSystemAttributeNames: ['All'], MessageAttributeNames: ['All'] };
    const poll = ask('2', 'ReceiveMessage', { QueueUrl, WaitTimeSeconds: 2, MaxNumberOfMessages: 2, ...names });
    await clock.until(clock.now() + 1500);
    const { body } = (await poll) as { body: string };
    const { Messages = [] } = JSON.parse(body) as { Messages?: { ReceiptHandle: string }[] };
    for (const { ReceiptHandle } of Messages.slice(i % 2)) told('2', 'DeleteMessage', { QueueUrl, ReceiptHandle });
  }
  const text = writeTrace(served.history()!);
  const { history } = readTrace(text);
  expect(writeTrace(history)).toBe(text);
  expect(violationsOf(check(history, properties))).toEqual([]);
  const again = await run(history.schedule, modelEndpoint(new Sqs(contract, modelEpoch)));
  // bodies begin with their certificates when a schedule is run, and a drain follows
  const shape = ({ call, invoked, returned, reply }: (typeof history.ops)[number]): unknown[] => [
    call,
    invoked,
    returned,
    JSON.stringify(reply).match(/msg-\d+|q\/\d+\/\d+/g),
  ];
  expect(again.ops.slice(0, history.ops.length).map(shape)).toEqual(history.ops.map(shape));
  expect(violationsOf(check(again, properties))).toEqual([]);
});

test('a journal that keeps nothing holds on to one op, also while a poll waits', () => {
  const endpoint = modelEndpoint(new Sqs(contract, modelEpoch));
  const { level, setup } = plainDesk;
  const journal = new Journal(endpoint, { seed: 'any', level, liberties: [], setup }, false);
  const ask = (call: Call): unknown => {
    const visit = journal.begin(call, '1', () => undefined)!;
    const op = new ActorExchange(journal, visit.actor, call, visit.step).send();
    if (op instanceof Promise) return op;
    journal.end(visit, op);
    return op.reply.kind;
  };
  expect(ask({ call: 'CreateQueue', input: { QueueName: 'q' } })).toBe('ok');
  expect(ask({ call: 'CreateQueue', input: { QueueName: 'other' } })).toBe('ok');
  expect(ask({ call: 'ReceiveMessage', input: { QueueUrl: 'q', WaitTimeSeconds: 20 } })).toBeInstanceOf(Promise);
  for (let k = 0; k < 100; k++)
    expect(ask({ call: 'SendMessage', input: { QueueUrl: 'other', MessageBody: `m${k}` } })).toBe('ok');
  expect(journal.ops.length).toBeLessThanOrEqual(2);
});
