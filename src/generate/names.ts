import type { Step } from '../core/schedule.js';
import type { Members } from './members.js';

/** A queue's name, alone or at the end of an ARN in a longer text. */
const queueNames = /^q\d+(?:\.fifo)?$|(?<=:)q\d+(?:\.fifo)?(?="|$)/g;

/** The value with the queues in all its texts renamed; those that the map does not know keep their names. */
export function withQueues<T>(value: T, renamed: ReadonlyMap<string, string>): T {
  if (typeof value === 'string') return value.replace(queueNames, (name) => renamed.get(name) ?? name) as T;
  if (Array.isArray(value)) return value.map((item) => withQueues(item, renamed)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withQueues(member, renamed)])) as T;
}

/** The members that each message of a step has, and a receive: those of its call or of each entry of its batch. */
export const membersOf = ({ input }: Step): readonly Members[] =>
  Array.isArray(input.Entries) ? (input.Entries as Members[]) : [input];

/** The step with the members of its call and of each entry of its batch made anew. */
export function withEach(step: Step, change: (members: Members) => Members): Step {
  const { Entries, ...own } = step.input;
  const input = change(own);
  return { ...step, input: Array.isArray(Entries) ? { ...input, Entries: Entries.map(change) } : input };
}
