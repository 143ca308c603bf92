import { describe, expect, test } from 'vitest';
import type { FailedEntry } from '../../src/core/calls.js';
import type { Schedule } from '../../src/core/schedule.js';
import { type Refusal, refusals, refused } from '../../src/generate/steps/refusals.js';
import { run } from '../../src/run/run.js';
import { model, schedule, stepped } from '../steps.js';

/** JSON names of the rows and rules of the table; everything else is an invalid parameter. */
const codes: Record<string, string> = {
  E1: 'QueueDoesNotExist',
  E2: 'MissingRequiredParameterException',
  E8: 'InvalidAttributeName',
  E9: 'InvalidAttributeValue',
  E11: 'InvalidMessageContents',
  E20: 'ReceiptHandleIsInvalid',
  E25: 'OverLimit',
  E30: 'EmptyBatchRequest',
  E31: 'TooManyEntriesInBatchRequest',
  E32: 'InvalidBatchEntryId',
  E33: 'BatchEntryIdsNotDistinct',
  E34: 'BatchRequestTooLong',
  E42: 'ResourceNotFoundException',
  E45: 'ResourceNotFoundException',
  SB4: 'InvalidMessageContents',
  DB2: 'ReceiptHandleIsInvalid',
};

const policy = (target: string): string =>
  JSON.stringify({ deadLetterTargetArn: `arn:aws:sqs:us-east-1:000000000000:${target}`, maxReceiveCount: 3 });

/** A queue with a dead-letter queue and one message in flight, and another queue. */
function scheduleFor(refusal: Refusal): Schedule {
  const [, , , where] = refusal;
  const suffix = where === 'fifo' || where === 'explicit' ? '.fifo' : '';
  const [queue, other, deadLetters] = [`q1${suffix}`, `q2${suffix}`, `q3${suffix}`];
  const stranger = 'q4.fifo';
  const type = suffix === '' ? {} : { FifoQueue: 'true' };
  const message = suffix === '' ? {} : { MessageGroupId: 'g', MessageDeduplicationId: 'd' };
  const queues = {
    [queue]: { ...type, MaximumMessageSize: '1024', RedrivePolicy: policy(deadLetters) },
    [other]: type,
    [deadLetters]: type,
    [stranger]: { FifoQueue: 'true' },
  };
  const held = schedule(
    [
      { call: 'SendMessage', input: { QueueUrl: queue, ...message } },
      { call: 'ReceiveMessage', input: { QueueUrl: queue } },
    ],
    { queues },
  );
  return { ...held, steps: [...held.steps, refused(3, 'a', refusal, { queue, other, deadLetters, stranger })] };
}

describe('every refusal of the generator is one', () => {
  test.each(refusals.map((refusal, k) => [k, refusal[0], refusal[1], refusal] as const))(
    '%i: sqs:%s %s',
    async (_, rule, __, refusal) => {
      const history = await run(scheduleFor(refusal), model());
      const { reply } = stepped(history).at(-1)!;
      const code = codes[rule] ?? 'InvalidParameterValueException';
      if (reply.kind === 'error') return expect(reply.code).toBe(code);
      const { Failed = [] } = (reply.kind === 'ok' ? reply.output : {}) as { Failed?: FailedEntry[] };
      // entries fail with legacy codes (sqs:SB5)
      expect(Failed.map(({ Code }) => Code)).toEqual([
        code.replace('InvalidParameterValueException', 'InvalidParameterValue'),
      ]);
    },
  );
});
