import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Matrix } from '../../bin/matrix/matrix.js';
import { realRangeOf } from '../../bin/options.js';
import { check, model, properties, readTrace, run, scheduleOf, violationsOf, wallOptions } from '../../index.js';
import { propertyNames } from '../../properties/index.js';
import { isAlive } from './alive.js';

const folder = mkdtempSync(join(tmpdir(), 'redrive-conform-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string): string => join(folder, name);

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the program as a user does. `meddle` gets the process while it runs. */
function redrive(args: string[], meddle: (child: ReturnType<typeof spawn>) => void = () => {}): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'bin/main.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const told = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    told.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    told.stderr += chunk;
  });
  meddle(child);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...told })));
}

const fake = (mode: string, more: object = {}): object => ({
  name: mode,
  project: 'https://example.org',
  version: '1',
  released: '2026-01-31',
  start: { command: [process.execPath, resolve('test/targets/fake.mjs'), mode, '{port}'] },
  ready: { path: '/health', within: '20s' },
  url: 'http://127.0.0.1:{port}',
  ...more,
});
const fauxqs = fake('fauxqs', {
  version: '1.9.2',
  start: {
    command: [process.execPath, resolve('node_modules/fauxqs/dist/cli.js')],
    env: { FAUXQS_PORT: '{port}', FAUXQS_LOGGER: 'false' },
  },
  lacks: { 'move-tasks': 'its README says so' },
});

/** The seed of a campaign of one schedule that is soon over. */
async function shortSeed(): Promise<string> {
  let shortest = { seed: '', returned: Number.POSITIVE_INFINITY };
  for (let k = 0; k < 200; k++) {
    const history = await run(scheduleOf(`short${k}-0`, realRangeOf({})), model(), wallOptions);
    const returned = history.ops.at(-1)!.returned;
    if (returned < shortest.returned) shortest = { seed: `short${k}`, returned };
  }
  return shortest.seed;
}

describe.concurrent('conform --targets', () => {
  let report: Ended;
  let matrix: Matrix;

  beforeAll(async () => {
    writeFileSync(path('skipped'), '#!/bin/sh\necho "skipped: no go" >&2\nexit 3\n', { mode: 0o755 });
    const list = [
      fauxqs,
      fake('good', { name: 'skipped', install: 'skipped' }),
      fake('broken'),
      fake('good', { name: 'mute' }),
    ];
    writeFileSync(path('targets.json'), JSON.stringify({ targets: list }));
    const args = [
      '--seed',
      await shortSeed(),
      '--runs',
      '1',
      '--parallel',
      '100',
      '--shrink',
      '1ms',
      '--junit',
      path('junit.xml'),
    ];
    report = await redrive(['conform', '--targets', path('targets.json'), '--report', path('report'), ...args]);
    matrix = JSON.parse(readFileSync(path('report/matrix.json'), 'utf8'));
  });

  test('judges what can be run, and says of everything else why not', () => {
    expect(report.stderr).toBe('');
    expect(report.stdout.split('\n').slice(1, 4)).toEqual([
      'skipped 1 (2026-01-31): skipped: no go',
      'broken 1 (2026-01-31): failed: it ended with exit code 7 before it was ready: the port is haunted',
      expect.stringMatching(/^mute 1 \(2026-01-31\): failed: http:\/\/127\.0\.0\.1:\d+ does not speak SQS/),
    ]);
    const [judged] = matrix.columns;
    expect(Object.keys(judged!.cells)).toEqual(propertyNames);
    expect(judged).toMatchObject({ name: 'fauxqs', version: '1.9.2', runs: 1 });
    expect(judged!.cells['move-task']).toMatchObject({ state: 'not applicable', why: 'its README says so' });
    const states = Object.values(judged!.cells).map(({ state }) => state);
    expect(report.code).toBe(states.includes('broken') ? 1 : 0);
  });

  test('writes the matrix, the traces and JUnit', () => {
    expect(readdirSync(path('report')).sort()).toEqual(
      expect.arrayContaining(['logs', 'matrix.html', 'matrix.json', 'matrix.md']),
    );
    expect(readFileSync(path('junit.xml'), 'utf8')).toContain('<testsuite name="fauxqs 1.9.2" tests="');
    const deviations = Object.entries(matrix.columns[0]!.cells).flatMap(([property, { deviations }]) =>
      deviations.map((deviation) => ({ property, ...deviation })),
    );
    for (const { property, trace, says, steps } of deviations) {
      const { history, violations } = readTrace(readFileSync(join(path('report'), trace), 'utf8'));
      expect(history.endpoint.name).toBe('fauxqs 1.9.2');
      expect(history.schedule.steps).toHaveLength(steps);
      expect(violations).toMatchObject([{ property, says }]);
      expect(violationsOf(check(history, properties))).toContainEqual(violations[0]);
    }
  });

  test('interrupted, it ends what it has started', async () => {
    writeFileSync(path('silent.json'), JSON.stringify({ targets: [fake('silent')] }));
    const log = path('stopped/logs/silent.log');
    const args = ['conform', '--targets', path('silent.json'), '--report', path('stopped')];
    const ended = await redrive(args, async (child) => {
      while (!existsSync(log) || !/^child \d+$/m.test(readFileSync(log, 'utf8')))
        await new Promise((resolve) => setTimeout(resolve, 50));
      child.kill('SIGINT');
    });
    expect(ended.code).toBe(130);
    const [, pid] = /^child (\d+)$/m.exec(readFileSync(log, 'utf8'))!;
    expect(isAlive(Number(pid))).toBe(false);
    expect(existsSync(path('stopped/matrix.json'))).toBe(false);
  });
});
