import { type FaultName, type Liberty, liberties } from '../../src/core/schedule.js';
import type { Facts } from '../reading/facts.js';
import type { Scene } from './reach.js';

const faults: readonly FaultName[] = ['lost-request', 'lost-reply', 'repeated', 'slow-reply', 'throttled', 'crash'];
const codes: readonly string[] = [
  'QueueDoesNotExist',
  'MissingRequiredParameterException',
  'InvalidParameterValueException',
  'InvalidMessageContents',
  'InvalidAttributeName',
  'InvalidAttributeValue',
  'ReceiptHandleIsInvalid',
  'PurgeQueueInProgress',
  'QueueDeletedRecently',
  'QueueNameExists',
  'EmptyBatchRequest',
  'TooManyEntriesInBatchRequest',
  'InvalidBatchEntryId',
  'BatchEntryIdsNotDistinct',
  'BatchRequestTooLong',
  'ResourceNotFoundException',
  'OverLimit',
];

const nameOfFault = new Map<string, string>(faults.map((name) => [name, `fault: ${name}`]));
const nameOfCode = new Map(codes.map((code) => [code, `refusal: ${code}`]));

/** Scenes of their own: a look for each name would be slow. */
const ops: Scene = {
  reaches: [...nameOfFault.values(), ...nameOfCode.values()].map((name) => ({ name })),
  look({ history }: Facts, found: Set<string>): void {
    for (const { fault, reply } of history.ops) {
      const faulty = fault && nameOfFault.get(fault);
      if (faulty !== undefined) found.add(faulty);
      const refused = reply.kind === 'error' ? nameOfCode.get(reply.code) : undefined;
      if (refused !== undefined) found.add(refused);
    }
  },
};

/** A FIFO queue delivers exactly once, and says what it does not do (sqs:F38). */
const standardOnly: ReadonlySet<string> = new Set<Liberty>(['stale-delete', 'expired-change', 'duplicate', 'zombie']);

const nameOfLiberty = new Map(Object.keys(liberties).map((label) => [label, `liberty: ${label}`]));

const taken: Scene = {
  reaches: [...nameOfLiberty].map(([label, name]) => (standardOnly.has(label) ? { name, on: 'standard' } : { name })),
  look({ history }: Facts, found: Set<string>): void {
    for (const choices of Object.values(history.schedule.choices ?? {}))
      for (const label in choices) found.add(nameOfLiberty.get(label)!);
  },
};

/** Faults, liberties and refusals. */
export const freedom: readonly Scene[] = [ops, taken];
