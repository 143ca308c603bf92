import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { properties } from '../../properties/index.js';
import { check, violationsOf } from '../../src/check.js';
import type { Schedule } from '../../src/core/schedule.js';
import type { Violation } from '../../src/core/verdict.js';
import { type UrlOptions, urlEndpoint } from '../../src/endpoints/url.js';
import { scheduleOf } from '../../src/generate/schedule.js';
import { type Values, wallValues } from '../../src/generate/values.js';
import { type RunOptions, run, wallOptions } from '../../src/run/run.js';
import { type Finding, findings } from './findings.js';

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

/** Few steps and short timers, so that a schedule is over in ten seconds. */
const values: Values = {
  ...wallValues,
  steps: [6, 12],
  queueVisibility: ['1', '2'],
  queueWait: [undefined, undefined, undefined, '1'],
  visibility: [undefined, undefined, 0, 1, 1, 2],
  delay: [undefined, undefined, undefined, 0, 1],
  wait: [undefined, undefined, 0, 1],
  change: [0, 0, 1, 2],
  pauses: [200, 500],
  lateness: [200, 500],
};
const options: RunOptions = { ...wallOptions, drain: { wait: 1, patience: 2000 } };

const count = 40;
const schedules = Array.from({ length: count }, (_, k) =>
  scheduleOf(`fauxqs-${k}`, { level: 'strict', profile: 'all', liberties: [], values }),
);

/** In a thread of its own: Node accepts one connection per turn of the event loop, and ours is busy. */
const server = new Worker(
  `const { parentPort } = require('node:worker_threads');
  import('fauxqs')
    .then(({ startFauxqs }) => startFauxqs({ port: 0, logger: false, host: '127.0.0.1' }))
    .then(({ port }) => parentPort.postMessage(port));`,
  { eval: true },
);
let url: string;

/** What is wrong with fauxqs, by finding and by schedule. */
let shown: Violation[][];
let found: Violation[][];

beforeAll(async () => {
  const [port] = await once(server, 'message');
  url = `http://127.0.0.1:${port}`;
  [shown, found] = await Promise.all([
    inTwo(findings, violationsOfFinding, (finding, violations) => violations.some((one) => explains(finding, one))),
    inTwo(schedules, violationsIn, (_, violations) => violations.every(isExplained)),
  ]);
});

afterAll(() => server.terminate());

describe('what fauxqs is known to do', () => {
  test.each(findings.map(({ rule, property, reason }, k) => [rule, property, reason, k] as const))(
    '%s %s: %s',
    (_, property, __, k) => {
      const said = shown[k]!.filter((violation) => violation.property === property).map(({ says }) => says);
      expect(said).toContainEqual(expect.stringMatching(findings[k]!.says));
    },
  );
});

describe(`what ${count} seeds find`, () => {
  test('is known', () => {
    const unknown = schedules.flatMap(({ seed }, k) =>
      found[k]!.filter((violation) => !isExplained(violation)).map(({ property, says }) => ({ seed, property, says })),
    );
    expect(unknown).toEqual([]);
  });

  test('is not nothing', () => {
    const all = found.flat();
    const seen = findings.filter((finding) => all.some((violation) => explains(finding, violation)));
    expect(seen.length).toBeGreaterThan(10);
  });
});

/** Runs all side by side, and once more what was not as expected: a busy machine is late, but hardly twice. */
async function inTwo<T>(
  things: readonly T[],
  judge: (thing: T) => Promise<Violation[]>,
  isExpected: (thing: T, violations: Violation[]) => boolean,
): Promise<Violation[][]> {
  const first = await Promise.all(things.map(judge));
  return Promise.all(things.map((thing, k) => (isExpected(thing, first[k]!) ? first[k]! : judge(thing))));
}

async function violationsIn(schedule: Schedule, tolerance: UrlOptions = {}): Promise<Violation[]> {
  const history = await run(schedule, urlEndpoint(url, { level: 'strict', ...tolerance }), options);
  return violationsOf(check(history, properties));
}

/** With a short tolerance, so that a finding shows within three seconds; what else its schedule shows is not looked at. */
const violationsOfFinding = ({ schedule }: Finding): Promise<Violation[]> => violationsIn(schedule, { late: 500 });

const isExplained = (violation: Violation): boolean => findings.some((finding) => explains(finding, violation));

const explains = (finding: Finding, { property, says }: Violation): boolean =>
  property === finding.property && finding.says.test(says);
