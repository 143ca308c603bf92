import { textOf } from './http.js';
import { readJson } from './json.js';
import { changed } from './kinds.js';
import { isCallName, operations } from './operations.js';
import { addressOf, exchanges, isHome, placeOf, signerOf } from './place.js';
import { paramOf, paramsOf, readQuery } from './query.js';
import { invalidAction, noAction, Refused, tooLarge } from './refusals.js';
/**
 * The border between HTTP and canonical calls, in both protocols of SQS (sqs section 10). Sockets, time and state are
 * elsewhere: the same request always decodes to the same call, and the same reply is always written as the same bytes.
 */
/** Bytes in a request that is looked at: a payload of 1 MiB (sqs:Q2) in six bytes for each of its own, and some more. */
export const requestMax = 8 * 2 ** 20;
/** What the request asks, or why it asks nothing. Never throws. */
export function decode(request) {
    const protocol = protocolOf(request);
    if (protocol === undefined)
        return { protocol: 'query', refusal: noAction() };
    try {
        if (request.body.length > requestMax)
            throw new Refused(tooLarge(requestMax));
        return protocol === 'json' ? decodeJson(request) : decodeQuery(request);
    }
    catch (error) {
        if (error instanceof Refused)
            return { protocol, refusal: error.refusal };
        throw error;
    }
}
/** JSON by its content type, form or bare address by theirs; undefined for what is neither. */
function protocolOf({ method, headers }) {
    const type = headers['content-type'];
    if (method === 'POST' && isMediaType(type, 'application/x-amz-json-1.0'))
        return 'json';
    if (headers['x-amz-target'] !== undefined)
        return undefined;
    if (method === 'GET' || method === 'HEAD')
        return 'query';
    const isForm = type === undefined || isMediaType(type, 'application/x-www-form-urlencoded');
    return method === 'POST' && isForm ? 'query' : undefined;
}
/** Parameters such as a charset do not matter. */
const isMediaType = (type, wanted) => type === wanted || (type !== undefined && type.split(';', 1)[0].trim().toLowerCase() === wanted);
const targetPrefix = 'AmazonSQS.';
function decodeJson(request) {
    const target = request.headers['x-amz-target'] ?? '';
    const action = target.startsWith(targetPrefix) ? target.slice(targetPrefix.length) : '';
    if (!isCallName(action))
        throw new Refused(invalidAction(action));
    const input = readJson(operations[action].input, request.body);
    return asked('json', request, action, input, request.headers.authorization ?? '');
}
function decodeQuery(request) {
    const { query, path, body } = request;
    const params = request.method === 'POST' ? paramsOf(textOf(body), query) : paramsOf(query);
    const action = paramOf(params, 'Action');
    if (action === undefined)
        throw new Refused(noAction());
    if (!isCallName(action))
        throw new Refused(invalidAction(action));
    const shape = operations[action].input;
    const input = readQuery(shape, params);
    if (path !== '/' && path !== '') {
        // sqs:W20: on the URL of a queue these two make no sense
        if (action === 'CreateQueue' || action === 'ListQueues')
            throw new Refused(invalidAction(action));
        if (shape.members.QueueUrl !== undefined)
            input.QueueUrl ??= path;
    }
    return asked('query', request, action, input, request.headers.authorization ?? presigned(params));
}
/** A presigned query in the words of the header. */
const presigned = (params) => `Credential=${paramOf(params, 'X-Amz-Credential') ?? ''}`;
function asked(protocol, { origin, headers }, action, input, authorization) {
    const decoded = askedOf(protocol, origin, action, input, signerOf(authorization));
    addTrace(decoded.call, headers['x-amzn-trace-id']);
    return decoded;
}
/** A call whose queues, ARNs and tasks are still as the client names them. */
export function askedOf(protocol, origin, action, input, signer) {
    const place = placeOf(addressIn(input), signer);
    const canonical = changed(operations[action].input, input, bordersIn(place));
    return { protocol, place, origin, call: { call: action, input: canonical } };
}
/** The queue that an input names by URL, or whose account it names. */
function addressIn({ QueueUrl, QueueOwnerAWSAccountId }) {
    if (typeof QueueUrl === 'string')
        return addressOf(QueueUrl);
    const isAccount = typeof QueueOwnerAWSAccountId === 'string' && /^\d{12}$/.test(QueueOwnerAWSAccountId);
    return isAccount ? { account: QueueOwnerAWSAccountId } : {};
}
const queue = (url) => addressOf(url).name;
const bordersAtHome = { queue };
const bordersIn = (place) => (isHome(place) ? bordersAtHome : { queue, ...exchanges(place) });
/** A trace header of the request becomes the one of every message it sends that has none (sqs:SM6). */
function addTrace({ call, input }, header) {
    if (header === undefined || header === '')
        return;
    const sends = call === 'SendMessage' ? [input] : call === 'SendMessageBatch' ? (input.Entries ?? []) : [];
    for (const send of sends) {
        const trace = { AWSTraceHeader: { DataType: 'String', StringValue: header } };
        send.MessageSystemAttributes = { ...trace, ...send.MessageSystemAttributes };
    }
}
