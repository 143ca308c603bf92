import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scenarioOf } from '../bin/lab/options.js';
import { runLab } from '../bin/lab.js';
import * as source from '../index.js';

/** A project that has Redrive as its users get it, packed and unpacked, and this repository's copies of what it needs. */
const folder = mkdtempSync(join(tmpdir(), 'redrive-package-'));
const modules = join(folder, 'node_modules');
const installed = join(modules, 'redrive');

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

const ended = (program: string, args: string[], cwd = folder): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
    execFile(program, args, { cwd, env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });

/** Runs what stands in the project. */
const node = (...args: string[]): Promise<Ended> => ended(process.execPath, args);
const redrive = (...args: string[]): Promise<Ended> => ended(join(modules, '.bin/redrive'), args);

function link(name: string): void {
  mkdirSync(dirname(join(modules, name)), { recursive: true });
  symlinkSync(resolve('node_modules', name), join(modules, name));
}

beforeAll(async () => {
  mkdirSync(modules);
  const packed = await ended('npm', ['pack', '--pack-destination', folder], process.cwd());
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error(packed.stderr);
  await ended('tar', ['xzf', tarball]);
  cpSync(join(folder, 'package'), installed, { recursive: true });
  const { dependencies, bin } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  for (const name of [...Object.keys(dependencies), 'tsx', '@types/node']) link(name);
  mkdirSync(join(modules, '.bin'));
  symlinkSync(join('..', 'redrive', bin.redrive), join(modules, '.bin/redrive'));
  cpSync('examples', join(folder, 'examples'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the package', () => {
  test('has what was built, the contract and the format of traces, and nothing else', () => {
    const files = readdirSync(installed, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(installed.length + 1));
    expect(files).toEqual(expect.arrayContaining(['package.json', 'LICENSE', 'README.md', 'dist/bin/main.js']));
    const known = [
      /^(package\.json|LICENSE|README\.md|CHANGELOG\.md|traces\/README\.md)$/,
      /^docs\/contract\/[\w-]+\.md$/,
      /^dist\/(index|(src|models|properties|bin)\/[\w/-]+)(\.js|\.d\.ts)$/,
    ];
    expect(files.filter((file) => !known.some((pattern) => pattern.test(file)))).toEqual([]);
    const sources = ['src', 'models', 'properties', 'bin'].flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => `dist/${root}/${name.replace(/\.ts$/, '.js')}`),
    );
    const built = files.filter((file) => /^dist\/.*\/.*\.js$/.test(file));
    expect(built.sort(), 'nothing stale').toEqual(sources.sort());
  });
});

describe.concurrent('whoever installs it', () => {
  test('can test their endpoint with the example', async () => {
    const fauxqs = await startFauxqs({ port: 0, logger: false, host: '127.0.0.1' });
    const url = `http://127.0.0.1:${fauxqs.port}`;
    const { code, stdout, stderr } = await node('--import', 'tsx', 'examples/test-your-endpoint.ts', url);
    await fauxqs.stop();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^8 schedules, \d{2,3} calls\n(nothing broken\n|([a-z-]+: .+\n)+)$/);
  });

  test('imports every public name in plain JavaScript', async () => {
    writeFileSync(
      join(folder, 'names.mjs'),
      `import * as redrive from 'redrive';
      const { check, model, properties, run, scheduleOf } = redrive;
      const verdicts = check(await run(scheduleOf('any-seed'), model()), properties);
      console.log(JSON.stringify({ names: Object.keys(redrive), kinds: [...new Set(verdicts.map(({ kind }) => kind))] }));`,
    );
    const { code, stdout, stderr } = await node('names.mjs');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { names, kinds } = JSON.parse(stdout);
    expect(names.sort()).toEqual(Object.keys(source).sort());
    expect(kinds).toContain('holds');
  });

  test('gets types that hold', async () => {
    writeFileSync(join(folder, 'good.ts'), good);
    writeFileSync(join(folder, 'bad.ts'), bad);
    const tsc = resolve('node_modules/typescript/bin/tsc');
    const options = ['--noEmit', '--strict', '--skipLibCheck', 'false', '--types', 'node'];
    const module = ['--module', 'nodenext', '--target', 'es2022', '--exactOptionalPropertyTypes'];
    const { stdout } = await node(tsc, ...options, ...module, 'good.ts', 'bad.ts');
    const errors = stdout
      .trimEnd()
      .split('\n')
      .filter((line) => !line.startsWith(' '));
    expect(errors.map((line) => line.replace(/^(\S+)\(\d+,\d+\): error (\w+).*/, '$1 $2'))).toEqual([
      'bad.ts TS2322',
      'bad.ts TS2322',
      'bad.ts TS2345',
    ]);
  });

  test('runs the program', async () => {
    const [mutants, fuzz] = await Promise.all([
      redrive('mutants'),
      redrive('fuzz', '--runs', '50', '--seed', 'packed', '--json'),
    ]);
    expect(mutants).toMatchObject({ code: 0, stderr: '' });
    expect(mutants.stdout).toMatch(/^A-010 {2}sqs:V8/m);
    expect(fuzz).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(fuzz.stdout)).toMatchObject({ seed: 'packed', runs: 50, violations: [] });
  });

  test('runs the program on two threads, with the same result', async () => {
    const args = ['fuzz', '--runs', '300', '--seed', 'packed', '--json'];
    const [one, two] = await Promise.all([redrive(...args, '--threads', '1'), redrive(...args, '--threads', '2')]);
    expect(two).toMatchObject({ code: 0, stderr: '' });
    const untimed = ({ stdout }: Ended) => ({ ...JSON.parse(stdout), seconds: 0, callsPerSecond: 0 });
    expect(untimed(two)).toEqual(untimed(one));
  });

  test('finds a bug with the example', async () => {
    const { code, stdout, stderr } = await node('--import', 'tsx', 'examples/find-a-bug.ts');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^errors: change.* was refused with InvalidParameterValue/);
    expect(stdout).toMatch(/^✗ .* change /m);
    expect(stdout).toMatch(/^setup \{"queues":\[.*\]\}, found in schedule \d+$/m);
  });

  test.each([
    { producers: 'slow,fast', consumers: 'slow,fast' },
    { producers: 'slow', consumers: 'slow,fast' },
    { producers: 'fast', consumers: 'slow' },
  ])('sees the lab of $producers and $consumers in virtual time with the example', async (scenario) => {
    const open = Object.entries(scenario).flatMap(([side, speeds]) =>
      speeds.split(',').map((speed) => `${speed}_${side.slice(0, -1)}`),
    );
    const { code, stdout, stderr } = await node('--import', 'tsx', 'examples/lab/virtual.ts', ...open);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [title, ...samples] = stdout.trimEnd().split('\n');
    expect(title).toBe('   t   visible  not visible  delayed');
    const { rows } = runLab(scenarioOf(scenario));
    expect(samples.map((sample) => sample.trim().split(/ +/).map(Number))).toEqual(
      rows.slice(1).map(({ t, visible, notVisible, delayed }) => [t, visible, notVisible, delayed]),
    );
  });

  test('finds, keeps and replays a failure', async () => {
    const found = await redrive('fuzz', '--mutant', 'A-010', '--seed', 'packed', '--out', 'my traces', '--json');
    expect(found).toMatchObject({ code: 1, stderr: '' });
    const [{ trace, property, replay }] = JSON.parse(found.stdout).violations;
    expect(replay).toBe(`npx redrive replay '${trace}' --mutant A-010`);
    const example = await node('--import', 'tsx', 'examples/replay-a-trace.ts', trace);
    expect(example).toEqual({
      code: 0,
      stdout: `recorded on model with A-010: ${property}\nagain on the honest model: nothing broken\n`,
      stderr: '',
    });
  });
});

const good = `
import {
  check, model, properties, readTrace, run, scheduleOf, urlEndpoint, violationsOf, wallOptions, writeTrace,
  type Endpoint, type History, type Property, type Range, type Violation,
} from 'redrive';

const range: Range = { level: 'strict', faults: ['crash'] };
const history: History = await run(scheduleOf('any-seed', range), model());
const broken: Violation[] = violationsOf(check(history, properties));
const again: History = readTrace(writeTrace(history, broken)).history;
const endpoint: Endpoint = urlEndpoint('http://127.0.0.1:4566', { prefix: 'mine-' });
const few: Property = {
  name: 'few-calls', claim: 'c', judges: 'j', forgives: 'f', blind: 'b', source: [],
  check: ({ ops }) => ({ property: 'few-calls', kind: 'holds', judged: ops.length, undecided: 0 }),
};
for (const op of again.ops)
  if (op.call === 'SendMessage' && op.reply.kind === 'ok') console.log(op.input.MessageBody.length, op.invoked.toFixed());
console.log(check(await run(again.schedule, endpoint, wallOptions), [few]));
`;

const bad = `
import { model, run, scheduleOf, type Range } from 'redrive';
const range: Range = { level: 'lax' };
const { ops } = await run(scheduleOf('any-seed', range), model());
const actor: number = ops[0]!.actor;
await run(actor, model());
`;
