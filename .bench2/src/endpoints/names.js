import { arnOf } from '../core/calls.js';
import { limits } from '../core/limits.js';
import { isFields, mapValues } from './fields.js';
/**
 * The queue names of one run, both ways: canonical in the history (`q1`), real on the server (`<prefix>q1`), so that runs
 * side by side never meet. URLs are the server's own words (sqs:W1); a queue without one gets a URL of the same form.
 */
export class Names {
    #prefix;
    #canonical = new Map();
    #urls = new Map();
    #realArn;
    #urlBase;
    #arnBase;
    #arnLearned = false;
    /** `prefix` holds only letters, digits, `-` and `_`; `server` and `region` stand in until the server has said its own. */
    constructor(prefix, server, region) {
        this.#prefix = prefix;
        this.#realArn = new RegExp(`arn:[\\w-]+:sqs:[\\w-]*:\\w*:(${prefix}[\\w.-]*)`, 'g');
        this.#urlBase = `${server.replace(/\/+$/, '')}/000000000000/`;
        this.#arnBase = `arn:aws:sqs:${region}:000000000000:`;
    }
    /** Is the ARN form of this server's account known? */
    get arnLearned() {
        return this.#arnLearned;
    }
    learnUrl(name, url) {
        this.#urls.set(name, url);
        this.#urlBase = url.slice(0, url.lastIndexOf('/') + 1);
    }
    learnArn(arn) {
        this.#arnBase = arn.slice(0, arn.lastIndexOf(':') + 1);
        this.#arnLearned = true;
    }
    hasUrl(name) {
        return this.#urls.has(name);
    }
    /** The call as the server hears it. A list of queues always asks for this run's own. */
    outward(call) {
        const input = { ...call.input };
        if (typeof input.QueueUrl === 'string')
            input.QueueUrl = this.#url(input.QueueUrl);
        if (typeof input.QueueName === 'string')
            input.QueueName = this.#real(input.QueueName);
        if (call.call === 'ListQueues')
            input.QueueNamePrefix = this.#prefix + (call.input.QueueNamePrefix ?? '');
        if (input.QueueOwnerAWSAccountId === accountOf(arnOf('')))
            input.QueueOwnerAWSAccountId = accountOf(this.#arnBase);
        if (isFields(input.Attributes))
            input.Attributes = mapValues(input.Attributes, this.#realArns);
        for (const member of arnMembers)
            if (member in input)
                input[member] = this.#realArns(input[member]);
        return { call: call.call, input };
    }
    /** The server's output as the history shows it. */
    inward(output) {
        const fields = { ...output };
        if (typeof fields.QueueUrl === 'string')
            fields.QueueUrl = this.#nameOf(fields.QueueUrl) ?? fields.QueueUrl;
        if (Array.isArray(fields.QueueUrls))
            this.#keepOwn(fields, fields.QueueUrls);
        if (Array.isArray(fields.queueUrls))
            fields.queueUrls = fields.queueUrls.map((url) => this.#nameOf(url) ?? url);
        if (Array.isArray(fields.Results))
            fields.Results = fields.Results.map((task) => this.#task(task));
        if (isFields(fields.Attributes))
            fields.Attributes = mapValues(fields.Attributes, this.#canonicalArns);
        if (Array.isArray(fields.Messages))
            fields.Messages = fields.Messages.map((message) => this.#message(message));
        return fields;
    }
    /** A sentence of the server, with the names of the history. */
    plain(text) {
        return this.#canonicalArns(text).replaceAll(this.#prefix, '');
    }
    /** Names too long for the prefix keep their length and end, so that what was a legal name stays one (sqs:Q9). */
    #real(name) {
        if (name === '')
            return name;
        const long = this.#prefix.length + name.length > limits.queueNameMax && name.length <= limits.queueNameMax;
        const real = this.#prefix + (long ? name.slice(this.#prefix.length) : name);
        this.#canonical.set(real, name);
        return real;
    }
    #url(name) {
        if (name === '')
            return name;
        return this.#urls.get(name) ?? this.#urlBase + this.#real(name);
    }
    #nameOf(url) {
        return this.#canonical.get(String(url).slice(String(url).lastIndexOf('/') + 1));
    }
    /** A list that only the filter emptied is absent, as the contract wants it (sqs:W15). */
    #keepOwn(fields, urls) {
        const names = urls.map((url) => this.#nameOf(url)).filter((name) => name !== undefined);
        if (names.length > 0 || urls.length === 0)
            fields.QueueUrls = names;
        else
            delete fields.QueueUrls;
    }
    #message(message) {
        if (!isFields(message) || !isFields(message.Attributes))
            return message;
        return { ...message, Attributes: mapValues(message.Attributes, this.#canonicalArns) };
    }
    /** Its handle goes back to the server as it came (sqs:MT3). */
    #task(task) {
        if (!isFields(task))
            return task;
        const changed = { ...task };
        for (const member of arnMembers)
            if (member in task)
                changed[member] = this.#canonicalArns(task[member]);
        return changed;
    }
    #realArns = (value) => typeof value === 'string'
        ? value.replace(canonicalArn, (_, name) => this.#arnBase + this.#real(name))
        : value;
    #canonicalArns = (value) => typeof value === 'string'
        ? value.replace(this.#realArn, (arn, real) => {
            const name = this.#canonical.get(real);
            return name === undefined ? arn : arnOf(name);
        })
        : value;
}
/** The members of a move task that are ARNs. */
const arnMembers = ['SourceArn', 'DestinationArn'];
const accountOf = (arn) => arn.split(':')[4];
const canonicalArn = new RegExp(`${arnOf('')}([\\w.-]+)`, 'g');
