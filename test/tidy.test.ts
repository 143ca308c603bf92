import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/** All our files that are part of the product, with what they import. */
const files = ['src', 'models', 'properties', 'bin'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
);

interface Import {
  from: string;
  to: string;
}

const imports: Import[] = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, to]) => ({
    from: file,
    to: to!.startsWith('.') ? normalize(join(dirname(file), to!)).replace(/\.js$/, '.ts') : to!,
  })),
);

const roots = ['src', 'models', 'properties', 'bin'];
const isOurs = ({ to }: Import): boolean => to === 'index.ts' || roots.some((folder) => to.startsWith(`${folder}/`));
const rootOf = (path: string): string => path.split('/')[0]!;
const shown = ({ from, to }: Import): string => `${from} imports ${to}`;

describe('the arrows point one way', () => {
  test('models and properties import src/core and their own folder', () => {
    const wrong = imports
      .filter(({ from }) => ['models', 'properties'].includes(rootOf(from)))
      .filter(isOurs)
      .filter(({ from, to }) => !to.startsWith('src/core/') && rootOf(to) !== rootOf(from));
    expect(wrong.map(shown)).toEqual([]);
  });

  test('src imports nothing of ours but src, downwards or in its own folder', () => {
    const levels: Record<string, number> = {
      core: 0,
      time: 1,
      chance: 1,
      wire: 1,
      trace: 1,
      show: 1,
      faults: 2,
      generate: 2,
      run: 3,
      serve: 4,
      endpoints: 5,
      campaign: 6,
    };
    const tops: Record<string, number> = {
      'differences.ts': 1,
      'trace.ts': 1,
      'show.ts': 2,
      'check.ts': 3,
      'campaign.ts': 6,
    };
    const level = (path: string): number => {
      const [, part] = path.split('/');
      return levels[part!] ?? tops[part!] ?? Number.NaN;
    };
    const folder = (path: string): string => path.split('/')[1]!.replace(/\.ts$/, '');
    const wrong = imports
      .filter(({ from }) => rootOf(from) === 'src')
      .filter(isOurs)
      .filter(({ from, to }) => rootOf(to) !== 'src' || (folder(from) !== folder(to) && !(level(to) < level(from))));
    expect(wrong.map(shown)).toEqual([]);
  });

  test.each([
    ['fast-check', /^src\/generate\//],
    ['seedrandom', /^src\/chance\/keyed\.ts$/],
    ['@aws-sdk/', /^src\/endpoints\//],
    ['@smithy/', /^src\/endpoints\//],
    ['fast-xml-builder', /^src\/wire\//],
    ['node:http', /^src\/(serve|endpoints)\//],
    ['node:net', /^(src\/serve|bin)\//],
    ['node:fs', /^bin\//],
    ['commander', /^bin\//],
    ['yoctocolors', /^bin\//],
  ])('%s is imported only in its place', (module, place) => {
    const wrong = imports.filter(({ from, to }) => to.startsWith(module) && !place.test(from));
    expect(wrong.map(shown)).toEqual([]);
  });
});

describe('time and chance come in by argument', () => {
  test.each([
    ['Date', /\bDate\b/, /^src\/time\/wall\.ts$/],
    ['timers', /\b(setTimeout|setInterval|setImmediate)\b/, /^src\/time\/wall\.ts$/],
    ['performance', /\bperformance\b/, /^src\/time\/wall\.ts$/],
    ['Math.random', /Math\.random/, /^$/],
    ['random ids', /randomUUID|randomBytes|getRandomValues/, /^$/],
    ['hrtime', /hrtime/, /^$/],
  ])('%s', (_, banned, place) => {
    const wrong = files.filter((file) => !place.test(file) && banned.test(codeOf(file)));
    expect(wrong).toEqual([]);
  });
});

/** The file without comments and string literals. */
const codeOf = (file: string): string =>
  readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
