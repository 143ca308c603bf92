import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redrive, Service } from './service.js';

/** What a client does, so many seconds after the last time; `pick` chooses among the receipts that it has got. */
interface Act {
  after: number;
  kind: 'send' | 'receive' | 'delete' | 'change';
  group: number;
  max: number;
  v: number;
  pick: number;
}

interface Item {
  body: string;
  group: number;
  sentAt: number;
  visibleAt: number;
  receipts: number;
}

interface World {
  delay: number;
  retention: number;
  limit: number;
}

/** The reference algorithm of the contract, word by word: lists that are searched anew for each call (sqs section 8.6). */
class Reference {
  items: Item[] = [];
  dead: string[] = [];
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  send(at: number, body: string, group: number): void {
    this.items.push({ body, group, sentAt: at, visibleAt: at + this.#world.delay, receipts: 0 });
  }

  /** Drops what is too old (sqs:F54). */
  age(at: number): void {
    this.items = this.items.filter(({ sentAt }) => at < sentAt + this.#world.retention);
  }

  receive(at: number, max: number, v: number): string[] {
    const taken: string[] = [];
    for (const group of this.#groups())
      for (const item of group) {
        if (taken.length === max || item.visibleAt > at) break;
        if (item.receipts >= this.#world.limit) this.#move(item);
        else {
          taken.push(item.body);
          item.receipts++;
          item.visibleAt = at + v;
        }
      }
    return taken;
  }

  /** The groups by the time when their heads became available, ties by the order of sending (sqs:F35). */
  #groups(): Item[][] {
    const groups = new Map<number, Item[]>();
    for (const item of this.items) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
    const place = ([head]: Item[]): number => this.items.indexOf(head!);
    return [...groups.values()].sort((a, b) => a[0]!.visibleAt - b[0]!.visibleAt || place(a) - place(b));
  }

  #move(item: Item): void {
    this.remove(item);
    this.dead.push(item.body);
  }

  remove(item: Item): void {
    this.items = this.items.filter((other) => other !== item);
  }

  /** The message, while this is its newest receipt and its window is running (sqs:RH9). */
  held(body: string, count: number, at: number): Item | undefined {
    return this.items.find((item) => item.body === body && item.receipts === count && at < item.visibleAt);
  }

  counters(at: number): number[] {
    const away = this.items.filter(({ visibleAt }) => visibleAt > at);
    const hidden = away.filter(({ receipts }) => receipts > 0).length;
    return [this.items.length - away.length, hidden, away.length - hidden];
  }
}

const queue = { QueueUrl: 'q.fifo' };

/** Does the same to both, and compares what they say. */
function play(acts: readonly Act[], world: World): void {
  const attributes = {
    DelaySeconds: String(world.delay),
    MessageRetentionPeriod: String(world.retention),
    RedrivePolicy: redrive('d.fifo', world.limit),
  };
  const service = new Service({ 'q.fifo': attributes, 'd.fifo': {} });
  const reference = new Reference(world);
  const receipts: Receipt[] = [];
  let now = 0;
  acts.forEach(({ after, kind, group, max, v, pick }, k) => {
    now += after;
    reference.age(now);
    const receipt = receipts[pick % Math.max(receipts.length, 1)];
    if (kind === 'send') {
      const body = `m${k}`;
      const names = { MessageGroupId: `g${group}`, MessageDeduplicationId: body };
      service.ok(now * 1000, 'SendMessage', { ...queue, MessageBody: body, ...names });
      reference.send(now, body, group);
    } else if (kind === 'receive') {
      const got = service.receive(now * 1000, { ...queue, MaxNumberOfMessages: max, VisibilityTimeout: v });
      expect(got.map(({ Body }) => Body)).toEqual(reference.receive(now, max, v));
      for (const { Body, ReceiptHandle, Attributes } of got)
        receipts.push({ body: Body, count: Number(Attributes!.ApproximateReceiveCount), handle: ReceiptHandle });
    } else if (receipt !== undefined) settle(service, reference, receipt, kind, v, now);
  });
  reference.age(now);
  expect(service.counters(now * 1000, 'q.fifo')).toEqual(reference.counters(now));
  expect(service.counters(now * 1000, 'd.fifo')).toEqual([reference.dead.length, 0, 0]);
}

interface Receipt {
  body: string;
  /** The receive count that it showed. */
  count: number;
  handle: string;
}

function settle(
  service: Service,
  reference: Reference,
  { body, count, handle: ReceiptHandle }: Receipt,
  kind: 'delete' | 'change',
  v: number,
  now: number,
): void {
  const item = reference.held(body, count, now);
  const input = { ...queue, ReceiptHandle };
  const reply =
    kind === 'delete'
      ? service.call(now * 1000, 'DeleteMessage', input)
      : service.call(now * 1000, 'ChangeMessageVisibility', { ...input, VisibilityTimeout: v });
  const isGone = kind === 'delete' && !reference.items.some((other) => other.body === body);
  expect(reply.kind).toBe(item === undefined && !isGone ? 'error' : 'ok');
  if (item === undefined) return;
  if (kind === 'delete') reference.remove(item);
  else item.visibleAt = now + v;
}

const act: fc.Arbitrary<Act> = fc.record({
  after: fc.nat(3),
  kind: fc.constantFrom('send', 'send', 'receive', 'receive', 'delete', 'change'),
  group: fc.nat(3),
  max: fc.integer({ min: 1, max: 5 }),
  v: fc.nat(4),
  pick: fc.nat(20),
});

test.each<World>([
  { delay: 0, retention: 345_600, limit: 1000 },
  { delay: 0, retention: 345_600, limit: 2 },
  { delay: 3, retention: 60, limit: 1000 },
  { delay: 1, retention: 60, limit: 3 },
])('a FIFO queue does what the reference algorithm does, with %o (sqs:F30, sqs:F35, sqs:F54, sqs:X16)', (world) => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 120, size: 'max' }), (acts) => play(acts, world)),
    { numRuns: 50 },
  );
});
