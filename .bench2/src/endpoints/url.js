import { setMaxListeners } from 'node:events';
import { epochNow, wallClock } from '../time/wall.js';
import { Names } from './names.js';
import { creation } from './order.js';
import { ask, noAnswer, region, sdkClient } from './sdk.js';
/** The endpoint cannot be used at all. The message is one sentence for whoever gave the URL. */
export class EndpointError extends Error {
    name = 'EndpointError';
}
const tolerances = {
    strict: { early: 100, late: 2000, epochError: 5000 },
    documented: { early: 1000, late: 60_000, epochError: 30_000 },
};
/**
 * Any SQS behind a URL, through the AWS SDK. Its clock is real and starts again when `open` is done. Sends nothing to any
 * other address, and creates queues of its own that `close` deletes.
 */
export function urlEndpoint(url, options = {}) {
    return new UrlEndpoint(url, options);
}
/** Closes every open endpoint of the process: deletes the queues that would stay behind. Never throws. */
export async function closeAll() {
    await Promise.all([...opened].map((endpoint) => endpoint.close()));
}
const opened = new Set();
let made = 0;
/** sqs:OP8: a new queue on AWS is usable after a second. */
const settlingTime = 1000;
class UrlEndpoint {
    name;
    clock = wallClock();
    accuracy;
    #options;
    #names;
    /** Canonical names of queues that may exist because of this endpoint. */
    #ours = new Set();
    #pending = new Set();
    #polls = new AbortController();
    #client;
    #opening;
    #closing;
    constructor(url, options) {
        this.name = url;
        this.#options = options;
        const { early, late, epochError } = { ...tolerances[options.level ?? 'strict'], ...options };
        this.accuracy = { early, late, epochError, epoch: epochNow() };
        this.#names = new Names(prefixOf(options), url, region());
        setMaxListeners(0, this.#polls.signal);
    }
    /** @throws EndpointError if the URL is not an SQS that takes the setup; nothing is left behind then. */
    open(setup) {
        opened.add(this);
        this.#opening = this.#open(setup);
        return this.#opening;
    }
    async call(call) {
        if (this.#closing !== undefined)
            return { kind: 'unknown', why: 'the endpoint is closed' };
        return (await this.#send(call)).reply;
    }
    /** Gives up long polls, waits for everything else under way, and deletes the queues. Never throws. */
    close() {
        this.#closing ??= this.#close();
        return this.#closing;
    }
    async #open(setup) {
        try {
            const { allowAws = false, maxSockets = 256 } = this.#options;
            this.#client = sdkClient(checkedUrl(this.name, allowAws), maxSockets);
            await this.#create(setup);
            this.#stillOpen();
        }
        catch (error) {
            await this.#sweep();
            opened.delete(this);
            throw error;
        }
        this.clock = wallClock();
        this.accuracy = { ...this.accuracy, epoch: epochNow() };
    }
    async #close() {
        this.#polls.abort();
        await Promise.allSettled([this.#opening, ...this.#pending]);
        await this.#sweep();
        opened.delete(this);
    }
    async #create(setup) {
        const calls = creation(setup.queues);
        if (calls.length === 0)
            await this.#must({ call: 'ListQueues', input: {} });
        for (const call of calls)
            await this.#must(call);
        if (this.#options.level === 'documented')
            await this.clock.until(this.clock.now() + settlingTime);
    }
    async #must(call) {
        this.#stillOpen();
        const { failure } = await this.#send(call);
        if (failure === undefined)
            return this.#mustHaveUrl(call);
        const { how, why } = failure;
        if (how === 'silent')
            throw new EndpointError(`nobody answers at ${this.name} (${why})`);
        if (how === 'foreign')
            throw new EndpointError(`${this.name} does not speak SQS: ${why}`);
        throw new EndpointError(`${this.name} did not take the setup: ${call.call} ${queueOf(call)} answered ${why}`);
    }
    #mustHaveUrl(call) {
        if (call.call !== 'CreateQueue' || this.#names.hasUrl(call.input.QueueName))
            return;
        throw new EndpointError(`${this.name} does not speak SQS: it answered CreateQueue without a QueueUrl`);
    }
    #stillOpen() {
        if (this.#closing !== undefined)
            throw new EndpointError(`${this.name} was closed while it was being opened`);
    }
    async #send(call) {
        const pending = this.#translated(call);
        this.#pending.add(pending);
        try {
            return await pending;
        }
        catch (error) {
            return noAnswer(`not sent: ${error}`);
        }
        finally {
            this.#pending.delete(pending);
        }
    }
    async #translated(call) {
        if (this.#client === undefined)
            return noAnswer('the endpoint is not open');
        const options = call.call === 'ReceiveMessage' ? { abortSignal: this.#polls.signal } : {};
        const answer = await ask(this.#client, this.#names.outward(call), options);
        const { reply } = answer;
        if (call.call === 'CreateQueue' && reply.kind !== 'error')
            this.#ours.add(call.input.QueueName);
        if (reply.kind === 'error')
            reply.message = this.#names.plain(reply.message);
        if (reply.kind === 'unknown')
            reply.why = this.#names.plain(reply.why);
        if (reply.kind !== 'ok')
            return answer;
        await this.#learn(this.#client, call, reply.output);
        return { reply: { kind: 'ok', output: this.#names.inward(reply.output) } };
    }
    /** Takes URLs from the server, and from the first queue also the form of its ARNs. */
    async #learn(client, call, output) {
        if (call.call !== 'CreateQueue' && call.call !== 'GetQueueUrl')
            return;
        const { QueueUrl } = output;
        const { QueueName } = call.input;
        if (typeof QueueUrl !== 'string')
            return;
        if (call.call === 'CreateQueue' || !this.#names.hasUrl(QueueName))
            this.#names.learnUrl(QueueName, QueueUrl);
        if (!this.#names.arnLearned)
            await this.#learnArn(client, QueueUrl);
    }
    async #learnArn(client, QueueUrl) {
        const { reply } = await ask(client, {
            call: 'GetQueueAttributes',
            input: { QueueUrl, AttributeNames: ['QueueArn'] },
        });
        const output = reply.kind === 'ok' ? reply.output : {};
        if (output.Attributes?.QueueArn !== undefined)
            this.#names.learnArn(output.Attributes.QueueArn);
    }
    async #sweep() {
        const names = [...this.#ours];
        this.#ours.clear();
        await Promise.all(names.map((name) => this.#remove(name)));
    }
    /** Deletes a queue that may be gone already, or may never have come to be. */
    async #remove(name) {
        if (!this.#names.hasUrl(name))
            await this.#send({ call: 'GetQueueUrl', input: { QueueName: name } });
        await this.#send({ call: 'DeleteQueue', input: { QueueUrl: name } });
    }
}
function checkedUrl(text, allowAws) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol)) {
        throw new EndpointError(`"${text}" is not a URL that begins with http:// or https://`);
    }
    if (!allowAws && awsHost.test(url.hostname)) {
        throw new EndpointError(`${text} is AWS itself, where every request is billed: say --allow-aws if you mean it`);
    }
    return text;
}
const awsHost = /(^|\.)(amazonaws\.(com|com\.cn|eu)|api\.aws)\.?$/;
function prefixOf({ prefix }) {
    if (prefix === undefined)
        return `redrive-${epochNow().toString(36)}-${process.pid.toString(36)}-${(made++).toString(36)}-`;
    if (!/^[\w-]{1,60}$/.test(prefix)) {
        throw new EndpointError(`the prefix "${prefix}" may hold only letters, digits, - and _, at most 60`);
    }
    return prefix;
}
const queueOf = ({ input }) => 'QueueUrl' in input ? input.QueueUrl : 'QueueName' in input ? input.QueueName : '';
