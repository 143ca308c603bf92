import { describe, test } from 'vitest';
import { deduplication } from '../../properties/deduplication.js';
import { stableIdentity } from '../../properties/stable-identity.js';
import { del, fifo, got, purge, receive, send, sendBatch, setAttributes } from '../fifo.js';
import { history, sha256 } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds } = verdictsOf(deduplication);
const identity = verdictsOf(stableIdentity);

const d = { dedup: 'd' };
const perGroup = { DeduplicationScope: 'messageGroup', FifoThroughputLimit: 'perMessageGroupId' };
const stored = (id: string, by: string) =>
  `was answered with message id-${id}, but send #0 had made id-m0 under the same deduplication id by ${by}, less than 300 s before`;
const late = (id: number) =>
  `send #1 at ${id} s was answered with m0 of send #0, but that was made by 0 s, and its deduplication id counts for 300 s`;

describe('sqs:I17 the identity of a duplicate', () => {
  test.each([
    ['strict', fifo()],
    ['documented', fifo({}, { level: 'documented' })],
  ])('a duplicate is stored again (sqs:F20, sqs:F21), %s', (_, frame) => {
    const ops = [send('m0', d), send('m1', { at: 1, ...d })];
    broken(history(ops, frame), `send #1 at 0.001 s ${stored('m1', '0 s')}`, [1, 0]);
  });

  test('the id counts to the last millisecond of 300 s (sqs:B4)', () => {
    const at = (t: number) => history([send('m0', d), send('m1', { at: t, ...d })], fifo());
    broken(at(299_999), `send #1 at 299.999 s ${stored('m1', '0 s')}`, [1, 0]);
    holds(at(300_000), 0);
  });

  test('it is not forgotten with the delete (sqs:F23)', () => {
    const ops = [
      send('m0', d),
      receive({ at: 1, got: got('m0') }),
      del('m0/1', { at: 2 }),
      send('m1', { at: 3, ...d }),
    ];
    broken(history(ops, fifo()), `send #3 at 0.003 s ${stored('m1', '0 s')}`, [3, 0]);
  });

  test('the id of the content is the SHA-256 of the body (sqs:F3)', () => {
    const ops = [send('m0', { dedup: null }), send('m0', { at: 1, dedup: sha256('m0'), id: 'id-m1' })];
    broken(
      history(ops, fifo({ ContentBasedDeduplication: 'true' })),
      `send #1 at 0.001 s ${stored('m1', '0 s')}`,
      [1, 0],
    );
  });

  test('both entries of a batch are stored (sqs:SB8)', () =>
    broken(
      history([sendBatch(['m0', 'm1'], d)], fifo()),
      'send batch #0 at 0 s was answered with message id-m1, but send batch #0 had made id-m0 under the same deduplication id by 0 s, less than 300 s before',
      [0],
    ));

  test('two sends at once both make a message', () => {
    const ops = [send('m0', { to: 9, ...d }), send('m1', { at: 1, to: 5, ...d })];
    broken(history(ops, fifo()), `send #1 at 0.001 s ${stored('m1', '0.009 s')}`, [1, 0]);
  });

  test('scope messageGroup: the group makes the key (sqs:F22)', () => {
    const of = (group: string) => history([send('m0', d), send('m1', { at: 1, group, ...d })], fifo(perGroup));
    broken(of('g'), `send #1 at 0.001 s ${stored('m1', '0 s')}`, [1, 0]);
    holds(of('h'), 0);
    const queueWide = history([send('m0', d), send('m1', { at: 1, group: 'h', ...d })], fifo());
    broken(queueWide, `send #1 at 0.001 s ${stored('m1', '0 s')}`, [1, 0]);
  });

  test('an id that another key has got breaks the identity of the message (sqs:F22)', () => {
    const ops = [send('m0', d), send('m1', { at: 1, group: 'h', id: 'id-m0', ...d })];
    identity.broken(
      history(ops, fifo(perGroup)),
      'send #1 was answered with MessageId id-m0, which send #0 had got',
      [1, 0],
    );
    identity.holds(history(ops, fifo()), 2);
  });
});

describe('sqs:I18 the effect ends with the window', () => {
  test('a send after 300 s is taken for a duplicate', () => {
    const at = (t: number) => history([send('m0', d), send('m0', { at: t, ...d })], fifo());
    broken(at(300_000), late(300), [1, 0]);
    holds(at(299_999), 1);
  });

  test('duplicates do not make the window longer (sqs:F24)', () => {
    const ops = [send('m0', d), send('m0', { at: 200_000, ...d }), send('m0', { at: 310_000, ...d })];
    broken(
      history(ops, fifo()),
      'send #2 at 310 s was answered with m0 of send #0, but that was made by 0 s, and its deduplication id counts for 300 s',
      [2, 0],
    );
  });

  test('documented: AWS may forget a minute late (sqs:U30)', () => {
    const at = (t: number) => history([send('m0', d), send('m0', { at: t, ...d })], fifo({}, { level: 'documented' }));
    holds(at(359_999), 1);
    broken(at(360_000), late(360), [1, 0]);
  });

  test('a purge forgets the ids (sqs:PQ4)', () => {
    const ops = [send('m0', d), purge({ at: 1 }), send('m0', { at: 2, ...d })];
    broken(
      history(ops, fifo()),
      'send #2 at 0.002 s was answered with m0 of send #0, but purge #1 at 0.001 s had made the queue forget its deduplication id',
      [2, 0, 1],
    );
    holds(history(ops, fifo({}, { level: 'documented' })), 1);
  });
});

describe('sqs:I17 tempting, but good', () => {
  test('a new message after a purge, or around one (sqs:PQ4)', () => {
    const ops = [send('m0', d), purge({ at: 1, to: 9 }), send('m1', { at: 10, ...d })];
    holds(history(ops, fifo()), 0);
    holds(history([ops[0]!, ops[1]!, send('m1', { at: 5, ...d })], fifo()), 0);
  });

  test('the first may be a duplicate of one whose answer was lost', () => {
    const ops = [
      send('m0', { unknown: true, ...d }),
      send('m0', { at: 299_000, ...d }),
      send('m1', { at: 301_000, ...d }),
    ];
    holds(history(ops, fifo()), 0);
    holds(history([ops[0]!, ops[1]!, send('m0', { at: 301_000, ...d })], fifo()), 1);
  });

  test('answered with the message of a lost send with the same body', () => {
    const ops = [send('m0', { unknown: true, ...d }), send('m0', { at: 1, id: 'id-x', ...d })];
    holds(history([...ops, receive({ at: 2, got: [{ body: 'm0', id: 'id-x' }] })], fifo()), 0);
  });

  test('sends that overlap the end of the window', () => {
    const ops = [send('m0', d), send('m0', { at: 299_000, to: 302_000, ...d }), send('m1', { at: 301_000, ...d })];
    holds(history(ops, fifo()), 1);
  });

  test('a refused send does not use the id up (sqs:F26)', () =>
    holds(history([send('m0', { refused: 'InvalidMessageContents', ...d }), send('m1', { at: 1, ...d })], fifo()), 0));

  test('after a change of the scope both scopes are legal (sqs:F25)', () => {
    const changed = setAttributes({ DeduplicationScope: 'messageGroup' }, { at: 1 });
    const ops = (id: string) => [send('m0', d), changed, send('m1', { at: 2, group: 'h', id, ...d })];
    holds(history(ops('id-m1'), fifo()), 0);
    holds(history(ops('id-m0'), fifo()), 0);
  });
});
