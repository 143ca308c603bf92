import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Bench, onTarget } from '../../bin/targets/bench.js';
import { Running } from '../../bin/targets/jobs.js';
import type { Target } from '../../bin/targets/read.js';
import { startsMax } from '../../bin/targets/standing.js';
import { EndpointGone, RunLost } from '../../src/endpoints/address.js';
import { isAlive } from './alive.js';

const folder = mkdtempSync(join(tmpdir(), 'redrive-server-'));
afterAll(() => rmSync(folder, { recursive: true }));

const bench: Bench = { folder, logs: join(folder, 'logs'), running: new Running() };

const fake = (mode: string, more: Partial<Target> = {}): Target => ({
  name: mode,
  project: 'https://example.org',
  version: '1',
  released: '2026-01-31',
  start: { command: [process.execPath, resolve('test/targets/fake.mjs'), mode, '{port}'] },
  ready: { path: '/health', within: '20s' },
  url: 'http://127.0.0.1:{port}',
  ...more,
});

const recipe = (name: string, ...lines: string[]): string => {
  writeFileSync(join(folder, name), ['#!/bin/sh', ...lines, ''].join('\n'), { mode: 0o755 });
  return name;
};

/** Is anybody there? */
async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

test('a target is installed, started, used and stopped', async () => {
  const install = recipe('good', 'echo installed');
  let used = '';
  const result = await onTarget(fake('good', { install }), bench, async (url) => {
    used = url;
    return answers(url);
  });
  expect(result).toBe(true);
  expect(await answers(used)).toBe(false);
  expect(readFileSync(join(folder, 'logs/good.log'), 'utf8')).toBe('installed\n');
});

test('it is stopped when the work fails, also if it will not and has started others', async () => {
  let used = '';
  const work = async (url: string): Promise<never> => {
    used = url;
    throw new TypeError('ours');
  };
  const failing = onTarget(fake('stubborn'), { ...bench, running: new Running(50) }, work);
  await expect(failing).rejects.toThrow(new TypeError('ours'));
  const [, pid] = /^child (\d+)$/m.exec(readFileSync(join(folder, 'logs/stubborn.log'), 'utf8'))!;
  expect(await answers(used)).toBe(false);
  expect(isAlive(Number(pid))).toBe(false);
});

describe('work that outlives the server', () => {
  const untilGone = async (url: string): Promise<void> => {
    while (await answers(`${url}/health`)) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  /** Ends every server that it is given. */
  const kills = (url: string): Promise<never> => answers(`${url}/die`).then(() => new Promise(() => {}));
  const lost = new RunLost('it ended with exit code 9 during k, with nothing beside it');

  test('is done once more on a server of its own, and lost where that ends too; the next work has another one', async () => {
    await onTarget(fake('mortal'), bench, async (_, standing) => {
      const given: string[] = [];
      const waitsFirst = (url: string): Promise<boolean> => {
        given.push(url);
        return given.length === 1 ? new Promise(() => {}) : answers(url);
      };
      const both = await Promise.allSettled([standing.use('w', waitsFirst), standing.use('k', kills)]);
      expect(both).toEqual([
        { status: 'fulfilled', value: true },
        { status: 'rejected', reason: lost },
      ]);
      expect(await answers(given[1]!)).toBe(false);
      const urls = await Promise.all([1, 2].map(() => standing.use('u', async (url) => [url, await answers(url)])));
      expect(urls[0]).toEqual([expect.stringMatching('http://127.0.0.1:'), true]);
      expect(urls[1]).toEqual(urls[0]);
    });
  });

  test('what fails after that, for reasons of its own, is not laid to the server', async () => {
    const working = onTarget(fake('mortal'), bench, async (_, standing) => {
      await expect(standing.use('k', kills)).rejects.toThrow(lost);
      await standing.use('u', answers);
      throw new TypeError('ours');
    });
    await expect(working).rejects.toThrow(new TypeError('ours'));
  });

  test('a server that no longer answers is ended, and started again', async () => {
    let first = '';
    await onTarget(fake('good'), bench, async (url, standing) => {
      first = url;
      const gone = standing.use('h', () => Promise.reject(new EndpointGone('it hangs')));
      await expect(gone).rejects.toThrow(new RunLost('it was ended by SIGTERM during h, with nothing beside it'));
      await untilGone(first);
      expect(await standing.use('u', answers)).toBe(true);
    });
  });

  // twice as many servers are started, one after another
  test('has an end when it ends again and again', { timeout: 120_000 }, async () => {
    await onTarget(fake('mortal'), bench, async (_, standing) => {
      for (let k = 0; k < startsMax; k++) await expect(standing.use('k', kills)).rejects.toThrow(lost);
      const gone = standing.use('u', answers);
      await expect(gone).rejects.toThrow(new EndpointGone('it was started 30 times and ended every time'));
    });
  });
});

describe('a target that cannot be used says why', () => {
  test.each([
    [
      'a recipe that is not for this machine',
      fake('good', { install: recipe('no', 'echo "skipped: no go" >&2', 'exit 3') }),
      'skipped: no go',
    ],
    [
      'a recipe that fails',
      fake('good', { install: recipe('bad', 'echo "no space left"', 'exit 1') }),
      'the installation ended with exit code 1: no space left',
    ],
    [
      'a recipe that is not there',
      fake('good', { install: 'nowhere' }),
      'the installation could not be started (ENOENT)',
    ],
    [
      'a program that is not there',
      fake('good', { start: { command: ['no-such-program'] } }),
      'it could not be started (ENOENT) before it was ready',
    ],
    ['a server that ends', fake('broken'), 'it ended with exit code 7 before it was ready: the port is haunted'],
    [
      'a server that nobody hears',
      fake('silent', { ready: { path: '/', within: '1s' } }),
      'it was not ready within 1 s: http://127.0.0.1:',
    ],
    [
      'a server that is not well',
      fake('ailing', { ready: { path: '/', within: '1s' } }),
      'it was not ready within 1 s: http://127.0.0.1:',
    ],
  ])('%s', async (_, target, says) => {
    await expect(onTarget(target, bench, async () => {})).rejects.toThrow(says);
  });

  test('a server that ends while it is used', async () => {
    const name = 'leaving';
    const command = [
      process.execPath,
      '-e',
      'require("http").createServer((q, r) => r.end(() => q.url === "/end" && process.exit(9))).listen({port}, "127.0.0.1")',
    ];
    const work = async (url: string): Promise<void> => {
      await fetch(`${url}/end`);
      throw new Error('nobody answers');
    };
    await expect(onTarget(fake('good', { name, start: { command } }), bench, work)).rejects.toThrow(
      'it ended with exit code 9 while it was judged',
    );
  });
});

test('after everything was stopped nothing is begun', async () => {
  const running = new Running();
  let begun = false;
  running.over();
  running.unlessOver(async () => {
    begun = true;
  });
  await running.stop();
  expect(begun).toBe(false);
});
