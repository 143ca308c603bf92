import { describe, expect, test } from 'vitest';
import type { Reply } from '../src/core/calls.js';
import type { History } from '../src/core/history.js';
import { differences } from '../src/differences.js';
import { type Draft, play } from './steps.js';

const refusedWith = (code: string, message: string): Reply => ({ kind: 'error', code, status: 400, message });

/** The history with another answer to its op number `k`. */
const answered = (history: History, k: number, reply: Reply): History => ({
  ...history,
  ops: history.ops.map((op) => (op.id === k ? ({ ...op, reply } as typeof op) : op)),
});

const said = async (steps: Draft[], k: number, change: (reply: Reply) => Reply) => {
  const expected = await play(steps);
  return differences(answered(expected, k, change(expected.ops[k]!.reply)), expected);
};

const tooMany: Draft[] = [{ call: 'ReceiveMessage', input: { MaxNumberOfMessages: 11 } }];
const worded = (message: string) => (reply: Reply) => ({ ...(reply as object), message }) as Reply;

describe('the text of a refusal (sqs:E60)', () => {
  test('is told where it differs', async () => {
    expect(await said(tooMany, 0, worded('No.'))).toEqual([
      {
        what: 'the text of InvalidParameterValueException of ReceiveMessage',
        says: 'ReceiveMessage #0 was refused with "No"; recorded is "Value 11 for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided"',
      },
    ]);
  });

  test.each<[string, Draft[], (reply: Reply) => Reply]>([
    ['the same', tooMany, (reply) => reply],
    ['another code, of which a property speaks', tooMany, () => refusedWith('Other', 'No.')],
    ['no refusal, of which a property speaks', tooMany, () => ({ kind: 'ok', output: {} })],
    ['no answer', tooMany, () => ({ kind: 'unknown', why: 'lost' })],
    [
      'a text that nobody has recorded (sqs:E18)',
      [{ call: 'SendMessage', input: { MessageAttributes: { a: { DataType: 'Strange', StringValue: 'x' } } } }],
      worded('No.'),
    ],
  ])('not: %s', async (_, steps, change) => {
    expect(await said(steps, 0, change)).toEqual([]);
  });

  test('not for what is wrong with a handle, which goes with the instant (sqs:E21, sqs:E22)', async () => {
    const fault = (reason: string) =>
      refusedWith(
        'InvalidParameterValueException',
        `Value h for parameter ReceiptHandle is invalid. Reason: ${reason}`,
      );
    const expected = answered(await play(tooMany), 0, fault('The receipt handle has expired.'));
    const told = (reason: string) => differences(answered(expected, 0, fault(reason)), expected);
    expect(told('Message does not exist or is not available for visibility timeout change.')).toEqual([]);
    expect(told('Because.')).toHaveLength(1);
  });

  test('not for the handle in it, which is the server’s own', async () => {
    const steps: Draft[] = [{ call: 'DeleteMessage', input: { ReceiptHandle: 'none of ours' } }];
    const expected = await play(steps);
    const [op] = expected.ops;
    const { message } = op!.reply as Extract<Reply, { kind: 'error' }>;
    const actual: History = {
      ...expected,
      ops: [
        {
          ...op!,
          input: { QueueUrl: 'q', ReceiptHandle: 'theirs' },
          reply: worded(message.replace('none of ours', 'theirs'))(op!.reply),
        } as typeof op & object,
      ],
    };
    expect(message).toContain('none of ours');
    expect(differences(actual, expected)).toEqual([]);
  });
});

describe('members of an answer', () => {
  const all = { MessageSystemAttributeNames: ['All'] };
  const steps: Draft[] = [{ call: 'SendMessage' }, { call: 'ReceiveMessage', input: all }];
  const changed =
    (change: (message: Record<string, unknown>) => object) =>
    (reply: Reply): Reply => {
      const { output } = reply as { output: { Messages: Record<string, unknown>[] } };
      return { kind: 'ok', output: { Messages: output.Messages.map(change) } } as Reply;
    };

  test('are told where one is missing or too many', async () => {
    expect(
      await said(
        steps,
        1,
        changed(({ MD5OfBody: _, ...message }) => ({ ...message, Colour: 'red' })),
      ),
    ).toEqual([
      {
        what: 'the members of a message of ReceiveMessage',
        says: 'ReceiveMessage #1 showed a message without MD5OfBody and with Colour',
      },
    ]);
    expect(
      await said(
        steps,
        1,
        changed((message) => ({ ...message, Attributes: {} })),
      ),
    ).toMatchObject([{ what: 'the members of the attributes of a message of ReceiveMessage' }]);
    expect(await said(steps, 0, () => ({ kind: 'ok', output: { MessageId: 'x' } }) as Reply)).toMatchObject([
      { says: 'SendMessage #0 showed the answer without MD5OfMessageBody' },
    ]);
  });

  test('not for that of a dead letter: whether it is one goes with the instant', async () => {
    const moved = changed((message) => ({
      ...message,
      Attributes: { ...(message.Attributes as object), DeadLetterQueueSourceArn: 'arn:aws:sqs:us-east-1:0:q' },
    }));
    expect(await said(steps, 1, moved)).toEqual([]);
  });

  test('not for another message: which one comes is free', async () => {
    expect(
      await said(
        steps,
        1,
        changed((message) => ({ ...message, Body: 'm9', Colour: 'red' })),
      ),
    ).toEqual([]);
    expect(await said(steps, 1, () => ({ kind: 'ok', output: {} }))).toEqual([]);
  });

  test('not once a call on the queue had another outcome: what it shows follows from that', async () => {
    const read: Draft = { call: 'GetQueueAttributes', input: { AttributeNames: ['QueueArn'] } };
    const expected = await play([read, { call: 'SendMessage' }, read]);
    const bare: Reply = { kind: 'ok', output: { Attributes: {} } };
    const told = (history: History) => differences(history, expected).map(({ says }) => says);
    const both = answered(answered(expected, 0, bare), 2, bare);
    expect(told(both)).toEqual([0, 2].map((k) => `GetQueueAttributes #${k} showed the attributes without QueueArn`));
    const lost = answered(both, 1, { kind: 'unknown', why: 'lost' });
    expect(told(lost)).toEqual(['GetQueueAttributes #0 showed the attributes without QueueArn']);
  });

  test('of queue attributes', async () => {
    const read: Draft[] = [{ call: 'GetQueueAttributes', input: { AttributeNames: ['QueueArn'] } }];
    const more = await said(read, 0, () => ({ kind: 'ok', output: { Attributes: { Colour: 'red' } } }) as Reply);
    expect(more).toMatchObject([
      { says: 'GetQueueAttributes #0 showed the attributes without QueueArn and with Colour' },
    ]);
  });
});

test('what the drain saw is compared with nothing', async () => {
  const expected = await play([{ call: 'SendMessage' }]);
  const drained = expected.ops.find(({ step, call }) => step === undefined && call === 'ReceiveMessage')!;
  expect(differences(answered(expected, drained.id, { kind: 'ok', output: {} }), expected)).toEqual([]);
});
