import { setMaxListeners } from 'node:events';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { type Call, isRefusal, type Reply } from '../core/calls.js';
import type { Clock, Millis } from '../core/clock.js';
import type { Accuracy, Endpoint } from '../core/endpoint.js';
import type { Level, Setup } from '../core/schedule.js';
import { epochNow, wallClock } from '../time/wall.js';
import { checkedUrl, EndpointError, EndpointGone, RunLost } from './address.js';
import { type Connections, connectionsTo } from './connections.js';
import { Names } from './names.js';
import { creation, triesMax } from './order.js';
import { prefixes } from './prefix.js';
import { type Answer, ask, awsClient, noAnswer, region, sdkClient } from './sdk.js';
import { silenceMax } from './silence.js';

export { EndpointError, EndpointGone, RunLost } from './address.js';
export { runPrefix } from './prefix.js';

export interface UrlOptions {
  /** Sets the tolerances below: `strict` for an emulator on this machine (default), `documented` for AWS. */
  level?: Level;
  /** See `Accuracy`: strict 100 and 2,000 ms, documented 1,000 and 60,000 ms. */
  early?: Millis;
  late?: Millis;
  /** See `Accuracy`: strict 5,000 ms, documented 30,000 ms. */
  epochError?: Millis;
  /** See `Accuracy`: as measured before, 0 unless given. */
  network?: Millis;
  /** Stands before every queue name on the server; letters, digits, `-` and `_`. Default: unique, and `runPrefix` first. */
  prefix?: string;
  /** Whether every queue carries the tag by which `redrive clean` knows it: on AWS always, elsewhere if told so. */
  tagged?: boolean;
  /** Connections to one server, shared by all endpoints that say the same number. A long poll holds one. Default 64. */
  maxSockets?: number;
  /** What the run is called where one of its calls is the first that the server did not answer. */
  title?: string;
}

const tolerances: Record<Level, Omit<Accuracy, 'epoch'>> = {
  strict: { early: 100, late: 2000, epochError: 5000 },
  documented: { early: 1000, late: 60_000, epochError: 30_000 },
};

/**
 * Any SQS behind a URL, through the AWS SDK; AWS's own hosts are refused. Its clock is real and starts again when `open` is
 * done. Sends nothing to any other address, creates queues of its own that `close` deletes, and touches no other queue.
 */
export function urlEndpoint(url: string, options: UrlOptions = {}): Endpoint {
  return new UrlEndpoint(serverAt({ url }), options);
}

/**
 * AWS itself in a region, where every request is billed: documented unless said. The credentials are those that the AWS SDK
 * finds by itself, and so is the address, which `AWS_ENDPOINT_URL_SQS` may replace. Otherwise as `urlEndpoint`.
 */
export function awsEndpoint(region: string, options: UrlOptions = {}): Endpoint {
  return new UrlEndpoint(serverAt({ region }), { level: 'documented', ...options, tagged: true });
}

/** A client of such an endpoint. @throws EndpointError if there is none: see `urlEndpoint` and `awsEndpoint` */
export const connect = async (where: Where): Promise<SQSClient> => serverAt(where).connect(1);

/** A URL, or a region of AWS. */
type Where = { url: string } | { region: string };

/** What is behind an endpoint. */
interface Server {
  /** As traces name it. */
  name: string;
  /** Where it stands as long as it has not said so itself, and for which region requests are signed. */
  url: string;
  region: string;
  connect(maxSockets: number): SQSClient | Promise<SQSClient>;
}

function serverAt(where: Where): Server {
  if ('url' in where) {
    const { url } = where;
    return { name: url, url, region: region(), connect: (maxSockets) => sdkClient(checkedUrl(url), maxSockets) };
  }
  const url = `https://sqs.${where.region}.amazonaws.com`;
  return {
    ...where,
    name: `aws:${where.region}`,
    url,
    connect: (maxSockets) => awsConnection(where.region, maxSockets),
  };
}

/** Closes every open endpoint of the process: deletes the queues that would stay behind. Never throws. */
export async function closeAll(): Promise<void> {
  await Promise.all([...opened].map((endpoint) => endpoint.close()));
}

const opened = new Set<UrlEndpoint>();

/** sqs:OP8: a new queue on AWS is usable after a second. */
const settlingTime: Millis = 1000;

/** How long a server that failed is left alone before it is asked again. */
const pause: Millis = 500;

/** A failure that may be over next time: no answer, an error of the server's own, or too many requests (sqs:OP6). */
const isPassing = ({ reply, failure }: Answer): boolean =>
  failure?.how === 'silent' || (reply.kind === 'error' && (reply.status >= 500 || /throttl/i.test(reply.code)));

class UrlEndpoint implements Endpoint {
  readonly name: string;
  clock: Clock = wallClock();
  readonly #options: UrlOptions;
  readonly #server: Server;
  readonly #names: Names;
  readonly #maxSockets: number;
  readonly #connections: Connections;
  #accuracy: Accuracy;
  /** How long a call of the run waited at most until a connection was free. */
  #longestTurn: Millis = 0;
  /** Canonical names of queues that may exist because of this endpoint. */
  readonly #ours = new Set<string>();
  readonly #pending = new Set<Promise<unknown>>();
  readonly #polls = new AbortController();
  #client: SQSClient | undefined;
  #opening: Promise<void> | undefined;
  #closing: Promise<void> | undefined;

  constructor(server: Server, options: UrlOptions) {
    this.name = server.name;
    this.#server = server;
    this.#options = options;
    this.#maxSockets = options.maxSockets ?? 64;
    this.#connections = connectionsTo(server.url, this.#maxSockets);
    const { early, late, epochError, network } = { ...tolerances[options.level ?? 'strict'], ...options };
    this.#accuracy = { early, late, epochError, epoch: epochNow(), ...(network !== undefined && { network }) };
    this.#names = new Names({ ...prefixes(options), server: server.url, region: server.region });
    setMaxListeners(0, this.#polls.signal);
  }

  /** A call that waits for a connection might as well be under way for long. */
  get accuracy(): Accuracy {
    const { network = 0 } = this.#accuracy;
    return this.#longestTurn === 0 ? this.#accuracy : { ...this.#accuracy, network: network + this.#longestTurn };
  }

  /** @throws EndpointError if the URL is not an SQS that takes the setup; nothing is left behind then. */
  open(setup: Setup): Promise<void> {
    opened.add(this);
    this.#opening = this.#open(setup);
    return this.#opening;
  }

  /** @throws EndpointGone once the server has answered nobody for long */
  async call(call: Call): Promise<Reply> {
    if (this.#closing !== undefined) return { kind: 'unknown', why: 'the endpoint is closed' };
    const { reply } = await this.#send(call);
    const { since } = this.#connections.silence;
    if (since === undefined) return reply;
    const seconds = silenceMax.lasts / 1000;
    throw new EndpointGone(
      `${this.name} no longer answers: nothing came in ${seconds} s, and the first call without an answer was ${since}`,
    );
  }

  /** Gives up long polls, waits for everything else under way, and deletes the queues. Never throws. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #open(setup: Setup): Promise<void> {
    try {
      this.#client = await this.#server.connect(this.#maxSockets);
      await this.#create(setup);
      this.#stillOpen();
    } catch (error) {
      await this.#sweep();
      opened.delete(this);
      throw error;
    }
    this.clock = wallClock();
    this.#accuracy = { ...this.#accuracy, epoch: epochNow() };
    this.#longestTurn = 0;
  }

  async #close(): Promise<void> {
    this.#polls.abort();
    await Promise.allSettled([this.#opening, ...this.#pending]);
    await this.#sweep();
    opened.delete(this);
  }

  async #create(setup: Setup): Promise<void> {
    const calls = creation(setup.queues);
    if (calls.length === 0) await this.#must({ call: 'ListQueues', input: {} });
    for (const call of calls) await this.#must(call);
    if (this.#options.level === 'documented') await this.clock.until(this.clock.now() + settlingTime);
  }

  async #must(call: Call): Promise<void> {
    const { silence, isSqs } = this.#connections;
    this.#stillOpen();
    const began = silence.now();
    const { failure } = await this.#persistent(call);
    if (failure === undefined) return this.#mustHaveUrl(call);
    const { how, why } = failure;
    if (how === 'foreign' && !isSqs) throw new EndpointError(`${this.name} does not speak SQS: ${why}`);
    if (how === 'silent' && !silence.wasAnsweredAfter(began))
      throw new EndpointGone(`nobody answers at ${this.name} (${why})`);
    const came = how === 'silent' ? 'was not answered:' : 'answered';
    throw new RunLost(`the setup was not taken: ${call.call} ${queueOf(call)} ${came} ${why}`);
  }

  /**
   * Asks again where the failure may be over: a queue that is created twice is created once (sqs:CQ4), and one that is gone
   * cannot be deleted again.
   */
  async #persistent(call: Call): Promise<Answer> {
    for (let left = triesMax - 1; ; left--) {
      const answer = await this.#send(call);
      const isGivenUp = left === 0 || this.#connections.silence.since !== undefined;
      if (isGivenUp || !isPassing(answer)) return answer;
      await this.clock.until(this.clock.now() + pause);
    }
  }

  #mustHaveUrl(call: Call): void {
    if (call.call !== 'CreateQueue' || this.#names.hasUrl(call.input.QueueName)) return;
    throw new EndpointError(`${this.name} does not speak SQS: it answered CreateQueue without a QueueUrl`);
  }

  #stillOpen(): void {
    if (this.#closing !== undefined) throw new EndpointError(`${this.name} was closed while it was being opened`);
  }

  async #send(call: Call): Promise<Answer> {
    const pending = this.#translated(call);
    this.#pending.add(pending);
    try {
      return await pending;
    } catch (error) {
      return noAnswer(`not sent: ${error}`);
    } finally {
      this.#pending.delete(pending);
    }
  }

  async #translated(call: Call): Promise<Answer> {
    const client = this.#client;
    if (client === undefined) return noAnswer('the endpoint is not open');
    const outward = this.#names.outward(call);
    const stranger = this.#names.strangerIn(outward);
    if (stranger !== undefined) return noAnswer(`not sent: ${stranger} is not a queue of this run`);
    const options = call.call === 'ReceiveMessage' ? { abortSignal: this.#polls.signal } : {};
    const answer = await this.#inTurn(call, () => ask(client, outward, options));
    const { reply } = answer;
    if (call.call === 'CreateQueue' && !isRefusal(reply)) this.#ours.add(call.input.QueueName);
    if (reply.kind === 'error') reply.message = this.#names.plain(reply.message);
    if (reply.kind === 'unknown') reply.why = this.#names.plain(reply.why);
    if (reply.kind !== 'ok') return answer;
    await this.#learn(client, call, reply.output);
    return { reply: { kind: 'ok', output: this.#names.inward(reply.output) } };
  }

  /** Asks as soon as a connection is free, unless the server has been given up by then. */
  async #inTurn(call: Call, ask: () => Promise<Answer>): Promise<Answer> {
    const { clock } = this;
    const came = clock.now();
    const turn = this.#connections.enter();
    if (turn !== undefined) {
      await turn;
      this.#longestTurn = Math.max(this.#longestTurn, clock.now() - came);
    }
    try {
      return this.#connections.silence.since === undefined
        ? await this.#heard(call, ask)
        : noAnswer('not sent: the server no longer answers');
    } finally {
      this.#connections.leave();
    }
  }

  async #heard(call: Call, ask: () => Promise<Answer>): Promise<Answer> {
    const { silence } = this.#connections;
    const sent = silence.now();
    const answer = await ask();
    if (answer.failure === undefined || answer.failure.how === 'refused') this.#connections.isSqs = true;
    if (answer.failure?.how !== 'silent') silence.answered();
    else if (this.#closing === undefined) silence.unanswered({ what: this.#nameOf(call), sent });
    return answer;
  }

  #nameOf(call: Call): string {
    const { title } = this.#options;
    return `${call.call} ${queueOf(call)}${title === undefined ? '' : ` of ${title}`}`;
  }

  /** Takes URLs from the server, and from the first queue also the form of its ARNs. */
  async #learn(client: SQSClient, call: Call, output: object): Promise<void> {
    if (call.call !== 'CreateQueue' && call.call !== 'GetQueueUrl') return;
    const { QueueUrl } = output as { QueueUrl?: unknown };
    const { QueueName } = call.input;
    if (typeof QueueUrl !== 'string') return;
    if (call.call === 'CreateQueue' || !this.#names.hasUrl(QueueName)) this.#names.learnUrl(QueueName, QueueUrl);
    if (!this.#names.arnLearned) await this.#learnArn(client, QueueUrl);
  }

  async #learnArn(client: SQSClient, QueueUrl: string): Promise<void> {
    const question: Call = { call: 'GetQueueAttributes', input: { QueueUrl, AttributeNames: ['QueueArn'] } };
    const { reply } = await this.#inTurn(question, () => ask(client, question));
    const output = reply.kind === 'ok' ? (reply.output as { Attributes?: Record<string, string> }) : {};
    if (output.Attributes?.QueueArn !== undefined) this.#names.learnArn(output.Attributes.QueueArn);
  }

  async #sweep(): Promise<void> {
    const names = [...this.#ours];
    this.#ours.clear();
    await Promise.all(names.map((name) => this.#remove(name)));
  }

  /** Deletes a queue that may be gone already, or may never have come to be. */
  async #remove(name: string): Promise<void> {
    if (!this.#names.hasUrl(name)) await this.#persistent({ call: 'GetQueueUrl', input: { QueueName: name } });
    await this.#persistent({ call: 'DeleteQueue', input: { QueueUrl: name } });
  }
}

async function awsConnection(region: string, maxSockets: number): Promise<SQSClient> {
  try {
    return await awsClient(region, maxSockets);
  } catch (error) {
    throw new EndpointError(`there are no credentials for AWS: ${(error as Error).message}`);
  }
}

const queueOf = ({ input }: Call): string =>
  'QueueUrl' in input ? input.QueueUrl : 'QueueName' in input ? input.QueueName : '';
