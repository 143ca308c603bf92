import { describe, expect, test } from 'vitest';
import { arnOf } from '../../src/core/calls.js';
import { ask, on, reads, receive, Service, type Story, send, set, tellAll } from './service.js';

const refused = 'InvalidParameterValue';
const over = 'OverLimit';
const account = (k: number): string => String(100_000_000_000 + k);
const root = (k: number): string => `arn:aws:iam::${account(k)}:root`;
const allow = (Label: string, accounts: number[] = [1], Actions: string[] = ['SendMessage']) =>
  ask('AddPermission', { Label, AWSAccountIds: accounts.map(account), Actions });
const disallow = (Label: string) => ask('RemovePermission', { Label });

const statement = (Sid: string, AWS: unknown, Action: unknown) => ({
  Sid,
  Effect: 'Allow',
  Principal: { AWS },
  Action,
  Resource: arnOf('q'),
});
const policy = (...Statement: object[]): string =>
  JSON.stringify({ Version: '2008-10-17', Id: `${arnOf('q')}/SQSDefaultPolicy`, Statement });
const statements = (count: number, more: object = {}): object[] =>
  Array.from({ length: count }, (_, k) => ({ ...statement(`s${k}`, root(1), 'SQS:SendMessage'), ...more }));
const six = 'abcdef'.split('');

const stories: Story[] = [
  {
    rule: 'a permission is one statement of the policy: one text for one account or action, a list for more (sqs:PM1)',
    lines: [
      [0, reads('Policy'), '-'],
      [0, allow('one')],
      [0, reads('Policy'), policy(statement('one', root(1), 'SQS:SendMessage'))],
      [0, allow('two', [1, 2], ['SendMessage', '*'])],
      [
        0,
        reads('Policy'),
        policy(
          statement('one', root(1), 'SQS:SendMessage'),
          statement('two', [root(1), root(2)], ['SQS:SendMessage', 'SQS:*']),
        ),
      ],
    ],
  },
  {
    rule: 'a label is given once (sqs:PM2)',
    lines: [
      [0, allow('a')],
      [0, allow('a', [2], ['ReceiveMessage']), refused],
      [0, allow('A')],
      [
        0,
        reads('Policy'),
        policy(statement('a', root(1), 'SQS:SendMessage'), statement('A', root(1), 'SQS:SendMessage')),
      ],
    ],
  },
  {
    rule: 'removing takes the statement of that label out, and the policy with the last one (sqs:PM2)',
    lines: [
      [0, allow('a')],
      [0, allow('b')],
      [0, disallow('a')],
      [0, reads('Policy'), policy(statement('b', root(1), 'SQS:SendMessage'))],
      [0, disallow('a'), refused],
      [0, disallow('b')],
      [0, reads('Policy'), '-'],
      [0, disallow('b'), refused],
      [0, allow('a')],
    ],
  },
  {
    rule: 'a permission goes into a policy that was set, which is data and keeps nobody out (sqs:PM1, sqs:SA1)',
    lines: [
      [0, set({ Policy: '{"Id":"mine","Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*"}}' })],
      [0, allow('a')],
      [
        0,
        reads('Policy'),
        JSON.stringify({
          Version: '2012-10-17',
          Id: 'mine',
          Statement: [{ Effect: 'Deny', Action: '*' }, statement('a', root(1), 'SQS:SendMessage')],
        }),
      ],
      [0, send('x')],
      [0, receive(), 'x'],
    ],
  },
  {
    rule: 'a label is 1 to 80 letters, digits, hyphens and underscores (sqs:PM3)',
    lines: [
      ...['', 'a b', 'a.b', 'é', 'x'.repeat(81)].map((label): Story['lines'][0] => [0, allow(label), refused]),
      [0, allow('aZ-_09')],
      [0, allow('x'.repeat(80))],
    ],
  },
  {
    rule: 'a permission has 1 to 7 actions and accounts of 12 digits (sqs:PM3)',
    lines: [
      [0, allow('a', [1], []), 'MissingParameter'],
      [0, allow('a', [1], [...six, 'g', 'h']), over],
      [0, allow('a', []), refused],
      [0, ask('AddPermission', { Label: 'a', AWSAccountIds: [account(1), 'x'], Actions: ['*'] }), refused],
      [0, reads('Policy'), '-'],
      [0, allow('a', [1], [...six, 'g'])],
    ],
  },
  {
    rule: 'a policy has at most 8,192 bytes, 20 statements, 50 principals and 10 conditions (sqs:PM3)',
    lines: [
      [0, set({ Policy: policy(...statements(21)) }), over],
      [
        0,
        set({
          Policy: policy(
            statement(
              'a',
              Array.from({ length: 51 }, (_, k) => root(k)),
              '*',
            ),
          ),
        }),
        over,
      ],
      [0, set({ Policy: policy(...statements(11, { Condition: { StringEquals: { a: 'b' } } })) }), over],
      [0, set({ Policy: JSON.stringify({ Id: 'é'.repeat(4100) }) }), over],
      [0, reads('Policy'), '-'],
      [0, set({ Policy: policy(...statements(10, { Condition: { StringEquals: { a: 'b' } } })) })],
      [
        0,
        set({
          Policy: policy(
            statement(
              'a',
              Array.from({ length: 50 }, (_, k) => root(k)),
              '*',
            ),
          ),
        }),
      ],
      [0, allow('b'), over],
      [0, set({ Policy: policy(...statements(20)) })],
      [0, allow('b'), over],
      [0, disallow('s7')],
      [0, allow('b')],
    ],
  },
  {
    rule: 'a change of permissions changes LastModifiedTimestamp, a refused one does not (sqs:U27)',
    lines: [
      [5000, allow('a')],
      [6000, allow('a'), refused],
      [6000, reads('LastModifiedTimestamp'), '5'],
      [7000, disallow('a')],
      [8000, disallow('a'), refused],
      [8000, reads('LastModifiedTimestamp'), '7'],
    ],
  },
  {
    rule: 'other attributes stay as they are (sqs:PM1)',
    queues: { q: { DelaySeconds: '3' }, p: {} },
    lines: [
      [0, allow('a')],
      [0, reads('DelaySeconds'), '3'],
      [0, on('p', reads('Policy')), '-'],
    ],
  },
];

describe('permissions', () => {
  tellAll(stories);

  test('the text of an unknown label says whether there is a policy at all (sqs:PM2)', () => {
    const service = new Service();
    const remove = () => service.call(0, 'RemovePermission', { QueueUrl: 'q', Label: 'x' });
    const text = "Value x for parameter Label is invalid. Reason: can't find label";
    expect(remove()).toMatchObject({ message: `${text}.` });
    service.ok(0, 'SetQueueAttributes', { QueueUrl: 'q', Attributes: { Policy: policy(...statements(1)) } });
    expect(remove()).toMatchObject({ message: `${text} on existing policy.` });
  });
});
