import { ruleText } from '../../bin/contract.js';
import { escaped } from '../../bin/matrix/markdown.js';
import { type Row, titleOf } from '../../bin/matrix/matrix.js';
import { ruleOf } from '../../bin/matrix/rules.js';
import { counted, factsOf, remarks, sentence } from '../../bin/matrix/words.js';
import { lanes } from '../../index.js';
import { abilities } from '../../src/generate/abilities.js';
import type { Finding, Found } from './finding.js';
import type { Note } from './note.js';

/** The page of one implementation: each of its deviations with everything that is known of it. */
export function page(found: Found): string {
  const { column, findings } = found;
  const title = titleOf(column);
  return [
    `# What ${title} does otherwise`,
    '',
    aboutOf(found),
    '',
    ...factsAbout(found),
    ...findings.flatMap((finding, k) => ['', ...sectionOf(finding, k + 1, column.name)]),
    '',
  ].join('\n');
}

function aboutOf({ column, matrix, findings }: Found): string {
  const { project, released, runs, calls } = column;
  const from = project === undefined ? '' : ` of ${project}`;
  const day = released === undefined ? '' : `, released ${released}`;
  return `Version ${column.version}${from}${day}. ${counted(findings.length, 'deviation')} from [the contract](../contract/sqs.md) in ${counted(runs, 'generated schedule')} (${calls} calls; seed ${matrix.seed}, level ${matrix.level}, Redrive ${matrix.redrive}). Each is the smallest schedule found, run on the real thing. Written by \`npm run findings\`: see [README](README.md).`;
}

function factsAbout({ column, dropped }: Found): string[] {
  const lacking = Object.entries(column.lacks).map(
    ([ability, reason]) => `- Not asked for ${abilities[ability as keyof typeof abilities]}: ${escaped(reason)}`,
  );
  const silent = remarks(column).map((remark) => `- ${escaped(remark)}`);
  const left =
    dropped.length === 0 ? [] : [`- Left out, for it did not show again: ${counted(dropped.length, 'more')}`];
  return [...lacking, ...silent, ...left];
}

function sectionOf(finding: Finding, number: number, name: string): string[] {
  const { violation, row, deviation, file, note } = finding;
  const rule = ruleOf(violation);
  const path = `traces/recorded/${name}/${file}`;
  return [
    `## ${number}. ${[violation.property, rule].filter(Boolean).join(': ')}`,
    '',
    `${escaped(sentence(violation.says))}.`,
    '',
    ...rulesOf(row, rule),
    `- The trace: [${file}](../../${path}), ${factsOf(deviation)}`,
    `- ${issuesOf(note)}`,
    ...(note?.note === undefined ? [] : [`- ${note.note}`]),
    '',
    ...pictureOf(finding),
    `    npx redrive replay ${path} --targets targets/targets.json --only ${name}`,
  ];
}

/** The rule that is cited, else the promise of the property and the rules of the contract that it rests on. */
function rulesOf({ claim, source }: Row, rule: string | undefined): string[] {
  if (rule !== undefined) return [`- The rule, ${rule}: ${ruleText(rule)}`];
  return [`- The promise: ${claim}`, ...source.filter(isPromise).map((one) => `  - ${one}: ${ruleText(one)}`)];
}

/** Not what the contract's section 11 makes of its rules for a checker, nor what nobody knows. */
const isPromise = (rule: string): boolean => !/^sqs:[IUN]\d/.test(rule);

function issuesOf(note: Note | undefined): string {
  const { issues, zoo } = note ?? {};
  const known = zoo === undefined ? '' : `; ${zoo} in [the catalogue](README.md#known-bugs)`;
  if (issues === undefined) return `Public issue: not looked for${known}`;
  if (issues.length === 0) return `No public issue found${known}`;
  return `Public issue: ${issues.map((url) => `<${url}>`).join(', ')}${known}`;
}

/** Steps that still make a picture worth looking at. */
const picturedMax = 10;

function pictureOf({ history, violation }: Finding): string[] {
  if (history.schedule.steps.length > picturedMax) return [];
  const picture = lanes(history, violation.ops).split('\n');
  return [...picture.map((line) => `    ${line}`.trimEnd()), ''];
}
