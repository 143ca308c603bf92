import { arnOf, type Call, type CallName, type Calls } from '../core/calls.js';
import { limits } from '../core/limits.js';
import { exchangeTask } from '../wire/place.js';
import { type Fields, isFields, mapValues } from './fields.js';

/** The tag that every queue of a run carries. Its value is what the names of the run's queues begin with. */
export const runTag = 'redrive-run';

/** What stands in a history for a queue that is not of this run. */
export const strange = 'a-queue-of-somebody-else';

export interface Naming {
  /** Stands before every queue name on the server: letters, digits, `-` and `_`. */
  prefix: string;
  /** The value of the run's tag; without it queues get none. */
  tag?: string | undefined;
  /** Server and region stand in until the server has said its own. */
  server: string;
  region: string;
}

/**
 * The queue names of one run, both ways: canonical in the history (`q1`), real on the server (`<prefix>q1`), so that runs
 * side by side never meet. URLs are the server's own words (sqs:W1); a queue without one gets a URL of the same form.
 * The history does not show whose account it is, nor what else is in it.
 */
export class Names {
  readonly #prefix: string;
  readonly #tag: string | undefined;
  readonly #canonical = new Map<string, string>();
  readonly #urls = new Map<string, string>();
  /** Task handles and page tokens that the history has in other words, as they came (sqs:MT3). */
  readonly #asTheyCame = new Map<string, string>();
  readonly #senders = new Map<unknown, string>();
  readonly #realArn: RegExp;
  #urlBase: string;
  #arnBase: string;
  #arnLearned = false;

  constructor({ prefix, tag, server, region }: Naming) {
    this.#prefix = prefix;
    this.#tag = tag;
    this.#realArn = new RegExp(`arn:[\\w-]+:sqs:[\\w-]*:\\w*:(${prefix}[\\w.-]*)`, 'g');
    this.#urlBase = `${server.replace(/\/+$/, '')}/000000000000/`;
    this.#arnBase = `arn:aws:sqs:${region}:000000000000:`;
  }

  /** Is the ARN form of this server's account known? */
  get arnLearned(): boolean {
    return this.#arnLearned;
  }

  learnUrl(name: string, url: string): void {
    this.#urls.set(name, url);
    this.#urlBase = url.slice(0, url.lastIndexOf('/') + 1);
  }

  learnArn(arn: string): void {
    this.#arnBase = arn.slice(0, arn.lastIndexOf(':') + 1);
    this.#arnLearned = true;
  }

  hasUrl(name: string): boolean {
    return this.#urls.has(name);
  }

  /** The call as the server hears it. A list of queues always asks for this run's own. */
  outward(call: Call): Call {
    const input: Fields = { ...call.input };
    if (typeof input.QueueUrl === 'string') input.QueueUrl = this.#url(input.QueueUrl);
    if (typeof input.QueueName === 'string') input.QueueName = this.#real(input.QueueName);
    if (call.call === 'ListQueues') input.QueueNamePrefix = this.#prefix + (call.input.QueueNamePrefix ?? '');
    if (call.call === 'CreateQueue' && this.#tag !== undefined)
      input.tags = { ...call.input.tags, [runTag]: this.#tag };
    if (input.QueueOwnerAWSAccountId === noAccount) input.QueueOwnerAWSAccountId = accountOf(this.#arnBase);
    if (isFields(input.Attributes)) input.Attributes = mapValues(input.Attributes, this.#realArns);
    for (const member of arnMembers) if (member in input) input[member] = this.#realArns(input[member]);
    for (const member of handleMembers) if (member in input) input[member] = this.#asItCame(input[member]);
    return { call: call.call, input } as Call;
  }

  /** A queue that a call, as the server hears it, names although it is none of this run's. */
  strangerIn(call: Call): string | undefined {
    return queuesIn(call).find((name) => name !== '' && !name.startsWith(this.#prefix));
  }

  /** The server's output as the history shows it. */
  inward(output: Calls[CallName]['output']): Calls[CallName]['output'] {
    const fields: Fields = { ...output };
    if (typeof fields.QueueUrl === 'string')
      fields.QueueUrl = this.#nameOf(fields.QueueUrl) ?? this.plain(fields.QueueUrl);
    if (Array.isArray(fields.QueueUrls)) this.#keepOwn(fields, fields.QueueUrls);
    if (Array.isArray(fields.queueUrls)) fields.queueUrls = fields.queueUrls.map((url) => this.#nameOf(url) ?? strange);
    if (Array.isArray(fields.Results)) fields.Results = fields.Results.map((task) => this.#task(task));
    if (isFields(fields.Attributes)) fields.Attributes = mapValues(fields.Attributes, this.#canonicalArns);
    if (isFields(fields.Tags)) this.#keepTags(fields, fields.Tags);
    for (const member of handleMembers) if (member in fields) fields[member] = this.#told(fields[member]);
    if (Array.isArray(fields.Messages)) fields.Messages = fields.Messages.map((message) => this.#message(message));
    return fields;
  }

  /** A sentence of the server, with the names of the history. */
  plain(text: string): string {
    return this.#toCanonical(text).replaceAll(this.#prefix, '');
  }

  /** Names too long for the prefix keep their length and end, so that what was a legal name stays one (sqs:Q9). */
  #real(name: string): string {
    if (name === '') return name;
    const long = this.#prefix.length + name.length > limits.queueNameMax && name.length <= limits.queueNameMax;
    const real = this.#prefix + (long ? name.slice(this.#prefix.length) : name);
    this.#canonical.set(real, name);
    return real;
  }

  #url(name: string): string {
    if (name === '') return name;
    return this.#urls.get(name) ?? this.#urlBase + this.#real(name);
  }

  #nameOf(url: unknown): string | undefined {
    return this.#canonical.get(String(url).slice(String(url).lastIndexOf('/') + 1));
  }

  /** A list that only the filter emptied is absent, as the contract wants it (sqs:W15). */
  #keepOwn(fields: Fields, urls: unknown[]): void {
    const names = urls.map((url) => this.#nameOf(url)).filter((name) => name !== undefined);
    if (names.length > 0 || urls.length === 0) fields.QueueUrls = names;
    else delete fields.QueueUrls;
  }

  /** The same for its tags: ours is not part of the story. */
  #keepTags(fields: Fields, { [runTag]: ours, ...tags }: Fields): void {
    if (ours === undefined || Object.keys(tags).length > 0) fields.Tags = tags;
    else delete fields.Tags;
  }

  #message(message: unknown): unknown {
    if (!isFields(message) || !isFields(message.Attributes)) return message;
    const Attributes = mapValues(message.Attributes, this.#canonicalArns);
    if ('SenderId' in Attributes) Attributes.SenderId = this.#sender(Attributes.SenderId);
    return { ...message, Attributes };
  }

  /** Who somebody is at AWS is nobody's business; that it is the same one is. */
  #sender(id: unknown): string {
    const name = this.#senders.get(id) ?? `sender-${this.#senders.size + 1}`;
    this.#senders.set(id, name);
    return name;
  }

  #task(task: unknown): unknown {
    if (!isFields(task)) return task;
    const changed = { ...task };
    for (const member of arnMembers) if (member in task) changed[member] = this.#canonicalArns(task[member]);
    if ('TaskHandle' in task) changed.TaskHandle = this.#told(task.TaskHandle);
    return changed;
  }

  /** A handle or token with the ARNs that it may hold in its base64 in the words of the history. */
  #told(handle: unknown): unknown {
    if (typeof handle !== 'string') return handle;
    const told = exchangeTask(this.#toCanonical)(handle);
    if (told !== handle) this.#asTheyCame.set(told, handle);
    return told;
  }

  #asItCame(handle: unknown): unknown {
    if (typeof handle !== 'string') return handle;
    return this.#asTheyCame.get(handle) ?? exchangeTask(this.#toReal)(handle);
  }

  readonly #toReal = (text: string): string =>
    text.replace(canonicalArn, (_, name: string) => this.#arnBase + this.#real(name));

  readonly #toCanonical = (text: string): string =>
    this.#withoutAccount(
      text.replace(this.#realArn, (arn, real: string) => {
        const name = this.#canonical.get(real);
        return name === undefined ? arn : arnOf(name);
      }),
    );

  /** Neither the account nor who in it asks: AWS says so in refusals, for one. */
  #withoutAccount(text: string): string {
    const account = accountOf(this.#arnBase)!;
    if (account === noAccount || !text.includes(account)) return text;
    return text
      .replace(new RegExp(`arn:[\\w-]+:(iam|sts)::${account}:[\\w+=,.@/-]+`, 'g'), `arn:aws:$1::${noAccount}:somebody`)
      .replace(new RegExp(`(?<!\\d)${account}(?!\\d)`, 'g'), noAccount);
  }

  readonly #realArns = (value: unknown): unknown => (typeof value === 'string' ? this.#toReal(value) : value);

  readonly #canonicalArns = (value: unknown): unknown => (typeof value === 'string' ? this.#toCanonical(value) : value);
}

/** The members of a move task that are ARNs. */
const arnMembers = ['SourceArn', 'DestinationArn'];

/** Opaque, but they may say in base64 which queue they are about. */
const handleMembers = ['TaskHandle', 'NextToken'];

const accountOf = (arn: string): string | undefined => arn.split(':')[4];

const noAccount = accountOf(arnOf(''))!;

/** The names of all queues in a call as the server hears it: those of its URL, its ARNs, its policies and its handle. */
function queuesIn({ input }: Call): string[] {
  const { QueueUrl = '', TaskHandle = '', Attributes = {}, ...fields } = input as Fields;
  const handle = Buffer.from(String(TaskHandle), 'base64').toString('latin1');
  const texts = [...Object.values(Attributes as Fields), ...arnMembers.map((member) => fields[member]), handle];
  const ofArns = [...texts.join('\n').matchAll(anyArn)].map(([, name]) => name!);
  return [/([^/]*)\/?$/.exec(String(QueueUrl))![1]!, ...ofArns];
}

const anyArn = /arn:[^:\s]*:sqs:[^:\s]*:[^:\s]*:([^"'\\\s]*)/g;

const canonicalArn = new RegExp(`${arnOf('')}([\\w.-]+)`, 'g');
