import type { Facts } from '../reading/facts.js';
import type { Delivery, Settling } from '../reading/words.js';

/**
 * What a campaign must have met at least once, else it has judged less than it seems. Each is told from the history
 * alone, like a property.
 */
export interface Reach {
  name: string;
  /** The only type of queues that it is about; both unless said. */
  on?: 'standard' | 'fifo';
}

/** A reach that is told from one thing of the history: an op, a delivery, a pair of sends. */
interface Sight<T> extends Reach {
  seen(thing: T, facts: Facts): boolean;
}

/** Things of one kind, looked at once for all that can be seen in them. */
export interface Scene {
  reaches: readonly Reach[];
  /** Adds the names of what is there. */
  look(facts: Facts, found: Set<string>): void;
}

export const scene = <T>(things: (facts: Facts) => Iterable<T>, sights: readonly Sight<T>[]): Scene => ({
  reaches: sights,
  look(facts, found) {
    for (const thing of things(facts))
      for (const { name, seen } of sights) if (!found.has(name) && seen(thing, facts)) found.add(name);
  },
});

/** The latest delivery of the message from the same queue that was over before this one. */
export const deliveryBefore = ({ of, queue, s }: Delivery): Delivery | undefined =>
  of.deliveries.length < 2 ? undefined : of.deliveries.findLast((other) => other.queue === queue && other.e < s);

/** When the message of the delivery may come again, unless something is done to it. */
export const endOfWindow = ({ receive }: Delivery): number => receive.e + receive.visibility.lo * 1000;

/** Is it the first delivery of the message from its queue? */
export const isFirst = (delivery: Delivery): boolean =>
  delivery.of.deliveries.find(({ queue }) => queue === delivery.queue) === delivery;

export const isFifo = ({ receive }: Delivery): boolean => receive.place.isFifo;

/** Was the handle's message received again, certainly before the settling? */
export const isStale = ({ delivery, s }: Settling): boolean =>
  delivery?.of.deliveries.some((other) => other.s > delivery.e && other.e < s) ?? false;

/** Is the handle the newest known one, its own window over, and the message not touched since? */
export function isExpired(settling: Settling): boolean {
  const { delivery, s } = settling;
  if (delivery === undefined || s < delivery.e + delivery.receive.visibility.hi * 1000) return false;
  const { changes, deletes } = delivery.of;
  const isTouched = (other: Settling): boolean => other !== settling && other.s <= s;
  return !isStale(settling) && !changes.some(isTouched) && !deletes.some(isTouched);
}

/** Is it the newest known handle, and its window running? */
export const isCurrent = (c: Settling): boolean => c.delivery !== undefined && !isStale(c) && !isExpired(c);
