import type { Ok, Refusal } from '../core/calls.js';
import type { Asked, Turned } from './decode.js';
import type { WireResponse } from './http.js';
import { writeJson } from './json.js';
import { changed } from './kinds.js';
import { type Operation, operations } from './operations.js';
import { exchangeArns, exchanges, isHome, urlOf } from './place.js';
import { unknownOperation, writeXml, writeXmlError } from './xml.js';

const jsonType = 'application/x-amz-json-1.0';
const ok = 200;

/** The answer as it goes over the wire. */
export function encode(asked: Asked, reply: Ok | Refusal, requestId: string): WireResponse {
  const { protocol, call } = asked;
  const operation = operations[call.call];
  if (reply.kind === 'error') return refusal(protocol, translated(asked, operation, reply), requestId);
  const output = outputFor(asked, reply);
  if (protocol === 'json') return response(jsonType, ok, requestId, writeJson(output));
  const body = writeXml(call.call, operation.output, operation.answers ? output : undefined, requestId);
  return response('text/xml', ok, requestId, body);
}

/** What a call answers, with queues, ARNs and tasks as the client knows them. */
export function outputFor({ call, origin, place }: Asked, { output }: Ok): object {
  const queue = (name: string): string => urlOf(origin, place, name);
  const borders = isHome(place) ? { queue } : { queue, ...exchanges(place) };
  return changed(operations[call.call].output, output, borders) as object;
}

/** The answer to a request that was turned away. */
export const encodeTurned = (turned: Turned, requestId: string): WireResponse =>
  refusal(turned.protocol, turned.refusal, requestId);

/** A refusal that quotes what was asked quotes the caller's own ARNs. */
function translated({ place }: Asked, { input }: Operation, reply: Refusal): Refusal {
  const quotes = input.holds.includes('arns') || input.holds.includes('task');
  return quotes && !isHome(place) ? { ...reply, message: exchangeArns(place)(reply.message) } : reply;
}

function refusal(protocol: Asked['protocol'], reply: Refusal, requestId: string): WireResponse {
  const { code, status, message, legacy = code } = reply;
  if (protocol === 'query')
    return response('text/xml', status, requestId, isBare(reply) ? unknownOperation : writeXmlError(reply, requestId));
  const at = code === 'SerializationException' ? 'Message' : 'message';
  const body = writeJson({ __type: typeOf(code), ...(message !== '' && { [at]: message }) });
  const answer = response(jsonType, status, requestId, body);
  answer.headers['x-amzn-query-error'] = `${legacy};${status < 500 ? 'Sender' : 'Receiver'}`;
  return answer;
}

/** sqs:W20: the query protocol has no more to say where no action was asked for. */
const isBare = ({ code, status }: Refusal): boolean => code === 'UnknownOperationException' && status === 404;

/** What is not in the service model comes from the framework below it (sqs:W12). */
const unmodelled: ReadonlySet<string> = new Set([
  'InvalidParameterValueException',
  'MissingRequiredParameterException',
  'RequestEntityTooLargeException',
  'SerializationException',
  'UnknownOperationException',
]);

const typeOf = (code: string): string =>
  `${unmodelled.has(code) ? 'com.amazon.coral.service' : 'com.amazonaws.sqs'}#${code}`;

const response = (type: string, status: number, requestId: string, body: string): WireResponse => ({
  status,
  headers: { 'content-type': type, 'x-amzn-requestid': requestId },
  body,
});
