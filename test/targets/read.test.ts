import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readTargets, type Target } from '../../bin/targets/read.js';

const folder = mkdtempSync(join(tmpdir(), 'redrive-targets-'));
afterAll(() => rmSync(folder, { recursive: true }));

const path = join(folder, 'targets.json');
const read = (content: unknown, only?: string): Target[] => {
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return readTargets(path, only).targets;
};

const good = {
  name: 'one',
  project: 'https://example.org/one',
  version: '1.0.0',
  released: '2026-01-31',
  start: { command: ['one', '{port}'] },
  ready: { path: '/health', within: '5s' },
  url: 'http://127.0.0.1:{port}',
};
const other = { ...good, name: 'other' };

test('a list of targets is read as it stands, whole or by names', () => {
  expect(read({ targets: [good, other] })).toEqual([good, other]);
  expect(read({ targets: [good, other] }, 'other')).toEqual([other]);
  expect(read({ targets: [good, other] }, 'other,one')).toEqual([good, other]);
});

describe('what is wrong with a list is one sentence', () => {
  const { version: _, ...unversioned } = good;
  test.each([
    ['{', 'is not JSON'],
    [[], 'the file must be an object, not a list'],
    [{}, 'targets is missing'],
    [{ targets: [unversioned] }, 'targets[0].version is missing'],
    [{ targets: [{ ...good, port: 1 }] }, 'targets[0].port is not known here'],
    [
      { targets: [good, { ...other, name: 'a b' }] },
      'targets[1].name must be a name of letters, digits, dots and dashes',
    ],
    [{ targets: [{ ...good, name: '../up' }] }, 'targets[0].name must be a name'],
    [{ targets: [{ ...good, released: 'May' }] }, 'targets[0].released must be a day such as 2026-03-21, not "May"'],
    [{ targets: [{ ...good, start: { command: [] } }] }, 'targets[0].start.command must be a command, not a list'],
    [{ targets: [{ ...good, ready: { path: 'x', within: '5s' } }] }, 'targets[0].ready.path must be a path'],
    [{ targets: [{ ...good, ready: { path: '/', within: 'soon' } }] }, 'targets[0].ready.within must be a duration'],
    [{ targets: [{ ...good, stop: 'SIGKILL' }] }, 'targets[0].stop must be SIGTERM or SIGINT, not "SIGKILL"'],
    [{ targets: [{ ...good, url: 'https://sqs.us-east-1.amazonaws.com' }] }, 'targets[0].url must be a URL'],
    [{ targets: [{ ...good, lacks: { magic: 'none' } }] }, 'targets[0].lacks.magic is not known here'],
    [{ targets: [{ ...good, lacks: { tags: '' } }] }, 'targets[0].lacks.tags must be text that is not empty, not ""'],
    [{ targets: [good, good] }, "there are two targets named 'one'"],
  ])('%j', (content, says) => {
    expect(() => read(content)).toThrow(`${path}`);
    expect(() => read(content)).toThrow(says);
  });

  test('also a name that is not there', () => {
    expect(() => read({ targets: [good, other] }, 'one,two')).toThrow(
      "--only does not know 'two'; there is one, other",
    );
  });
});

describe('our own list', () => {
  const { targets } = readTargets('targets/targets.json');

  test.each(targets.filter(({ install }) => install !== undefined).map((target) => [target.name, target] as const))(
    '%s has a recipe for the version that the list names',
    (name, { install, version }) => {
      expect(install).toBe(`${name}/install`);
      expect(existsSync(`targets/${install}`)).toBe(true);
      expect(readFileSync(`targets/${install}`, 'utf8')).toContain(`done_with ${version}\n`);
    },
  );

  test('has Redrive itself in the version that it has', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(targets.find(({ name }) => name === 'redrive')?.version).toBe(version);
  });
});
