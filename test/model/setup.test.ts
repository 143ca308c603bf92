import { describe, expect, test } from 'vitest';
import { Sqs } from '../../models/sqs/service.js';
import { arnOf, type QueueAttributes } from '../../src/core/calls.js';
import { modelEndpoint } from '../../src/endpoints/model.js';
import { redrive } from './service.js';

/** The policy attributes of queue `q` after a setup with these queues. */
function opened(queues: Record<string, QueueAttributes>, QueueUrl = 'q'): QueueAttributes | undefined {
  const sqs = new Sqs();
  const setup = { queues: Object.entries(queues).map(([name, attributes]) => ({ name, attributes })) };
  void modelEndpoint(sqs).open(setup);
  const AttributeNames = ['FifoQueue', 'DelaySeconds', 'RedrivePolicy', 'RedriveAllowPolicy'];
  const reply = sqs.call(0, { call: 'GetQueueAttributes', input: { QueueUrl, AttributeNames } }, () => 0);
  return (reply as { output: { Attributes?: QueueAttributes } }).output.Attributes;
}

const denyAll = '{"redrivePermission":"denyAll"}';

describe('a setup on the model', () => {
  test('has FIFO queues with their attributes (sqs:D2, sqs:CQ2)', () => {
    expect(opened({ 'q.fifo': { FifoQueue: 'true', DelaySeconds: '5' } }, 'q.fifo')).toEqual({
      FifoQueue: 'true',
      DelaySeconds: '5',
    });
  });

  test('sends dead letters to queues that come later, or in a circle (sqs:X2)', () => {
    const RedrivePolicy = redrive('d', 1);
    expect(opened({ q: { RedrivePolicy }, d: { RedrivePolicy: redrive('q', 1) } })).toEqual({
      DelaySeconds: '0',
      RedrivePolicy,
    });
  });

  test('has sources of a queue that denies all, and lets it deny them (sqs:X12)', () => {
    const RedrivePolicy = redrive('d', 1);
    const queues = { d: { RedriveAllowPolicy: denyAll }, q: { RedrivePolicy } };
    expect(opened(queues)).toMatchObject({ RedrivePolicy });
    expect(opened(queues, 'd')).toMatchObject({ RedriveAllowPolicy: denyAll });
  });

  test.each([
    ['a name in .fifo without FifoQueue', { 'q.fifo': {} }],
    ['a target of the other type', { q: { RedrivePolicy: redrive('d.fifo', 1) }, 'd.fifo': { FifoQueue: 'true' } }],
    ['a target that is not there', { q: { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arnOf('d') }) } }],
  ])('is refused with %s (sqs:CQ2, sqs:X2)', (_, queues) => {
    expect(() => opened(queues as unknown as Record<string, QueueAttributes>)).toThrow('the setup was refused');
  });
});
