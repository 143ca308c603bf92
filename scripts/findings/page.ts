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
    ...byProperty(findings.map((finding, k) => [k + 1, finding])).flatMap((group) => [
      '',
      ...sectionOf(group, column.name),
    ]),
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
    dropped.length === 0 ? [] : [`- Left out, since not shown again: ${counted(dropped.length, 'deviation')}`];
  return [...lacking, ...silent, ...left];
}

/** A finding and its number on the page. */
type Numbered = readonly [number, Finding];

function byProperty(all: readonly Numbered[]): Numbered[][] {
  const propertyOf = ([, { violation }]: Numbered): string => violation.property;
  return [...new Set(all.map(propertyOf))].map((name) => all.filter((one) => propertyOf(one) === name));
}

/** What a property promises, said once, and every finding that breaks it. */
function sectionOf(group: readonly Numbered[], name: string): string[] {
  const [[, { row }]] = group as [Numbered];
  const all = group.every(([, { violation }]) => ruleOf(violation) !== undefined) ? [] : rulesOf(row);
  return [
    `## ${row.property}`,
    '',
    row.claim,
    ...all,
    ...group.flatMap(([number, finding]) => ['', ...entryOf(finding, number, name)]),
  ];
}

function entryOf(finding: Finding, number: number, name: string): string[] {
  const { violation, deviation, file, note } = finding;
  const rule = ruleOf(violation);
  const path = `traces/recorded/${name}/${file}`;
  return [
    `### ${[`${number}.`, violation.property, rule].filter(Boolean).join(' ')}`,
    '',
    `${escaped(sentence(violation.says))}.`,
    '',
    ...(rule === undefined ? [] : [`- The rule, ${rule}: ${ruleText(rule)}`]),
    `- The trace: [${file}](../../${path}), ${factsOf(deviation)}`,
    `- ${issuesOf(note)}`,
    ...(note?.note === undefined ? [] : [`- ${note.note}`]),
    '',
    ...pictureOf(finding),
    `    npx redrive replay ${path} --targets targets/targets.json --only ${name}`,
  ];
}

/** The rules of the contract that the promise rests on. */
const rulesOf = ({ source }: Row): string[] => [
  '',
  ...source.filter(isPromise).map((one) => `- ${one}: ${ruleText(one)}`),
];

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
