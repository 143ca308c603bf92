import { parseXML } from '@aws-sdk/xml-builder';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contract } from '../../models/rules.js';
import { Sqs } from '../../models/sqs/service.js';
import { type CallName, callNames } from '../../src/core/calls.js';
import { modelEndpoint, modelEpoch } from '../../src/endpoints/model.js';
import { plainDesk } from '../../src/serve/desk.js';
import { Served } from '../../src/serve/served.js';
import { VirtualClock } from '../../src/time/virtual.js';
import { readTrace, writeTrace } from '../../src/trace.js';
import type { WireRequest, WireResponse } from '../../src/wire/http.js';
import { type Kind, type Structure, structure } from '../../src/wire/kinds.js';
import { isCallName, operations } from '../../src/wire/operations.js';
import { anyCalls } from '../model/any-calls.js';
import { anyOf, anyText, illegal } from './any.js';
import { form, json, origin } from './ask.js';

/** A recording server without its socket, with a queue of each kind and a message in each. */
class Trial {
  readonly #clock = new VirtualClock();
  readonly served = new Served(this.#clock, () => modelEndpoint(new Sqs(contract, modelEpoch), this.#clock), {
    ...plainDesk,
    seed: 'any',
    record: true,
  });

  async ready(): Promise<this> {
    const ids = { MessageGroupId: 'g', MessageDeduplicationId: 'd' };
    for (const QueueName of ['q', 'p']) await this.ask(json('CreateQueue', { QueueName }));
    for (const QueueName of ['q.fifo', 'f.fifo'])
      await this.ask(json('CreateQueue', { QueueName, Attributes: { FifoQueue: 'true' } }));
    await this.ask(json('SendMessage', { QueueUrl: 'q', MessageBody: 'a' }));
    await this.ask(json('SendMessage', { QueueUrl: 'q.fifo', MessageBody: 'a', ...ids }));
    return this;
  }

  /** Waits in virtual time for an answer that comes later. */
  async ask(request: WireRequest): Promise<WireResponse> {
    const answer = this.served.answer(request, 'somebody');
    if (answer instanceof Promise) await this.#clock.until(answer);
    const heard = await answer;
    if (heard === 'broken') throw new Error('nobody asked for faults');
    return heard;
  }
}

const types = ['application/x-amz-json-1.0', 'text/xml', 'application/json', 'application/jsonl'];

/** Success or a 4xx, whole and in the words of its protocol (sqs:W11, sqs:W12, sqs:W22, sqs:W23). */
function judge({ status, headers, body }: WireResponse): void {
  const type = headers['content-type']!;
  expect(types).toContain(type);
  expect(status === 200 || (status >= 400 && status < 500)).toBe(true);
  const of = type === 'text/xml' ? judgeXml : type === 'application/jsonl' ? readTrace : judgeJson;
  of(body, status, headers);
}

function judgeJson(body: string, status: number, headers: WireResponse['headers']): void {
  const said = JSON.parse(body) as { __type?: string };
  if (headers['content-type'] === 'application/json') return;
  expect(headers['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/);
  if (status === 200) return;
  expect(said.__type).toMatch(/^com\.amazon(aws\.sqs|\.coral\.service)#\w+$/);
  expect(headers['x-amzn-query-error']).toMatch(/^[\w.]+;Sender$/);
}

function judgeXml(body: string, status: number): void {
  expect(body).not.toMatch(illegal);
  const root = parseXML(body) as Record<string, { Error?: { Code: string } }>;
  if (status === 404 && 'UnknownOperationException' in root) return;
  const name = Object.keys(root).find((key) => key.endsWith('Response'))!;
  if (status === 200) expect(root[name]).toHaveProperty('ResponseMetadata.RequestId');
  else expect(root.ErrorResponse).toMatchObject({ Error: { Type: 'Sender', Code: expect.any(String) } });
}

type Input = Record<string, unknown>;

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

/** An input in the described form, and nonsense for some members. */
const input = (name: CallName): fc.Arbitrary<[described: Input, broken: Input]> =>
  fc
    .tuple(
      anyOf(operations[name].input, { text: anyText, least: 0, unnamed: true }) as fc.Arbitrary<Input>,
      fc.dictionary(fc.constantFrom(...Object.keys(operations[name].input.members), '__proto__', 'X'), nonsense, {
        maxKeys: 1,
      }),
      queueUrl,
    )
    .map(([described, broken, QueueUrl]) => [{ ...described, QueueUrl }, broken]);

const call = fc.constantFrom(...callNames).chain((name) => fc.tuple(fc.constant(name), input(name)));

/** As the query protocol would have it, brackets and all. */
function flattened(value: unknown, name: string, into: [string, string][]): [string, string][] {
  if (typeof value !== 'object' || value === null) into.push([name, String(value)]);
  else for (const [key, item] of Object.entries(value)) flattened(item, name === '' ? key : `${name}.${key}`, into);
  return into;
}

/** The same in the names of the query protocol (sqs:W21), as far as it has them. */
function asFormOf(action: string, input: object): WireRequest {
  const shape: Structure = isCallName(action) ? operations[action].input : structure({});
  const params = parametersOf(shape, input as Input, '');
  return form({ Action: action, ...Object.fromEntries(params) });
}

function parametersOf({ entries }: Structure, input: Input, path: string): [string, string][] {
  return entries.flatMap(([name, kind]) =>
    input[name] === undefined ? [] : parameters(kind, name, input[name], path),
  );
}

function parameters(kind: Kind, name: string, value: unknown, path: string): [string, string][] {
  if (kind.is === 'list')
    return (value as unknown[]).flatMap((item, i) =>
      itemOf(kind.of, item, `${path}${kind.element ?? 'AttributeName'}.${i + 1}`),
    );
  if (kind.is === 'table')
    return Object.entries(value as object).flatMap(([key, item], i) => [
      [`${path}${kind.element}.${i + 1}.${kind.key}`, key],
      ...itemOf(kind.of, item, `${path}${kind.element}.${i + 1}.${kind.value}`),
    ]);
  return [[path + name, String(value)]];
}

const itemOf = (kind: Kind, value: unknown, path: string): [string, string][] =>
  kind.is === 'structure' ? parametersOf(kind, value as Input, `${path}.`) : [[path, String(value)]];

const asJson = call.map(([name, [described, broken]]) => json(name, { ...described, ...broken }));
const asForm = call.map(([name, [described, broken]]): WireRequest => {
  const params = [...parametersOf(operations[name].input, described, ''), ...flattened(broken, '', [])];
  const body = String(new URLSearchParams([['Action', name], ...params]));
  return form({}, { body: Buffer.from(body) });
});
/** What clients ask in earnest; handles are those of the first receives. */
const earnest = fc.tuple(anyCalls, fc.boolean()).map(([calls, isForm]) =>
  calls.map(({ call, input }) => {
    const text = JSON.stringify(input).replace(/"#(\d+)"/g, (_, n) => `"q/${1 + (Number(n) % 3)}/1"`);
    return (isForm ? asFormOf : json)(call, JSON.parse(text) as Input);
  }),
);
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

const control = fc.record({
  method: fc.constantFrom('GET', 'POST', 'DELETE'),
  path: fc.oneof(
    fc.constantFrom('/health', '/_redrive/clock', '/_redrive/trace', '/_redrive/reset', '/_redrive/'),
    anyText.map((text) => `/_redrive/${text}`),
  ),
  query: fc.oneof(anyText, fc.constantFrom('', 'region=x', 'account=000000000000&region=us-east-1')),
  headers: fc.constant({}),
  body: fc.oneof(
    fc.uint8Array({ maxLength: 20 }),
    fc.json({ maxDepth: 2 }).map((text) => Buffer.from(text)),
    fc.constantFrom('{"advance":"31s"}', '{"to":"next"}', '{"advance":1e9}').map((text) => Buffer.from(text)),
  ),
  origin: fc.constant(origin),
});

describe('whatever is asked', () => {
  test.each([
    ['a JSON request with a value of any kind', asJson],
    ['a form with a value of any kind', asForm],
    ['a request torn in the middle', torn],
    ['anything at all', anything],
    ['anything of everything', fc.oneof(asJson, asForm, torn, anything, control)],
    ['what is meant in earnest', earnest],
  ] as const)('%s is answered with success or a 4xx, and the service goes on', async (_, request) => {
    const requests = fc.array(request as fc.Arbitrary<WireRequest | WireRequest[]>, { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(requests, async (all) => {
        const trial = await new Trial().ready();
        for (const one of all.flat()) judge(await trial.ask(one));
        expect((await trial.ask(json('GetQueueUrl', { QueueName: 'never-made' }))).status).toBe(400);
        const record = writeTrace(trial.served.history()!);
        expect(writeTrace(readTrace(record).history)).toBe(record);
      }),
      { numRuns: 100 },
    );
    expect(Object.prototype).not.toHaveProperty('x');
  });

  describe.each([
    ['JSON', (action: string, input: object) => json(action, input)],
    ['a form', asFormOf],
  ] as const)('in %s', (_, request) => {
    test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
      '%s is a name like all others',
      async (name) => {
        const trial = await new Trial().ready();
        const ask = async (action: string, input: object, status = 200): Promise<WireResponse> => {
          const answer = await trial.ask(request(action, input));
          expect([action, answer.status, answer.body]).toEqual([action, status, expect.anything()]);
          judge(answer);
          return answer;
        };
        const named = <T>(value: T): object => Object.fromEntries([[name, value]]);
        const told = async (action: string, input: object): Promise<unknown> =>
          JSON.parse((await trial.ask(json(action, input))).body);
        const QueueUrl = name;
        await ask('CreateQueue', { QueueName: name, tags: named('v') });
        expect(await told('ListQueueTags', { QueueUrl })).toEqual({ Tags: named('v') });
        await ask('TagQueue', { QueueUrl, Tags: named('w') });
        expect((await ask('ListQueueTags', { QueueUrl })).body).toContain(name);
        await ask('UntagQueue', { QueueUrl, TagKeys: [name] });
        expect(await told('ListQueueTags', { QueueUrl })).toEqual({});
        const MessageAttributes = named({ DataType: 'String', StringValue: 'v' });
        const message = { MessageBody: name, MessageAttributes };
        await ask('SendMessage', { QueueUrl, ...message });
        expect((await ask('SendMessageBatch', { QueueUrl, Entries: [{ Id: name, ...message }] })).body).toContain(name);
        const asked = { QueueUrl, MaxNumberOfMessages: 10, MessageAttributeNames: [name], VisibilityTimeout: 0 };
        const received = [
          { Body: name, MessageAttributes },
          { Body: name, MessageAttributes },
        ];
        expect(await told('ReceiveMessage', asked)).toMatchObject({ Messages: received });
        expect((await ask('ReceiveMessage', { ...asked, MessageSystemAttributeNames: [name] })).body).toContain(name);
        const entry = { Id: name, ReceiptHandle: name, VisibilityTimeout: 1 };
        for (const action of ['DeleteMessageBatch', 'ChangeMessageVisibilityBatch'])
          expect((await ask(action, { QueueUrl, Entries: [entry] })).body).toContain('ReceiptHandleIsInvalid');
        const system = { QueueUrl, MessageBody: 'a', MessageSystemAttributes: MessageAttributes };
        await ask('SendMessage', system, 400);
        const refused = await ask('SetQueueAttributes', { QueueUrl, Attributes: named('v') }, 400);
        expect(refused.body).toContain(`Unknown Attribute ${name}.`);
        await ask('GetQueueAttributes', { QueueUrl, AttributeNames: [name] }, 400);
        await ask('CreateQueue', { QueueName: 'other', Attributes: named('v') }, 400);
        await ask('AddPermission', { QueueUrl, Label: name, AWSAccountIds: ['111111111111'], Actions: ['*'] });
        await ask('RemovePermission', { QueueUrl, Label: name });
        await ask('DeleteMessage', { QueueUrl, ReceiptHandle: name }, 404);
        await ask(name, { QueueUrl }, 400);
        await ask('DeleteQueue', { QueueUrl });
      },
    );
  });

  test.each([
    '../q',
    '..%2fq',
    '/000000000000/../000000000000/q',
    'q%00',
    'q\u0000',
    'q/../q',
    '000000000000%2Fq',
    './q',
    'q.',
    ' q',
    'q?x',
    'q#',
    '\\q',
    'q\n',
  ])('the queue %j does not exist, and cannot', async (name) => {
    const trial = await new Trial().ready();
    for (const request of [json, asFormOf]) {
      for (const QueueUrl of [name, `${origin}/000000000000/${name}`])
        expect((await trial.ask(request('PurgeQueue', { QueueUrl }))).body).toContain(
          'The specified queue does not exist',
        );
      const made = await trial.ask(request('CreateQueue', { QueueName: name }));
      if (name !== 'Q') expect(made).toMatchObject({ status: 400, body: expect.stringContaining('Can only include') });
    }
  });
});
