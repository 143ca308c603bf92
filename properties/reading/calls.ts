import type { CallName, Calls, Ok, Refusal, Reply } from '../../src/core/calls.js';
import type { Op } from '../../src/core/history.js';
import { limits } from '../../src/core/limits.js';
import type { Facts } from './facts.js';
import type { Called, Timed } from './words.js';

interface Named {
  QueueUrl?: string;
  QueueName?: string;
}

export function calledOf(facts: Facts, op: Op): Called {
  const { call, input, reply, invoked, returned } = op;
  const queue = (input as Named).QueueUrl ?? (input as Named).QueueName;
  const isUnknown = leavesOpen(reply);
  const refusal = reply.kind === 'error' && !isUnknown ? reply : undefined;
  return {
    op,
    s: invoked,
    e: isUnknown ? Number.POSITIVE_INFINITY : returned,
    facts,
    call,
    input,
    queue,
    place: queue === undefined ? facts.nameless : facts.queue(queue),
    outcome: isUnknown ? 'unknown' : refusal === undefined ? 'ok' : 'refused',
    refusal,
  };
}

/** Did the service fail? Then nobody knows what has become of the call (sqs:OP6). */
export const isFailure = (reply: Reply): reply is Refusal => reply.kind === 'error' && reply.status >= 500;

/** Does nobody know what has become of the call? */
export const leavesOpen = (reply: Reply): boolean => reply.kind === 'unknown' || isFailure(reply);

/** What the call answered; only for one that was accepted. */
export const outputOf = <K extends CallName>(op: Op & { call: K }): Calls[K]['output'] => (op.reply as Ok<K>).output;

export const certainlyBefore = (a: Timed, b: Timed): boolean => a.e < b.s;
export const possiblyBefore = (a: Timed, b: Timed): boolean => a.s <= b.e;

/** Letters, digits and punctuation of ASCII, no space (sqs:SM8, sqs:Q14, sqs:Q15). */
export const isLegalId = (id: string): boolean => id.length <= limits.idMax && /^[!-~]+$/.test(id);
