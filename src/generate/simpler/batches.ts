import type { CallName } from '../../core/calls.js';
import type { Step } from '../../core/schedule.js';
import type { Members } from '../members.js';
import { simplerMembers } from './members.js';
import { withMembers } from './replace.js';

const singleOf: Partial<Record<CallName, CallName>> = {
  SendMessageBatch: 'SendMessage',
  DeleteMessageBatch: 'DeleteMessage',
  ChangeMessageVisibilityBatch: 'ChangeMessageVisibility',
};

/** A batch as a single call with one of its entries, and with fewer or simpler entries. */
export function* simplerBatches(step: Step): Generator<Step> {
  const entries = step.input.Entries;
  const call = singleOf[step.call];
  if (!Array.isArray(entries) || call === undefined) return;
  for (const k of entries.keys()) yield single(step, call, entries, k);
  for (let k = entries.length - 1; k >= 0; k--) {
    yield withoutEntry(step, entries, k);
    for (const entry of simplerMembers(entries[k] as Members, ['Id']))
      yield withMembers(step, { Entries: entries.with(k, entry) });
  }
}

/** A single call with the members of entry `k`, and with its receipt. */
function single(step: Step, call: CallName, entries: readonly Members[], k: number): Step {
  const { Entries: _, ...others } = step.input;
  const { Id: __, ...members } = entries[k]!;
  const receipt = step.receipts?.[k];
  const receipts = receipt === undefined ? {} : { receipts: [receipt] };
  return { ...step, ...receipts, call, input: { ...others, ...members } };
}

function withoutEntry(step: Step, entries: readonly Members[], k: number): Step {
  const fewer = withMembers(step, { Entries: entries.toSpliced(k, 1) });
  return step.receipts === undefined ? fewer : { ...fewer, receipts: step.receipts.toSpliced(k, 1) };
}
