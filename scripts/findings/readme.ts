import { escaped } from '../../bin/matrix/markdown.js';
import { titleOf } from '../../bin/matrix/matrix.js';
import { sentence } from '../../bin/matrix/words.js';
import type { Result } from '../zoo/result.js';
import type { Found } from './finding.js';

/** The page over all pages: who was judged, and what became of the bugs that were known. */
export const readme = (all: readonly Found[], results: readonly Result[]): string => `# Findings

What other implementations of SQS do otherwise than [the contract](../contract/README.md) says. Each was installed from its
registry, but sqslite, which was built from the source of its tag, and run on this project's own machine by its recipe in
[targets](../../targets/README.md); every deviation has its smallest trace in [traces/recorded](../../traces/recorded), what a
client asked and was really answered, and showed again when that schedule was run again. A finding says what one version did on
one machine, nothing more; where the source of a rule is weak, the rule says so in brackets.

| implementation | version | released | schedules | deviations |
|---|---|---|---|---|
${all.map(rowOf).join('\n')}

## Known bugs

Bugs of these projects that somebody had reported, fixed or read before, whatever the version. For each the schedule in
[scripts/zoo](../../scripts/zoo) was run on the version above, as often as the row says.

| id | the bug | implementation | today |
|---|---|---|---|
${results.map(resultRow).join('\n')}

${tally(results)}

## How it is made

    npm run conform -- --targets targets/targets.json --profile all --runs 60 --parallel 30 --shrink 60s --seed findings
    npm run findings -- redrive-report
    npm run zoo

The first runs every implementation, in some 40 minutes. The second writes these pages and \`traces/recorded\` from its report, with the issues
looked up by hand in [notes.json](notes.json); \`test/findings.test.ts\` holds that every trace can be read, is judged broken today, and
is named in its page. The third runs the known bugs again and writes [zoo.json](zoo.json), which the second reads.
`;

function rowOf({ column, findings }: Found): string {
  const { name, version, released = '', runs, unjudged } = column;
  if (unjudged !== undefined) return `| ${name} | ${version} | ${released} | | ${escaped(unjudged)} |`;
  return `| [${name}](${name}.md) | ${version} | ${released} | ${runs} | ${findings.length} |`;
}

const resultRow = ({ id, bug, link, target, version, ...verdict }: Result): string =>
  `| [${id}](${link}) | ${escaped(bug)} | ${titleOf({ name: target, version })} | ${today(target, version, verdict)} |`;

function today(
  target: string,
  version: string,
  { verdict, fix, why, says, file, showed, runs }: Omit<Result, 'id' | 'bug' | 'link' | 'target' | 'version'>,
): string {
  if (verdict === 'not run') return `not run: ${escaped(why ?? '')}`;
  const reason = why === undefined ? '' : `. ${escaped(why)}`;
  const mended = fix === undefined ? '' : `; ${version} has [the fix](${fix.commit}) of ${fix.date}`;
  if (verdict === 'gone') return `gone: its schedule held in ${runs} of ${runs} runs${mended}${reason}`;
  const trace = file === undefined ? 'a trace too large to keep' : `[${file}](../../traces/recorded/${target}/${file})`;
  return `**found** in ${showed} of ${runs} runs: ${escaped(sentence(says ?? ''))} (${trace})${reason}`;
}

function tally(results: readonly Result[]): string {
  const count = (verdict: Result['verdict']): number => results.filter((one) => one.verdict === verdict).length;
  return `${results.length} rows: ${count('found')} found, ${count('gone')} gone, ${count('not run')} not run.`;
}
