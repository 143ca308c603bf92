import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contract } from '../../models/rules.js';
import { Sqs } from '../../models/sqs/service.js';
import { callNames } from '../../src/core/calls.js';
import { decode } from '../../src/wire/decode.js';
import { encode, encodeTurned } from '../../src/wire/encode.js';
import type { WireRequest, WireResponse } from '../../src/wire/http.js';
import { operations } from '../../src/wire/operations.js';
import { anyOf, anyText } from './any.js';
import { json, origin } from './ask.js';

/** A service with a queue of each kind and a message in each, behind the wire. */
function served(): (request: WireRequest) => WireResponse | undefined {
  const sqs = new Sqs(contract);
  const ask = (request: WireRequest): WireResponse | undefined => {
    const asked = decode(request);
    if ('refusal' in asked) return encodeTurned(asked, 'id');
    const reply = sqs.call(0, asked.call, () => 0);
    if (reply.kind === 'waiting') return undefined;
    if (reply.kind === 'unknown') throw new Error('the model always knows');
    return encode(asked, reply, 'id');
  };
  const ids = { MessageGroupId: 'g', MessageDeduplicationId: 'd' };
  ask(json('CreateQueue', { QueueName: 'q' }));
  ask(json('CreateQueue', { QueueName: 'q.fifo', Attributes: { FifoQueue: 'true' } }));
  ask(json('SendMessage', { QueueUrl: 'q', MessageBody: 'a' }));
  ask(json('SendMessage', { QueueUrl: 'q.fifo', MessageBody: 'a', ...ids }));
  return ask;
}

const queueUrl = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('q', 'q.fifo', `${origin}/000000000000/q`, '/000000000000/q.fifo') },
  fc.constantFrom('', '__proto__', 'constructor', '../q', '/000000000000/..', `${origin}/000000000000/__proto__`),
  anyText,
);
const nonsense = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(null, '', 0, -1, 1e21, 1.5, true, [], {}, [[]], '__proto__', '\ud800', '\u0000'),
  fc.constant(JSON.parse('{"__proto__":{"__proto__":"x"},"constructor":{"prototype":"y"}}')),
);

/** An input in the described form, with nonsense in the place of some members. */
const input = (name: (typeof callNames)[number]): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .tuple(
      anyOf(operations[name].input, { text: anyText, least: 0, unnamed: true }),
      fc.dictionary(fc.constantFrom(...Object.keys(operations[name].input.members), '__proto__', 'X'), nonsense, {
        maxKeys: 1,
      }),
      queueUrl,
    )
    .map(([described, broken, QueueUrl]) => ({ ...(described as object), QueueUrl, ...broken }));

const call = fc.constantFrom(...callNames).chain((name) => fc.tuple(fc.constant(name), input(name)));

/** As the query protocol would have it, brackets and all. */
function flattened(value: unknown, name: string, into: [string, string][]): [string, string][] {
  if (typeof value !== 'object' || value === null) into.push([name, String(value)]);
  else for (const [key, item] of Object.entries(value)) flattened(item, name === '' ? key : `${name}.${key}`, into);
  return into;
}

const asJson = call.map(([name, given]) => json(name, given));
const asForm = call.map(([name, given]): WireRequest => {
  const body = String(new URLSearchParams([['Action', name], ...flattened(given, '', [])]));
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return { method: 'POST', path: '/', query: '', origin, headers, body: Buffer.from(body) };
});
const torn = fc
  .tuple(fc.oneof(asJson, asForm), fc.nat(), fc.uint8Array({ maxLength: 4 }))
  .map(([request, at, bytes]) => {
    const cut = at % (request.body.length + 1);
    return { ...request, body: Buffer.concat([request.body.subarray(0, cut), bytes]) };
  });
const anything = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'HEAD', 'OPTIONS', 'get', ''),
  path: fc.oneof(queueUrl, fc.constantFrom('/', '', '/..', '/000000000000/q')),
  query: fc.oneof(anyText, fc.constantFrom('Action=ReceiveMessage', 'Action=__proto__&Action.1=x', 'Action=&&=&.=')),
  headers: fc.dictionary(
    fc.constantFrom('content-type', 'x-amz-target', 'authorization', 'x-amzn-trace-id', 'accept'),
    fc.oneof(anyText, fc.constantFrom('application/x-amz-json-1.0', 'AmazonSQS.constructor', 'AmazonSQS.ListQueues')),
  ),
  body: fc.uint8Array({ maxLength: 40 }),
  origin: fc.constant(origin),
});

describe('whatever is asked', () => {
  test.each([
    ['a JSON request with a value of any kind', asJson],
    ['a form with a value of any kind', asForm],
    ['a request torn in the middle', torn],
    ['anything at all', anything],
  ])('%s is answered with success or a 4xx, and the service goes on', (_, request) => {
    const ask = served();
    fc.assert(
      fc.property(request as fc.Arbitrary<WireRequest>, (request) => {
        const answer = ask(request);
        if (answer === undefined) return;
        expect(answer.status === 200 || (answer.status >= 400 && answer.status < 500)).toBe(true);
        if (answer.headers['content-type'] === 'text/xml') expect(answer.body).toMatch(/^<.*>\s*$/s);
        else JSON.parse(answer.body);
      }),
      { numRuns: 500 },
    );
    expect(ask(json('GetQueueUrl', { QueueName: 'nobody' }))?.status).toBe(400);
    expect(Object.prototype).not.toHaveProperty('x');
  });

  test('names that objects have of their own are names like all others', () => {
    const ask = served();
    const answer = (action: string, input: string): unknown => {
      const { status, body } = ask(json(action, input))!;
      expect([action, status, body]).toEqual([action, 200, expect.anything()]);
      return JSON.parse(body);
    };
    for (const name of ['__proto__', 'constructor', 'toString']) {
      answer('CreateQueue', `{"QueueName":"${name}","tags":{"${name}":"v"}}`);
      expect(answer('ListQueueTags', `{"QueueUrl":"${name}"}`)).toEqual(JSON.parse(`{"Tags":{"${name}":"v"}}`));
      answer('TagQueue', `{"QueueUrl":"${name}","Tags":{"${name}":"w"}}`);
      expect(answer('ListQueueTags', `{"QueueUrl":"${name}"}`)).toEqual(JSON.parse(`{"Tags":{"${name}":"w"}}`));
      const attributes = `{"${name}":{"DataType":"String","StringValue":"v"}}`;
      answer('SendMessage', `{"QueueUrl":"${name}","MessageBody":"a","MessageAttributes":${attributes}}`);
      const received = answer('ReceiveMessage', `{"QueueUrl":"${name}","MessageAttributeNames":["${name}"]}`);
      expect(received).toMatchObject({ Messages: [{ MessageAttributes: JSON.parse(attributes) }] });
      const refused = ask(json('SetQueueAttributes', `{"QueueUrl":"${name}","Attributes":{"${name}":"v"}}`));
      expect(refused).toMatchObject({ status: 400, headers: { 'x-amzn-query-error': 'InvalidAttributeName;Sender' } });
      expect(ask(json('GetQueueAttributes', `{"QueueUrl":"${name}","AttributeNames":["${name}"]}`))!.status).toBe(400);
    }
  });
});
