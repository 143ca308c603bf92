import type { Calls } from '../../src/core/calls.js';
import { limits } from '../../src/core/limits.js';
import { isDeletion } from '../existence.js';
import type { Delivery, Facts } from '../facts.js';
import { certainlyLatest } from '../facts.js';
import { certainlyDeleted, certainlyHidden } from '../window.js';
import { type Ask, type Check, outside, type Wrong } from './check.js';
import { rows } from './rows.js';

type Handle = { ReceiptHandle?: string };
type Change = Handle & { VisibilityTimeout?: number };

/** What can be wrong with the handle of a delete or a visibility change (sqs section 1.5). */
export const handleChecks: readonly Check<Handle>[] = [
  {
    rule: 'sqs:OP4',
    demands: 'ReceiptHandle is given',
    row: rows.missing,
    wrong: ({ ReceiptHandle }) => ReceiptHandle === undefined || ReceiptHandle === null || (ReceiptHandle === '' && 'odd'),
  },
  {
    rule: 'sqs:RH1',
    demands: 'SQS has issued the handle, and for this queue (sqs:RH13)',
    row: rows.handle,
    wrong: ({ ReceiptHandle }, ask) => (ReceiptHandle ? foreign(ReceiptHandle, ask) : false),
    because: issue,
  },
];

/** What can be wrong with a visibility change beyond its handle. */
export const changeChecks: readonly Check<Change>[] = [
  {
    rule: 'sqs:CV2',
    demands: `VisibilityTimeout is 0 to ${limits.visibilityMax}`,
    row: rows.invalidParameter,
    wrong: ({ VisibilityTimeout }) => outside(VisibilityTimeout, 0, limits.visibilityMax),
  },
  {
    rule: 'sqs:RH8',
    demands: 'the message still exists',
    row: rows.invalidParameter,
    wrong: (change, ask) => with_(change, ask, gone),
    because: (change, ask) => [
      ...issue(change, ask),
      ...with_(change, ask, ({ of }) => certainlyDeleted(ask.facts, of, ask.s)?.op.id ?? false, []),
    ],
  },
  {
    rule: 'sqs:V8',
    demands: `one receipt hides its message for at most ${limits.visibilityMax} s in all`,
    row: rows.invalidParameter,
    wrong: (change, ask) => overCap(change, ask),
    because: issue,
  },
  {
    rule: 'sqs:RH7',
    demands: 'the message is in flight',
    row: rows.notInFlight,
    wrong: () => false,
  },
];
