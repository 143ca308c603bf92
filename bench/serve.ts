import { performance } from 'node:perf_hooks';
import { type Figure, middle, ratesOf, rounded, summarise } from './measure.js';
import { Client } from './serve/client.js';
import { type Contender, type ContenderName, start } from './serve/contender.js';
import { Queue } from './serve/queue.js';

/** Requests of one turn by requests in flight: little at a time, since a shared machine changes its speed all the time. */
const requests: Readonly<Record<number, number>> = { 1: 1000, 16: 4000 };
const turnsOfRepeat = 5;
const names: readonly ContenderName[] = ['redrive', 'fauxqs', 'fixed'];

interface Row {
  call: 'send' | 'receive' | 'delete';
  inFlight: number;
}

const rows: readonly Row[] = [1, 16].flatMap((inFlight) =>
  (['send', 'receive', 'delete'] as const).map((call) => ({ call, inFlight })),
);

/** Servers side by side, each in a process of its own, under the same client. */
export async function lines(repeats: number): Promise<object[]> {
  const contenders = await Promise.all(names.map(start));
  const figures = rows.flatMap((row) => contenders.map((contender) => throughput(row, contender)));
  const rates = await ratesOf(figures, turnsOfRepeat * repeats);
  for (const contender of contenders) contender.stop();
  const measured = figures.map((figure, at) => summarise(figure, rates[at]!));
  const ratios = rows.map((row, at) => ratiosOf(row, rates.slice(at * names.length, (at + 1) * names.length)));
  return [...measured, ...ratios, ...(await backlogs(repeats))];
}

const titleOf = ({ call, inFlight }: Row): string => `${call} over loopback, ${inFlight} in flight`;

function throughput({ call, inFlight }: Row, { name, port }: Contender): Figure {
  const count = requests[inFlight]!;
  let client: Client;
  let queue: Queue;
  return {
    name: `${titleOf({ call, inFlight })}: ${name}`,
    unit: 'requests',
    async prepare() {
      client = await Client.connect(port, inFlight);
      queue = await Queue.create(client);
      if (call !== 'send') await queue.send(count);
      if (call === 'delete') await queue.receive(count);
      return async () => {
        await queue[call](count);
        return count;
      };
    },
    async end() {
      await queue.discard();
      client.close();
    },
  };
}

/** The middle of the ratios turn by turn: what slows the machine down slows neighbours down. */
function ratiosOf(row: Row, [redrive, fauxqs, fixed]: readonly number[][]): object {
  const to = (others: readonly number[]): number => rounded(middle(redrive!.map((rate, turn) => rate / others[turn]!)));
  return { figure: `${titleOf(row)}: ratios`, 'redrive/fauxqs': to(fauxqs!), 'redrive/fixed': to(fixed!) };
}

const stored = 100_000;
const receives = 300;

/** What messages that nobody takes cost: bytes for each, and milliseconds of one receive. */
interface Backlog {
  heap: number;
  rss: number;
  receive: number;
}

async function backlogs(repeats: number): Promise<object[]> {
  const those = ['redrive', 'fauxqs'] as const;
  const measured = those.map((): Backlog[] => []);
  for (let k = 0; k < repeats; k++) for (const [at, name] of those.entries()) measured[at]!.push(await backlogOf(name));
  return those.map((name, at) => {
    const of = (what: keyof Backlog, digits: number): number =>
      rounded(middle(measured[at]!.map((one) => one[what])), digits);
    return {
      figure: `${stored.toLocaleString('en-US')} messages of 100 bytes stored: ${name}`,
      heapBytesEach: of('heap', 0),
      rssBytesEach: of('rss', 0),
      receiveMs: of('receive', 3),
      repeats,
    };
  });
}

async function backlogOf(name: ContenderName): Promise<Backlog> {
  const server = await start(name);
  const client = await Client.connect(server.port, 16);
  await warmUp(client);
  const queue = await Queue.create(client);
  const before = await server.memory();
  await queue.send(stored);
  const after = await server.memory();
  const receive = await receiveTime(queue);
  client.close();
  server.stop();
  return { heap: (after.heap - before.heap) / stored, rss: (after.rss - before.rss) / stored, receive };
}

/** A server that has been at work has the room that work takes: what it takes then is for messages. */
async function warmUp(client: Client): Promise<void> {
  const queue = await Queue.create(client);
  await queue.send(20_000);
  await queue.discard();
}

/** The median, in milliseconds. */
async function receiveTime(queue: Queue): Promise<number> {
  const times: number[] = [];
  for (let k = 0; k < receives; k++) {
    const began = performance.now();
    await queue.receive(1);
    times.push(performance.now() - began);
  }
  return middle(times);
}
