import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { paidFor } from '../bin/aws.js';
import { realRangeOf } from '../bin/options.js';
import { main } from '../bin/program.js';
import { check, model, mutant, properties, run, scheduleOf, violationsOf, wallOptions } from '../index.js';
import { mutatedRules } from '../models/mutants/index.js';
import { Sqs } from '../models/sqs/service.js';
import type { Op } from '../src/core/history.js';
import { clean } from '../src/endpoints/clean.js';
import { modelEndpoint, modelEpoch } from '../src/endpoints/model.js';
import { runTag } from '../src/endpoints/names.js';
import { mostRequests } from '../src/endpoints/requests.js';
import { connect } from '../src/endpoints/url.js';
import { readTrace } from '../src/trace.js';
import { serve } from './served.js';
import { schedule } from './steps.js';

/** Redrive's own server poses as AWS: the AWS SDK itself turns to the address in AWS_ENDPOINT_URL_SQS. */
const region = 'eu-west-1';
/** Another server: a client for a region is made once. */
const otherRegion = 'eu-central-1';
const account = '123456789012';
const aws = ['--endpoint', 'aws', '--region', region];
const paid = [...aws, '--yes-this-costs-money'];
/** Queues of somebody else in the same account. */
const foreign = ['orders', 'redrive-by-hand'];

// what main.ts does for its own process
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

const folder = mkdtempSync(join(tmpdir(), 'redrive-aws-'));
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});
const path = (name: string): string => join(folder, name);
const init = path('init.json');
writeFileSync(init, JSON.stringify({ queues: foreign.map((name) => ({ name, attributes: {} })) }));

interface Serving {
  url: string;
  /** Everything that it was asked. */
  journal(): Promise<Op[]>;
  ask(call: string, input: object): Promise<Record<string, unknown>>;
  queues(): Promise<string[]>;
}

const bin = (...args: string[]): ChildProcess => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'bin/main.ts', ...args]);
  children.push(child);
  return child;
};

async function serving(region: string, ...args: string[]): Promise<Serving> {
  const child = bin('serve', '--json', '--port', '0', '--record', path('all.jsonl'), '--init', init, ...args);
  const { url } = JSON.parse(await new Promise((resolve) => child.stdout!.once('data', (line) => resolve(`${line}`))));
  const journal = async (): Promise<Op[]> => {
    const answer = await fetch(`${url}/_redrive/trace?region=${region}&account=${account}`);
    return answer.status === 404 ? [] : readTrace(await answer.text()).history.ops;
  };
  const ask = async (call: string, input: object): Promise<Record<string, unknown>> => {
    const headers = {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `AmazonSQS.${call}`,
      authorization: `AWS4-HMAC-SHA256 Credential=${account}/20260101/${region}/sqs/aws4_request`,
    };
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(input) });
    return (await answer.json()) as Record<string, unknown>;
  };
  const queues = async (): Promise<string[]> =>
    (((await ask('ListQueues', {})).QueueUrls ?? []) as string[])
      .map((url) => url.slice(url.lastIndexOf('/') + 1))
      .sort();
  return { url, journal, ask, queues };
}

/** As the environment of somebody who has an account. */
const environment = (url: string): Record<string, string> => ({
  AWS_ENDPOINT_URL_SQS: url,
  AWS_ACCESS_KEY_ID: account,
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_SESSION_TOKEN: '',
  AWS_EC2_METADATA_DISABLED: 'true',
});

/** Runs the program in this process, and notes whom it turns to. */
async function redrive(
  ...args: string[]
): Promise<{ code: number; stdout: string; stderr: string; met: Set<unknown> }> {
  const written = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      written[stream] += text;
      return true;
    }),
  );
  const connect = vi.spyOn(Socket.prototype, 'connect');
  const code = await main(args);
  const met = new Set(connect.mock.calls.flat(2).map((to) => (to as { port?: unknown } | null)?.port));
  met.delete(undefined);
  for (const spy of [...spies, connect]) spy.mockRestore();
  return { code, ...written, met };
}

let server: Serving;
beforeAll(async () => {
  server = await serving(region);
});
const use = ({ url }: Serving): void => {
  for (const [name, value] of Object.entries(environment(url))) vi.stubEnv(name, value);
};
beforeEach(() => use(server));
afterEach(() => void vi.unstubAllEnvs());

/** The seed of the shortest campaign of one schedule that is as wanted. */
async function shortSeed(isWanted: (seed: string) => Promise<number>): Promise<string> {
  let shortest = { seed: '', time: Number.POSITIVE_INFINITY };
  for (let k = 0; k < 60; k++) {
    const time = await isWanted(`short${k}-0`);
    if (time < shortest.time) shortest = { seed: `short${k}`, time };
  }
  return shortest.seed;
}
const range = realRangeOf({ endpoint: 'aws' });
const bug = mutant('A-067')!;
/** The tolerances of AWS, on the model. */
const documented = { early: 1000, late: 60_000, epoch: modelEpoch, epochError: 30_000 };

describe('what costs money is said, and needs leave', () => {
  test.each([
    ['conform', ...aws, '--runs', '3', '--seed', 's'],
    ['fuzz', ...aws, '--runs', '3', '--seed', 's'],
    ['replay', 's', ...aws],
    ['clean', '--prefix', 'redrive-', ...aws],
  ])('%s: the price, one sentence, 2, and no request', async (...args) => {
    const before = await server.journal();
    const { code, stdout, stderr, met } = await redrive(...args);
    expect(stdout).toMatch(/\d+ requests?/);
    expect(stdout).toMatch(
      /^cost: (about )?\$0\.\d{4}[^\n]*\nassumed: \$0\.40 for a million requests, \$0\.50 with FIFO.*64 KiB/m,
    );
    expect(stdout).toContain(`AWS_ENDPOINT_URL_SQS sends them to ${server.url}`);
    expect(stderr).toBe('redrive: nothing was sent: add --yes-this-costs-money to go on.\n');
    expect(code).toBe(2);
    expect([...met]).toEqual([]);
    expect(await server.journal()).toEqual(before);
  });

  test.each<[string[], string]>([
    [['conform', '--endpoint', 'aws'], '--endpoint aws needs --region, such as --region eu-west-1'],
    [['replay', 's', '--endpoint', 'aws'], '--endpoint aws needs --region'],
    [['clean', '--prefix', 'r', '--endpoint', 'aws'], '--endpoint aws needs --region'],
    [['conform', '--endpoint', 'aws', '--region', 'eu-wset-1'], "a region of AWS such as eu-west-1, not 'eu-wset-1'"],
    [['conform', '--endpoint', 'aws', '--region', 'EU-WEST-1'], "not 'EU-WEST-1'"],
    [['conform', 'http://127.0.0.1:9', '--region', region], '--region goes with --endpoint aws'],
    [['fuzz', '--region', region], '--region goes with --endpoint aws'],
    [
      ['conform', 'http://127.0.0.1:9', ...aws],
      'conform needs the URL of an SQS endpoint, --endpoint aws, or --targets',
    ],
    [['replay', 's', ...paid, '--mutant', 'A-081'], 'a mutant can only be planted in the model'],
    [['clean', '--prefix', 'a.b', ...paid], "--prefix takes 1 to 80 letters, digits, - and _, not 'a.b'"],
    [['clean', '--prefix', 'r', '--endpoint', 'model'], 'clean needs the URL of an SQS endpoint, or aws, not model'],
    [['clean', ...paid], "required option '--prefix <prefix>' not specified"],
    [['clean', '--prefix', 'r', '--endpoint', 'http://127.0.0.1:9'], 'connection refused'],
  ])('%j', async (args, says) => {
    const { code, stdout, stderr } = await redrive(...args);
    expect(stderr).toMatch(/^redrive: [^\n]+\.\n/);
    expect(stderr).toContain(says);
    expect([code, stdout]).toEqual([2, '']);
  });

  test('without credentials', async () => {
    for (const [name, value] of [
      ['AWS_ACCESS_KEY_ID', ''],
      ['AWS_SHARED_CREDENTIALS_FILE', path('none')],
      ['AWS_CONFIG_FILE', path('none')],
    ])
      vi.stubEnv(name!, value);
    const args = ['--endpoint', 'aws', '--region', 'eu-north-1', '--yes-this-costs-money', '--runs', '1'];
    const { code, stderr, met } = await redrive('conform', ...args);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^redrive: there are no credentials for AWS: [^\n]+\.\n$/),
    ]);
    expect([...met]).toEqual([]);
  });
});

describe('how many requests', () => {
  test('never less than a run on the model makes', async () => {
    for (let k = 0; k < 100; k++) {
      const one = scheduleOf(`bound-${k}`, { ...range, profile: 'all' });
      const { ops } = await run(one, model(), wallOptions);
      expect(ops.length).toBeLessThan(mostRequests(one));
    }
  });

  test('every further 64 KiB is another, in a repeated send once more, and in every receive', () => {
    const sending = (text: string, fault?: 'repeated') =>
      mostRequests(
        schedule([
          {
            call: 'SendMessage',
            input: { QueueUrl: 'q1', MessageBody: text },
            ...(fault && { fault }),
          },
        ]),
      );
    const [small, large] = ['x', 'x'.repeat(100_000)];
    // a send may start a timer: more rounds of one receive and one batch of deletes
    const rounds = 24;
    expect(sending(large) - sending(small)).toBe(1 + rounds);
    expect(sending(large, 'repeated') - sending(small, 'repeated')).toBe(2 + rounds + 4);
  });

  test('a campaign stops where its announcement ends', async () => {
    const one = scheduleOf('one', range);
    let runs = 0;
    const execute = () => {
      runs++;
      return run(one, model());
    };
    const spy = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const given = { endpoint: 'aws', region, yesThisCostsMoney: true };
    const limited = await paidFor(given, { seed: 'one', runs: 2, schedule: () => one }, execute);
    spy.mockRestore();
    // two, and as many again to shrink
    for (let k = 0; k < 4; k++) await limited(one);
    await expect(limited(one)).rejects.toThrow('the requests that were announced are used up');
    expect(runs).toBe(4);
  });
});

describe('on queues of its own only', () => {
  test('conform: prefixed, tagged, deleted; nobody else is met, no other queue touched', async () => {
    const seed = await shortSeed(
      async (seed) => (await run(scheduleOf(seed, range), model(), wallOptions)).ops.at(-1)!.returned,
    );
    const before = (await server.journal()).length;
    const { code, stdout, stderr, met } = await redrive('conform', ...paid, '--runs', '1', '--seed', seed, '--json');
    expect([code, stderr]).toEqual([0, '']);
    const prefix = /its queues begin with (redrive-[\w-]+)/.exec(stdout)![1]!;
    const most = Number(/at most ([\d,]+);/.exec(stdout)![1]!.replaceAll(',', ''));
    expect(JSON.parse(stdout.trimEnd().split('\n').at(-1)!)).toMatchObject({
      endpoint: 'aws',
      runs: 1,
      violations: [],
    });

    const ops = (await server.journal()).slice(before);
    expect(ops.length).toBeGreaterThan(10);
    expect(ops.length).toBeLessThanOrEqual(most);
    const created = ops.filter(({ call }) => call === 'CreateQueue').map(({ input }) => input as { QueueName: string });
    for (const { QueueName, ...input } of created) {
      expect(QueueName.startsWith(prefix)).toBe(true);
      expect(input).toMatchObject({ tags: { [runTag]: prefix } });
    }
    expect(created).not.toEqual([]);
    expect([...met]).toEqual([Number(new URL(server.url).port)]);
    expect(JSON.stringify(ops.map(({ input }) => input))).not.toMatch(/"orders|by-hand/);
    expect(await server.queues()).toEqual(foreign);
  });

  test('what it finds names no account and no other queue, and replays there', async () => {
    const buggy = await serving(otherRegion, '--mutant', bug.id);
    use(buggy);
    const shownAt = async (seed: string, tick: number): Promise<number> => {
      const there = modelEndpoint(new Sqs(mutatedRules(bug), modelEpoch), undefined, documented);
      const history = await run(scheduleOf(seed, range), there, { ...wallOptions, tick });
      const { length } = violationsOf(check(history, properties));
      return length === 0 ? Number.POSITIVE_INFINITY : history.ops.at(-1)!.returned;
    };
    // nobody knows beforehand what tick will be measured
    const shows = async (seed: string): Promise<number> =>
      Math.max(...(await Promise.all([1010, 1100, 1600, 2100, 3200].map((tick) => shownAt(seed, tick)))));
    const seed = await shortSeed(shows);
    const out = path('found');
    const there = ['--endpoint', 'aws', '--region', otherRegion, '--yes-this-costs-money'];
    const common = ['--runs', '1', '--seed', seed, '--shrink', '1ms', '--out', out];
    const { code, stdout } = await redrive('conform', ...there, ...common);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /replay: npm run replay -- \S+ --endpoint aws --region eu-central-1 --yes-this-costs-money\n/,
    );
    const [name] = readdirSync(out);
    const trace = readFileSync(join(out, name!), 'utf8');
    expect(readTrace(trace).history).toMatchObject({
      endpoint: { name: 'aws:eu-central-1' },
      schedule: { level: 'documented' },
    });
    expect(/123456789012|orders|by-hand|redrive-run|127\.0\.0\.1/.exec(trace)).toBeNull();

    const again = await redrive('replay', join(out, name!), ...there);
    expect(again.stdout).toContain(': reproduced');
    expect([again.code, again.stderr]).toEqual([1, '']);
    expect(await buggy.queues()).toEqual(foreign);
  }, 60_000);

  test('clean deletes what a killed run left, and nothing else', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'bin/main.ts', 'conform', ...paid, '--runs', '5'], {
      env: { ...process.env, ...environment(server.url) },
      cwd: process.cwd(),
    });
    children.push(child);
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    const ended = new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)));
    while ((await server.queues()).length < foreign.length + 2) await new Promise((resolve) => setTimeout(resolve, 50));
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    const prefix = /redrive clean --prefix (\S+)/.exec(said)![1]!;
    const left = (await server.queues()).filter((name) => name.startsWith(prefix));
    expect(left.length).toBeGreaterThanOrEqual(2);

    const [untagged, other] = [`${prefix}untagged`, `${prefix}other`];
    await server.ask('CreateQueue', { QueueName: untagged });
    await server.ask('CreateQueue', { QueueName: other, tags: { [runTag]: 'redrive-of-another-' } });
    const before = (await server.journal()).length;
    const { code, stdout, stderr, met } = await redrive('clean', '--prefix', prefix, ...paid);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`deleted ${left.length} queues that began with ${prefix}\n`);
    expect(stdout).toContain(`left ${untagged} alone: it has no tag redrive-run\n`);
    expect(stdout).toContain(`left ${other} alone: its tag redrive-run is of another name, redrive-of-another-\n`);
    expect(await server.queues()).toEqual([...foreign, untagged, other].sort());
    expect([...met]).toEqual([Number(new URL(server.url).port)]);
    const asked = (await server.journal()).slice(before).map(({ call }) => call);
    expect(asked.filter((call) => call === 'DeleteQueue')).toHaveLength(left.length);

    // the same at a URL, as JSON: there the form of the name says enough
    vi.stubEnv('AWS_REGION', region);
    await server.ask('CreateQueue', { QueueName: `${prefix}0-q1` });
    const again = await redrive('clean', '--prefix', prefix, '--endpoint', server.url, '--json');
    expect(JSON.parse(again.stdout)).toMatchObject({
      deleted: [`${prefix}0-q1`],
      failed: [],
      left: [{ name: other }, { name: untagged }],
    });
    await server.ask('DeleteQueue', { QueueUrl: `${server.url}/${account}/${untagged}` });
    await server.ask('DeleteQueue', { QueueUrl: `${server.url}/${account}/${other}` });
  }, 60_000);
});

describe('what clean says of a server that is not as it should be', () => {
  const pages: Record<string, object> = {
    '': { QueueUrls: ['http://h/1/p-ours', 'http://h/1/elsewhere'], NextToken: 'more' },
    more: { QueueUrls: ['http://h/1/p-gone', 'http://h/1/p-stuck', 'http://h/1/p-secret'], NextToken: 'more' },
  };
  const refusal = (code: string) => ({ __type: `com.amazonaws.sqs#${code}`, message: 'no' });

  test('pages without end, other prefixes, queues that are gone or stay', async () => {
    const deleted: string[] = [];
    const { url, stop } = await serve((request, text) => {
      const headers = { 'content-type': 'application/x-amz-json-1.0' };
      const { QueueUrl = '', NextToken = '' } = JSON.parse(text) as Record<string, string>;
      const answer = (body: object, status = 200) => ({ headers, status, text: JSON.stringify(body) });
      const call = String(request.headers['x-amz-target']).replace('AmazonSQS.', '');
      if (call === 'ListQueues') return answer(pages[NextToken]!);
      if (call === 'DeleteQueue' && QueueUrl.endsWith('stuck')) return answer(refusal('OverLimit'), 403);
      if (call === 'DeleteQueue') deleted.push(QueueUrl);
      if (QueueUrl.endsWith('gone')) return answer(refusal('QueueDoesNotExist'), 400);
      if (QueueUrl.endsWith('secret')) return answer(refusal('AccessDenied'), 403);
      return answer(call === 'ListQueueTags' ? { Tags: { [runTag]: 'p-' } } : {});
    });
    const cleaned = await clean(await connect({ url }), 'p-', true);
    stop();
    expect(cleaned).toEqual({
      deleted: ['p-ours'],
      left: [
        { name: 'elsewhere', why: 'it does not begin with p-' },
        { name: 'p-gone', why: 'it is gone already' },
      ],
      failed: [
        { name: 'p-stuck', why: 'DeleteQueue failed: HTTP 403: OverLimit: no' },
        { name: 'p-secret', why: 'its tags cannot be read: HTTP 403: AccessDenied: no' },
      ],
    });
    expect(deleted).toEqual(['http://h/1/p-ours']);
  });

  test('one that stays makes the exit code 2', async () => {
    const { url, stop } = await serve((request) => {
      const headers = { 'content-type': 'application/x-amz-json-1.0' };
      const lists = String(request.headers['x-amz-target']).endsWith('.ListQueues');
      const body = lists ? { QueueUrls: ['http://h/1/redrive-a-b-0-q1'] } : refusal('OverLimit');
      return { headers, status: lists ? 200 : 403, text: JSON.stringify(body) };
    });
    const { code, stdout } = await redrive('clean', '--prefix', 'redrive-', '--endpoint', url);
    stop();
    expect(stdout).toContain('could not delete redrive-a-b-0-q1: DeleteQueue failed: HTTP 403: OverLimit: no\n');
    expect(code).toBe(2);
  });
});
