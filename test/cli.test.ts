import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { startFauxqs } from 'fauxqs';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { realRangeOf } from '../bin/options.js';
import { main } from '../bin/program.js';
import {
  check,
  model,
  mutant,
  properties,
  reaches,
  readTrace,
  run,
  scheduleOf,
  violationsOf,
  wallOptions,
  writeTrace,
} from '../index.js';
import { mutatedRules } from '../models/mutants/index.js';
import { reachesOf } from '../properties/reach.js';
import { type Served, serve, serveModel } from './served.js';
import { schedule } from './steps.js';
import { example, violation } from './traces.js';

// what main.ts does for its own process
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

/** Everything that the tests write. */
const folder = mkdtempSync(join(tmpdir(), 'redrive-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string): string => join(folder, name);

const kept = (name: string, content: string | Buffer): string => {
  writeFileSync(path(name), content);
  return path(name);
};

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

const source = ['--import', 'tsx', 'bin/main.ts'];

/** Runs the program as a user does. `meddle` gets the process while it runs. */
const redrive = (args: string[], meddle?: (child: ReturnType<typeof spawn>) => void): Promise<Ended> =>
  ended(process.execPath, [...source, ...args], meddle);

function ended(program: string, args: string[], meddle?: (child: ReturnType<typeof spawn>) => void): Promise<Ended> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const told = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    told.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    told.stderr += chunk;
  });
  meddle?.(child);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...told })));
}

/** The JSON object that is the last line. */
const told = ({ stdout }: Ended) => JSON.parse(stdout.trimEnd().split('\n').at(-1)!);

/** One sentence of ours, and at most a line that says where help is. */
const complaint = /^redrive: [^\n]+[.?!]\n(\(redrive --help says what there is\)\n)?$/;

describe.concurrent('a campaign on a real endpoint', () => {
  let fauxqs: Awaited<ReturnType<typeof startFauxqs>>;
  let honest: Served;
  let buggy: Served;
  let seed: string;
  const bug = mutant('A-081')!;
  const strict = realRangeOf({});

  /** The seed of a campaign whose first schedule shows the bug, and soon. */
  async function shortSeed(): Promise<string> {
    let shortest = { seed: '', returned: Number.POSITIVE_INFINITY };
    for (let k = 0; k < 200; k++) {
      const seed = `short${k}`;
      const history = await run(scheduleOf(`${seed}-0`, strict), model(bug), wallOptions);
      const { returned } = history.ops.at(-1)!;
      const shows = violationsOf(check(history, properties)).length > 3;
      if (shows && returned < shortest.returned) shortest = { seed, returned };
    }
    return shortest.seed;
  }

  beforeAll(async () => {
    fauxqs = await startFauxqs({ port: 0, logger: false, host: '127.0.0.1' });
    honest = await serveModel();
    buggy = await serveModel(mutatedRules(bug));
    seed = await shortSeed();
  });
  afterAll(async () => {
    await fauxqs.stop();
    honest.stop();
    buggy.stop();
  });

  test('conform: nothing broken is 0, something is 1, and no queue stays behind', async () => {
    const common = ['--seed', seed, '--runs', '1', '--shrink', '1ms', '--json', '--out', path('conform')];
    const [holds, broken] = await Promise.all([
      redrive(['conform', honest.url, ...common]),
      redrive(['fuzz', '--endpoint', buggy.url, ...common]),
    ]);
    expect(holds).toMatchObject({ code: 0, stderr: '' });
    expect(told(holds)).toMatchObject({ seed, runs: 1, endpoint: honest.url, violations: [] });
    expect(Object.keys(told(holds).properties)).toEqual(properties.map(({ name }) => name));
    expect(broken).toMatchObject({ code: 1, stderr: '' });
    const [{ trace, replay }] = told(broken).violations;
    expect(replay).toBe(`npm run replay -- ${trace} --endpoint ${buggy.url}`);
    const { history } = readTrace(readFileSync(trace, 'utf8'));
    expect(violationsOf(check(history, properties))).not.toEqual([]);
    expect([...honest.queues(), ...buggy.queues()]).toEqual([]);
  });

  test('conform: answers that nobody can read decide nothing, and are counted', async () => {
    const headers = { 'content-type': 'application/x-amz-json-1.0' };
    const { url, stop } = await serve((request, body) => {
      const isCreation = request.headers['x-amz-target'] === 'AmazonSQS.CreateQueue';
      const answer = isCreation ? { QueueUrl: `http://x/1/${JSON.parse(body).QueueName}` } : { Successful: 'all' };
      return { headers, text: JSON.stringify(answer) };
    });
    const args = ['--seed', seed, '--runs', '1', '--shrink', '1ms', '--out', path('unread')];
    const { stdout } = await redrive(['conform', url, ...args]);
    stop();
    expect(stdout).toMatch(/\d+ calls? without a known outcome: .*in the answer MessageId is missing \(\d+\)/);
    expect(stdout).toMatch(/no-loss +not judged/);
  });

  test('conform: a schedule whose setup is refused is counted, the others are judged, and that is 1', async () => {
    const headers = { 'content-type': 'application/x-amz-json-1.0' };
    const runs: string[] = [];
    const behind = await serveModel();
    const { url, stop } = await serve(async (request, body) => {
      const run = /"QueueName":"(.*-)[^-]+"/.exec(body)?.[1];
      if (run !== undefined && !runs.includes(run)) runs.push(run);
      const isSecond = request.headers['x-amz-target'] === 'AmazonSQS.CreateQueue' && run === runs[1];
      if (isSecond) return { status: 400, headers, text: '{"__type":"InvalidAttributeValue","message":"no"}' };
      const sent = { 'content-type': headers['content-type'], 'x-amz-target': String(request.headers['x-amz-target']) };
      const answer = await fetch(behind.url, { method: 'POST', headers: sent, body });
      return { status: answer.status, headers, text: await answer.text() };
    });
    const args = ['--seed', seed, '--runs', '2', '--json', '--out', path('refused')];
    const ended = await redrive(['conform', url, ...args]);
    stop();
    behind.stop();
    expect(ended).toMatchObject({ code: 1, stderr: '' });
    expect(behind.queues()).toEqual([]);
    const why = expect.stringMatching(/^the setup was not taken: CreateQueue \S+ answered HTTP 400: .*no$/);
    expect(told(ended)).toMatchObject({ runs: 1, violations: [] });
    expect(Object.entries(told(ended).lost)).toEqual([[why, 1]]);
  });

  test('interrupted, it deletes its queues and exits with 130', async () => {
    const url = `http://127.0.0.1:${fauxqs.port}`;
    let pid = 0;
    const queues = async (): Promise<number> =>
      (await listed(url)).filter((name) => name.includes(`-${pid.toString(36)}-`)).length;
    const args = ['conform', url, '--seed', 'stop', '--parallel', '10', '--out', path('interrupted')];
    const interrupted = redrive(args, async (child) => {
      pid = child.pid!;
      while ((await queues()) === 0) await new Promise((resolve) => setTimeout(resolve, 50));
      child.kill('SIGINT');
    });
    expect(await interrupted).toEqual({
      code: 130,
      stdout: '',
      stderr: 'redrive: stopped; deleting the queues it made.\n',
    });
    expect(await queues()).toBe(0);
    expect(existsSync(path('interrupted'))).toBe(false);
  });

  test('replay TRACE --endpoint URL runs it there', async () => {
    const steps = schedule([{ call: 'SendMessage' }, { call: 'ReceiveMessage' }, { call: 'DeleteMessage' }]);
    const trace = kept('on-fauxqs.jsonl', writeTrace(await run(steps, model())));
    const replayed = await redrive(['replay', trace, '--endpoint', `http://127.0.0.1:${fauxqs.port}`, '--json']);
    expect(replayed).toMatchObject({ code: 0, stderr: '' });
    expect(told(replayed)).toMatchObject({ seed: 's', steps: 3, violations: [] });
  });
});

/** URLs of the queues of Redrive on a server. */
async function listed(url: string): Promise<string[]> {
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': 'AmazonSQS.ListQueues',
    authorization: 'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/sqs/aws4_request',
  };
  const body = JSON.stringify({ QueueNamePrefix: 'redrive-' });
  const answer = await fetch(url, { method: 'POST', headers, body });
  return ((await answer.json()) as { QueueUrls?: string[] }).QueueUrls ?? [];
}

describe.concurrent('a campaign on the model', () => {
  test('fuzz: 0, and the same seed is the same run', async () => {
    const args = ['fuzz', '--seed', 'cli', '--runs', '10', '--json'];
    const [one, other] = await Promise.all([redrive(args), redrive(args)]);
    expect(one).toMatchObject({ code: 0, stderr: '' });
    const result = told(one);
    expect(result).toEqual({
      seed: 'cli',
      runs: 10,
      calls: expect.any(Number),
      seconds: expect.any(Number),
      callsPerSecond: expect.any(Number),
      simulatedSeconds: expect.any(Number),
      stepsPerRun: expect.any(Number),
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      reached: expect.any(Object),
      notReached: expect.any(Array),
      unanswered: {},
      violations: [],
    });
    expect([...Object.keys(result.reached), ...result.notReached].sort()).toEqual(
      reaches.map(({ name }) => name).sort(),
    );
    expect(told(other).digest).toBe(result.digest);
  });

  test.each(['standard', 'fifo'] as const)(
    'fuzz --profile %s misses only what such queues can reach',
    async (profile) => {
      const result = told(await redrive(['fuzz', '--profile', profile, '--seed', 'cli', '--runs', '3', '--json']));
      const names = new Set(reachesOf(profile).map(({ name }) => name));
      for (const name of result.notReached) expect(names).toContain(name);
      const listed = new Set([...Object.keys(result.reached), ...result.notReached]);
      for (const name of names) expect(listed).toContain(name);
    },
  );

  test('fuzz --mutant: 1, and the trace of it replays, is judged and stays', async () => {
    const found = await redrive(['fuzz', '--mutant', 'A-010', '--seed', 's', '--out', path('found'), '--json']);
    expect(found).toMatchObject({ code: 1, stderr: '' });
    const { violations } = told(found);
    expect(violations).toHaveLength(1);
    const { property, says, steps, trace, replay } = violations[0];
    expect(says).toMatch(/./);
    expect(steps).toBeLessThanOrEqual(5);
    expect(readdirSync(path('found'))).toEqual([basename(trace)]);
    expect(replay).toBe(`npm run replay -- ${trace} --mutant A-010`);

    const [pasted, honest, judged] = await Promise.all([
      ended('sh', ['-c', replay]),
      redrive(['replay', trace]),
      ended('npm', ['run', 'check:trace', '--', trace, '--json']),
    ]);
    expect(pasted.code).toBe(1);
    expect(pasted.stdout).toContain('The run is the recorded one, op for op.');
    expect(pasted.stdout).toContain(`${property}: reproduced`);
    expect(honest).toMatchObject({ code: 0, stderr: '' });
    expect(honest.stdout).toContain(`${property}: not reproduced`);
    expect(judged.code).toBe(1);
    expect(told(judged).verdicts.filter(({ kind }: { kind: string }) => kind === 'broken')).toMatchObject([
      { property, violations: [{ property, says }] },
    ]);
  });
});

describe.concurrent('the other commands', () => {
  test.each([
    [['replay', 'some-seed', '--json'], { seed: 'some-seed', violations: [] }],
    [['mutants', '--json'], { mutants: expect.arrayContaining([expect.objectContaining({ id: 'A-010' })]) }],
    [['lab', '--seconds', '3', '--json'], { rows: expect.any(Array) }],
    [['check', kept('example.jsonl', writeTrace(example)), '--json'], { trace: path('example.jsonl') }],
  ])('%j', async (args, result) => {
    const done = await redrive(args as string[]);
    expect(done.stderr).toBe('');
    expect(told(done)).toMatchObject(result);
    expect(done.code).toBe(args[0] === 'check' ? 1 : 0);
  });

  test.each([
    [['start', '--', '--runs', '3', '--seed', 'npm'], 0, '3 schedules from seed npm'],
    [['run', 'lab', '--', '--seconds', '3'], 0, 'slow_consumer'],
    [['run', 'conform', '--', 'model'], 2, ''],
  ])('npm %j', async (args, code, says) => {
    const done = await ended('npm', args as string[]);
    expect(done.code).toBe(code);
    expect(done.stdout).toContain(says);
  });

  test.each([
    [['mutants'], 0],
    [['lab', '--seconds', '2000'], 0],
    [['check', kept('unread.jsonl', writeTrace(example))], 1],
  ])('%j with nobody to read it', async (args, code) => {
    const done = await redrive(args as string[], ({ stdout }) => stdout!.destroy());
    expect(done).toEqual({ code, stdout: '', stderr: '' });
  });
});

/** The lines of a good trace, one of them changed. */
const lines = writeTrace(example, [violation]).trimEnd().split('\n');
const changed = (name: string, at: number, change: (line: string) => string): string =>
  kept(`${name}.jsonl`, `${lines.with(at, change(lines.at(at)!)).join('\n')}\n`);

/** A line within the ops. */
const op = -4;

const hostile: [string, string, string][] = [
  ['an empty file', kept('empty.jsonl', ''), 'line 1: the trace is empty'],
  ['a later version', changed('later', 0, (line) => line.replace(/"version":\d/, '"version":7')), 'version 7 is newer'],
  ['a trace cut off in a line', kept('cut.jsonl', lines.join('\n').slice(0, -20)), 'cut off in this line'],
  ['a trace cut off after a line', kept('short.jsonl', `${lines.slice(0, -1).join('\n')}\n`), 'without its end line'],
  ['a lost line', kept('lost.jsonl', `${lines.toSpliced(op, 1).join('\n')}\n`), 'op.id must be'],
  ['__proto__ for a line', changed('proto', op, () => '{"__proto__":{"op":1}}'), 'this is not a line of a trace'],
  ['__proto__ in an op', changed('inner', op, (line) => line.replace('"id"', '"__proto__":{},"id"')), '__proto__'],
  ['deep nesting', changed('deep', op, () => '['.repeat(100_000)), 'this is not a line of a trace'],
  [
    'deep nesting in an input',
    changed('deeper', op, (line) => line.replace('"input":{', `"input":{"x":${'['.repeat(99)}${']'.repeat(99)},`)),
    'must be nested less deeply',
  ],
  ['1e999', changed('huge', op, (line) => line.replace(/"invoked":\d+/, '"invoked":1e999')), 'not Infinity'],
  ['a negative time', changed('minus', op, (line) => line.replace(/"invoked":\d+/, '"invoked":-5')), 'not -5'],
  ['a wrong type', changed('type', op, (line) => line.replace(/"actor":"[^"]*"/, '"actor":3')), 'not 3'],
  ['a wrong setup', changed('setup', 0, (line) => line.replace(/"queues":\[/, '"queues":[[],')), 'must be an object'],
  ['a binary file', kept('binary.jsonl', Buffer.from([0, 255, 10, 27, 91, 50, 74, 200, 0, 10])), 'line 1: this is not'],
  ['a folder', folder, 'is not a file'],
  ['a device', '/dev/zero', 'is not a file'],
];

const steady = schedule([{ call: 'SendMessage' }, { call: 'ReceiveMessage', at: { wait: 700_000 } }]);

/** What is asked, and what the sentence has to say. */
const badArguments: [string[], string][] = [
  [['fuz'], "unknown command 'fuz'; did you mean fuzz?"],
  [['fuzz', '--sed', '1'], "unknown option '--sed'; did you mean --seed?"],
  [['fuzz', '--seed'], "option '--seed <seed>' argument missing"],
  [['fuzz', 'more'], "too many arguments for 'fuzz': expected 0 arguments but got 1"],
  [['replay'], "missing required argument 'seed|trace'"],
  [['check'], "missing required argument 'trace'"],
  [['conform'], 'conform needs the URL of an SQS endpoint, --endpoint aws, or --targets'],
  [
    ['conform', 'http://127.0.0.1:9', '--targets', 'x'],
    'conform needs the URL of an SQS endpoint, --endpoint aws, or --targets',
  ],
  [['conform', '--targets', 'no-such-file'], 'there is no file no-such-file'],
  [['conform', '--targets', 'targets/targets.json', '--only', 'sqs'], "--only does not know 'sqs'; there is fauxqs,"],
  [['conform', '--targets', 'targets/targets.json', '--time', 'soon'], '--time takes a duration'],
  [['replay', 'seed', '--targets', 'targets/targets.json'], '--only has to name the one target to replay on'],
  [['check', 'one', 'two'], "too many arguments for 'check'"],
  [['mutants', '--runs', '1'], "unknown option '--runs'"],
  ...['0', '-1', 'abc', '1e99', '1.5', ''].map((runs): [string[], string] => [
    ['fuzz', `--runs=${runs}`],
    `--runs takes a whole number from 1 on, not '${runs}'`,
  ]),
  ...['0', '0s', '10', 'soon', '-1s', '1e9s'].map((time): [string[], string] => [
    ['fuzz', `--time=${time}`],
    `--time takes a duration such as 500ms, 10s or 2m, not '${time}'`,
  ]),
  [['fuzz', '--shrink', 'never'], '--shrink takes a duration'],
  [['fuzz', '--parallel', '0'], "--parallel takes a whole number from 1 on, not '0'"],
  ...['0', '65', '-1', '1.5', 'all', ''].map((threads): [string[], string] => [
    ['fuzz', `--threads=${threads}`],
    `--threads takes a whole number from 1 to 64, not '${threads}'`,
  ]),
  [['fuzz', '--endpoint', 'handler', '--threads', '2'], '--threads is for the endpoint model'],
  [['fuzz', '--endpoint', 'http://127.0.0.1:9', '--threads', '2'], '--threads is for the endpoint model'],
  [['fuzz', '--level', 'lax'], "--level is strict or documented, not 'lax'"],
  [['fuzz', '--profile', 'lifo'], "--profile is standard, fifo or all, not 'lifo'"],
  [['fuzz', '--profile', ''], "--profile is standard, fifo or all, not ''"],
  [['conform', 'http://127.0.0.1:9', '--profile', 'both'], "--profile is standard, fifo or all, not 'both'"],
  [['fuzz', '--liberties', 'order,chaos'], "--liberties does not know 'chaos'; it takes all, none or some of order"],
  [['fuzz', '--faults', 'fire'], "--faults does not know 'fire'"],
  [['replay', kept('good.jsonl', writeTrace(example)), '--faults', 'fire'], "--faults does not know 'fire'"],
  [['fuzz', '--mutant', 'A-999'], "there is no mutant 'A-999'; redrive mutants lists them"],
  [['fuzz', '--mutant', '__proto__'], "there is no mutant '__proto__'"],
  [['fuzz', '--seed', ''], 'a seed is 1 to 100 letters'],
  [['fuzz', '--seed', '../../x'], "dashes and underscores, not '../../x'"],
  [['fuzz', '--seed', '\x1b[2J'], "not '·[2J'"],
  [['replay', 'two words'], "not 'two words'"],
  [['replay', path('none.jsonl')], 'there is no file'],
  [['check', path('none')], 'there is no file'],
  [['check', path('good.jsonl/x')], 'there is no file'],
  [['fuzz', '--out', path('good.jsonl/x')], 'good.jsonl is not a folder'],
  [['fuzz', '--out', path('good.jsonl')], 'good.jsonl is not a folder'],
  [['conform', 'http://127.0.0.1:9', '--out', path('good.jsonl/x')], 'good.jsonl is not a folder'],
  [['conform', 'model'], 'conform needs an SQS endpoint: a URL, handler or http'],
  [['conform', 'ftp://127.0.0.1/'], 'begins with http:// or https://'],
  [['conform', 'http://'], 'begins with http:// or https://'],
  [['conform', '127.0.0.1:4566'], 'begins with http:// or https://'],
  [['conform', 'http://127.0.0.1:99999'], 'begins with http:// or https://'],
  [['conform', 'http://127.0.0.1:9', '--parallel', '0'], '--parallel takes'],
  [['conform', 'http://127.0.0.1:9', '--mutant', 'A-010'], "unknown option '--mutant'"],
  [['fuzz', '--endpoint', 'http://127.0.0.1:9', '--mutant', 'A-010'], 'a mutant can only be planted in the model'],
  [['replay', 'x', '--endpoint', 'http://127.0.0.1:9', '--mutant', 'A-010'], 'a mutant can only be planted'],
  [['conform', 'http://127.0.0.1:9', '--runs', '3'], 'nobody answers at http://127.0.0.1:9 (connection refused)'],
  [['fuzz', '--endpoint', 'http://127.0.0.1:9', '--json'], 'nobody answers at http://127.0.0.1:9'],
  [['replay', 'x', '--endpoint', 'http://127.0.0.1:9'], 'nobody answers at http://127.0.0.1:9'],
  [['lab', '--seconds', 'x'], '--seconds must be a whole number'],
];

/** Every file below the folder, with its size. */
const onDisk = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${name} ${statSync(path(name)).size}`)
    .sort();

/** Runs the program in this process: what main.ts adds to it is tried with processes of their own. */
async function inside(args: string[]): Promise<Ended> {
  const written = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      written[stream] += text;
      return true;
    }),
  );
  const code = await main(args);
  for (const spy of spies) spy.mockRestore();
  return { code, ...written };
}

describe('what cannot be is one sentence and exit code 2, and writes nothing', () => {
  afterEach(() => void vi.restoreAllMocks());

  async function refused(args: string[], says: string): Promise<void> {
    const before = onDisk();
    const { code, stdout, stderr } = await inside(args);
    expect(stdout).toBe('');
    expect(stderr).toMatch(complaint);
    expect(stderr).toContain(says);
    expect(code).toBe(2);
    expect(onDisk()).toEqual(before);
  }

  test.each(badArguments)('%j', refused);
  test.each(hostile)('check and replay %s', async (_, trace, says) => {
    await refused(['check', trace], says);
    await refused(['replay', trace], says);
  });

  test.each([
    'https://sqs.us-east-1.amazonaws.com',
    'http://queue.amazonaws.com./x',
    'https://sqs.cn-north-1.amazonaws.com.cn',
  ])('%s is refused before any request', async (url) => {
    const connect = vi.spyOn(Socket.prototype, 'connect');
    const says = 'say --endpoint aws --region R --yes-this-costs-money if you mean it';
    await refused(['conform', url], says);
    await refused(['replay', 'x', '--endpoint', url], says);
    await refused(['clean', '--prefix', 'x', '--endpoint', url], says);
    expect(connect).not.toHaveBeenCalled();
  });

  test.each([
    ['a web server', { headers: { 'content-type': 'text/html' }, text: '<!doctype html><title>Hello</title>' }],
    ['one that knows no such page', { status: 404, headers: { 'content-type': 'text/html' }, text: '<h1>404</h1>' }],
    ['one that answers {}', { headers: { 'content-type': 'application/json' }, text: '{}' }],
  ])('conform to %s', async (_, answer) => {
    const { url, stop } = await serve(() => answer);
    await refused(['conform', url, '--runs', '3'], `${url} does not speak SQS`);
    stop();
  });

  test('a replay that would wait for minutes on a real endpoint', async () => {
    const trace = kept('slow.jsonl', writeTrace(await run(steady, model())));
    const says = 'the steps of schedule s take 12 minutes, and a real endpoint is given 10 minutes for them';
    await refused(['replay', trace, '--endpoint', 'http://127.0.0.1:9'], says);
  });

  test('a trace that cannot be written', async () => {
    const args = ['fuzz', '--mutant', 'A-081', '--seed', 's', '--out', path('blocked')];
    expect((await inside(args)).code).toBe(1);
    const [trace] = readdirSync(path('blocked'));
    rmSync(path(`blocked/${trace}`));
    mkdirSync(path(`blocked/${trace}`));
    await refused(args, `cannot write ${path(`blocked/${trace}`)}: a folder is in the way`);
  });

  test.concurrent.each([
    [['fuzz', '--colour']],
    [['check', path('deep.jsonl')]],
    [['conform', 'http://127.0.0.1:9']],
    [['fuzz', '--out', path('good.jsonl/x')]],
  ])('%j as a user does', async (args) => {
    const { code, stdout, stderr } = await redrive(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(complaint);
  });

  test('a defect of ours is told apart from a violation', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    vi.doMock('../bin/mutants.js', () => ({
      mutants: () => {
        throw new TypeError('oh');
      },
    }));
    expect(await main(['mutants'])).toBe(2);
    expect(console.error).toHaveBeenCalledWith(new TypeError('oh'));
    vi.doUnmock('../bin/mutants.js');
  });
});

describe('what a user reads', () => {
  test('fuzz --keep-going goes on, and shows one failure of each property', async () => {
    const args = ['fuzz', '--mutant', 'A-081', '--seed', 's', '--runs', '5', '--keep-going', '--out', path('several')];
    const { code, stdout } = await inside([...args, '--shrink', '1s']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^5 schedules from seed s: [\d,]+ calls in [\d.]+ s \(shrinking included\)/m);
    const shown = [...stdout.matchAll(/✗ (\S+) broken in schedule \d+ \(seed s-\d\), shrunk to/g)].map(
      ([, name]) => name,
    );
    expect(new Set(shown).size).toBe(shown.length);
    expect(readdirSync(path('several'))).toHaveLength(shown.length);
  });

  test('a campaign that stops at a failure says how far it came', async () => {
    const { stdout } = await inside(['fuzz', '--mutant', 'A-081', '--seed', 's', '--out', path('stopped')]);
    expect(stdout).toMatch(/^stopped by the failure after [\d,]+ schedules? from seed s: [\d,]+ calls/m);
    expect(stdout).toMatch(/^\d+ situations reached$/m);
    expect(stdout).toMatch(/^ {2}replay: npm run replay -- \S+ --mutant A-081$/m);
  });

  test('a campaign of no time runs one schedule', async () => {
    const { code, stdout } = await inside(['fuzz', '--time', '1ms', '--seed', 'brief', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).runs).toBe(1);
  });

  test('a path that a shell would take apart', async () => {
    const { stdout } = await inside([
      'fuzz',
      '--mutant',
      'A-081',
      '--seed',
      's',
      '--out',
      path("it's $HOME"),
      '--json',
    ]);
    const { trace, replay } = JSON.parse(stdout).violations[0];
    expect((await ended('sh', ['-c', `printf %s ${replay.split(' ').slice(4).join(' ')}`])).stdout).toBe(
      `${trace}--mutantA-081`,
    );
  });

  test('help says what there is', async () => {
    const { code, stdout } = await inside(['--help']);
    expect(code).toBe(0);
    for (const name of ['fuzz', 'replay', 'conform', 'check', 'lab', 'mutants']) expect(stdout).toContain(`  ${name} `);
    expect(await inside(['conform', '--help'])).toMatchObject({ code: 0, stderr: '' });
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(await inside(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});
