import type { Millis } from '../../src/core/clock.js';
import type { Rules } from '../rules.js';
import { LazyHeap } from './lazy-heap.js';
import type { Leaving, Message } from './message.js';
import type { Queue } from './queue.js';
import type { Shelf } from './shelf.js';

/** The messages of one group of a FIFO queue, in the order of their acceptance (sqs:F6). */
export interface Group {
  readonly id: string;
  head: Message | undefined;
  tail: Message | undefined;
  /** The message that a receive can begin with, and since when it is available; none while the group is locked. */
  leader: Message | undefined;
  since: Millis;
  /** Locked whatever its messages do. */
  stuck: boolean;
}

/**
 * A FIFO queue's: the leader of a group is its head, as long as that is available (sqs:F30), and leaders are served by
 * the time since when they are (sqs:F35).
 */
export class FifoShelf implements Shelf {
  leaders = 0;
  readonly #queue: Queue;
  readonly #rules: Rules;
  readonly #groups = new Map<string, Group>();
  /** By the time since when they lead their groups, ties by order. */
  readonly #line = new LazyHeap((message, since) => message.group!.leader === message && message.visibleAt === since);

  constructor(queue: Queue, rules: Rules) {
    this.#queue = queue;
    this.#rules = rules;
  }

  enter(message: Message): void {
    const group = this.#groupOf(message.groupId ?? '');
    message.group = group;
    link(group, message);
  }

  show(message: Message, back?: 'window' | 'change'): void {
    const group = message.group!;
    if (back !== undefined) {
      this.#keepOrder(group, message);
      this.#unlock(group, back);
    }
    this.#review(group);
  }

  hide(message: Message): void {
    this.#review(message.group!);
  }

  leave(message: Message, how: Leaving): void {
    const group = message.group!;
    unlink(group, message);
    this.#unlock(group, how);
    this.#review(group);
    if (group.head === undefined) this.#groups.delete(group.id);
  }

  takeFirst(): Message | undefined {
    const last = this.#lastInSight();
    const unseen: Message[] = [];
    let leader = this.#line.pop();
    for (; leader !== undefined && leader.order > last; leader = this.#line.pop()) unseen.push(leader);
    for (const other of unseen) this.putBack(other);
    return leader;
  }

  putBack(leader: Message): void {
    this.#line.push(leader.visibleAt, leader, leader.order);
  }

  follower(place: Message | undefined): Message | undefined {
    let message = place?.group?.stuck ? undefined : place;
    while (message !== undefined && message.place !== 'available') {
      const { behind } = message;
      if (behind === undefined || this.#rules.blocks(message, behind, this.#queue)) return undefined;
      message = behind;
    }
    return message;
  }

  compact(): void {
    this.#line.compact();
  }

  #groupOf(id: string): Group {
    let group = this.#groups.get(id);
    if (group === undefined) {
      group = { id, head: undefined, tail: undefined, leader: undefined, since: 0, stuck: false };
      this.#groups.set(id, group);
    }
    return group;
  }

  /** Finds out who leads the group now, and lists it if that is news. */
  #review(group: Group): void {
    const leader = this.#leaderOf(group);
    if (leader === group.leader && (leader === undefined || leader.visibleAt === group.since)) return;
    this.leaders += Number(leader !== undefined) - Number(group.leader !== undefined);
    group.leader = leader;
    if (leader === undefined) return;
    group.since = leader.visibleAt;
    this.putBack(leader);
  }

  #leaderOf(group: Group): Message | undefined {
    const leader = this.follower(group.head);
    if (leader === undefined || !this.#rules.blocksEarlier()) return leader;
    for (let later = leader.behind; later !== undefined; later = later.behind)
      if (later.place === 'hidden') return undefined;
    return leader;
  }

  /** A message that comes back stands where it stood (sqs:F33). */
  #keepOrder(group: Group, message: Message): void {
    const order = this.#rules.orderOnReturn(message, this.#queue.arrivals);
    if (order === message.order) return;
    unlink(group, message);
    message.order = order;
    link(group, message);
  }

  /** A group that did not open when it should have stays locked until the next delete in it. */
  #unlock(group: Group, how: Leaving | 'window' | 'change'): void {
    if (!this.#rules.unlocks(how)) group.stuck = true;
    else if (how === 'delete') group.stuck = false;
  }

  /** The order of the last message that a receive looks at (sqs:Q8). */
  #lastInSight(): number {
    let left = this.#rules.scanMax();
    const { live } = this.#queue;
    if (live.size <= left) return Number.POSITIVE_INFINITY;
    for (const { order } of live.values()) if (--left <= 0) return order;
    return Number.POSITIVE_INFINITY;
  }
}

/** Puts the message into its place in the group, mostly the end. */
function link(group: Group, message: Message): void {
  let ahead = group.tail;
  while (ahead !== undefined && ahead.order > message.order) ahead = ahead.ahead;
  const behind = ahead === undefined ? group.head : ahead.behind;
  message.ahead = ahead;
  message.behind = behind;
  if (ahead === undefined) group.head = message;
  else ahead.behind = message;
  if (behind === undefined) group.tail = message;
  else behind.ahead = message;
}

function unlink(group: Group, message: Message): void {
  const { ahead, behind } = message;
  if (ahead === undefined) group.head = behind;
  else ahead.behind = behind;
  if (behind === undefined) group.tail = ahead;
  else behind.ahead = ahead;
  message.ahead = undefined;
  message.behind = undefined;
}
