import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { main } from '../../bin/program.js';
import { properties } from '../../properties/index.js';
import { check, violationsOf } from '../../src/check.js';
import { readTrace } from '../../src/trace.js';

const folder = mkdtempSync(join(tmpdir(), 'redrive-serve-'));
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});
const path = (name: string): string => join(folder, name);

interface Serving {
  url: string;
  said: { clock: string; seed: string };
  stop(signal: NodeJS.Signals): Promise<{ code: number | null; stderr: string }>;
}

/** `redrive serve` as a user starts it; settles when it listens. @throws what it complains of when it ends at once */
function serving(...args: string[]): Promise<Serving> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [
      '--import',
      'tsx',
      'bin/main.ts',
      'serve',
      '--json',
      '--port',
      '0',
      ...args,
    ]);
    children.push(child);
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const ended = new Promise<{ code: number | null; stderr: string }>((end) => {
      child.on('close', (code) => end({ code, stderr }));
    });
    child.stdout.once('data', (line) => {
      const { url, ...said } = JSON.parse(String(line)) as { url: string; clock: string; seed: string };
      const stop = (signal: NodeJS.Signals) => {
        child.kill(signal);
        return ended;
      };
      resolve({ url, said, stop });
    });
    ended.then(({ stderr, code }) => reject(new Error(`${code}: ${stderr}`)));
  });
}

const body = async (url: string, init?: RequestInit): Promise<string> => (await fetch(url, init)).text();

describe('redrive serve', () => {
  test('serves until a signal comes; then polls are answered and the record is complete', async () => {
    const record = path('session.jsonl');
    const { url, said, stop } = await serving('--clock', 'virtual', '--seed', 'any', '--record', record);
    expect(said).toEqual({ clock: 'virtual', seed: 'any' });
    await body(`${url}/?Action=CreateQueue&QueueName=q`);
    await body(`${url}/000000000000/q?Action=SendMessage&MessageBody=a`);
    const got = await body(`${url}/000000000000/q?Action=ReceiveMessage`);
    const poll = body(`${url}/000000000000/q?Action=ReceiveMessage&WaitTimeSeconds=20`);
    expect(await body(`${url}/_redrive/clock`, { method: 'POST', body: '{"advance":"1s"}' })).toContain('"virtual"');
    expect((await body(`${url}/_redrive/trace`)).split('\n')[0]).toContain('"redrive":"trace"');
    expect(existsSync(record)).toBe(false);
    const { code, stderr } = await stop('SIGINT');
    expect([code, stderr]).toEqual([0, expect.stringContaining('recorded')]);
    expect([got, await poll]).toEqual([
      expect.stringContaining('<Body>a</Body>'),
      expect.stringContaining('<ReceiveMessageResult/>'),
    ]);
    const { history } = readTrace(readFileSync(record, 'utf8'));
    expect(history.ops.map(({ call }) => call)).toEqual([
      'CreateQueue',
      'SendMessage',
      'ReceiveMessage',
      'ReceiveMessage',
    ]);
    expect(violationsOf(check(history, properties))).toEqual([]);
    const spy = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    expect([await main(['check', record]), await main(['replay', record])]).toEqual([0, 0]);
    spy.mockRestore();
  });

  test('begins with queues of a file, and takes a bug', async () => {
    const init = path('init.json');
    writeFileSync(init, JSON.stringify({ queues: [{ name: 'given', attributes: { DelaySeconds: '5' } }] }));
    const { url, stop } = await serving('--init', init, '--mutant', 'A-128', '--liberties', 'all', '--faults', 'none');
    const attributes = await body(`${url}/000000000000/given?Action=GetQueueAttributes&AttributeName.1=All`);
    expect(attributes).toContain('<Name>DelaySeconds</Name><Value>5</Value>');
    expect(await stop('SIGTERM')).toMatchObject({ code: 0 });
  });

  test('says what cannot be: one sentence, exit code 2', async () => {
    const busy = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => busy.once('listening', resolve));
    const { port } = busy.address() as { port: number };
    writeFileSync(path('bad.json'), '{"queues":[{"name":"q","attributes":{"DelaySeconds":"soon"}}]}');
    writeFileSync(path('refused.json'), '{"queues":[{"name":"no name","attributes":{}}]}');
    const inTheWay = join(path('bad.json'), 'x');
    for (const [args, complaint] of [
      [['--port', String(port)], `cannot listen at 127.0.0.1, port ${port}: the port is in use`],
      [['--port', '70000'], '--port takes a number from 0 to 65535'],
      [['--clock', 'sun'], '--clock is wall or virtual'],
      [['--init', path('none.json')], 'there is no file'],
      [['--init', path('bad.json')], 'DelaySeconds'],
      [['--init', path('refused.json')], `${path('refused.json')}: the setup was refused: Can only include`],
      [['--init', folder], `${folder} is not a file`],
      [['--record', inTheWay], `cannot write ${inTheWay}: a file is in the way`],
      [['--record', folder], `cannot write ${folder}: it is not a file`],
      [['--seed', 'a b'], 'a seed is 1 to 100 letters'],
      [['--liberties', 'x'], "--liberties does not know 'x'"],
      [['--faults', 'crash'], "--faults does not know 'crash'"],
      [['--mutant', 'A-000'], "there is no mutant 'A-000'"],
    ] as const) {
      const complaints: string[] = [];
      const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => complaints.push(String(text)) > 0);
      const code = await main(['serve', '--port', '0', ...args]);
      spy.mockRestore();
      expect([args, code, complaints]).toEqual([args, 2, [expect.stringContaining(complaint)]]);
      expect(complaints[0]).toMatch(/^redrive: .*\n$/);
    }
    busy.close();
  });

  test('warns when other machines can reach it', async () => {
    const { stop } = await serving('--host', '0.0.0.0');
    expect((await stop('SIGTERM')).stderr).toContain('0.0.0.0 can be reached from other machines');
  });
});
