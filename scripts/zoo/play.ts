import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { check, type History, properties, run, type Violation, violationsOf, writeTrace } from '../../index.js';
import { urlEndpoint } from '../../src/endpoints/url.js';
import { wallOptions } from '../../src/run/run.js';
import { type Case, cases } from './cases.js';
import type { Result } from './result.js';

/** A row of the catalogue. */
export interface Known extends Pick<Result, 'id' | 'bug' | 'link' | 'target' | 'fix' | 'why'> {
  /** Why it is not run. */
  unrun?: string;
}

/** How often a schedule is run, unless its case says otherwise. */
const repeats = 3;
/** The largest trace that is kept, in characters. */
const traceMax = 400_000;

/** Runs the bug's schedule, and keeps its trace where it shows. */
export async function resultOf(row: Known, version: string, url: string): Promise<Result> {
  const { id, target } = row;
  const own = cases.find((one) => one.id === id)!;
  const { runs = repeats } = own;
  const shown: [History, Violation][] = [];
  for (let k = 0; k < runs; k++) {
    const history = await run(own.schedule, urlEndpoint(url, { level: 'strict' }), wallOptions);
    const [violation] = shownBy(own, history);
    if (violation !== undefined) shown.push([named(history, target, version), violation]);
  }
  const [first] = shown;
  const result: Result = {
    ...row,
    version,
    verdict: first === undefined ? 'gone' : 'found',
    runs,
    showed: shown.length,
  };
  rmSync(traceOf(row), { force: true });
  if (first !== undefined) Object.assign(result, kept(row, first));
  console.log(target, id, result.verdict, `${result.showed}/${runs}`, result.says ?? '');
  return result;
}

/** What the properties say of the bug in a history of its schedule. */
export function shownBy({ properties: wanted, says = /./, delivers }: Case, history: History): Violation[] {
  if (delivers !== undefined && !isDelivered(delivers, history)) return [];
  const violations = violationsOf(check(history, properties));
  return violations.filter(({ property, says: said }) => wanted.includes(property) && says.test(said));
}

const isDelivered = (body: string, { ops }: History): boolean =>
  ops.some(
    ({ reply, call }) => call === 'ReceiveMessage' && JSON.stringify(reply).includes(`"Body":${JSON.stringify(body)}`),
  );

const named = (history: History, name: string, version: string): History => ({
  ...history,
  endpoint: { ...history.endpoint, name: `${name} ${version}` },
});

const fileOf = ({ id }: Known): string => `zoo-${id}.jsonl`;
const traceOf = (row: Known): string => join('traces/recorded', row.target, fileOf(row));

function kept(row: Known, [history, violation]: [History, Violation]): Pick<Result, 'says' | 'file'> {
  const { says } = violation;
  const text = writeTrace(history, [violation]);
  if (text.length > traceMax) return { says };
  mkdirSync(dirname(traceOf(row)), { recursive: true });
  writeFileSync(traceOf(row), text);
  return { says, file: fileOf(row) };
}
