import { type BugClass, type Mutant, mutants } from '../models/mutants/index.js';
import { properties } from '../properties/index.js';
import type { Property } from '../src/core/verdict.js';

/** The pages of docs/ that are written from the code, by path. */
export const pages = (): ReadonlyMap<string, string> =>
  new Map([
    ['docs/properties.md', propertiesPage()],
    ['docs/mutants.md', mutantsPage()],
  ]);

function propertiesPage(): string {
  const head = `# Properties

${origin('properties/index.ts')}

A property judges one history, what the clients asked and saw and when, and says that it holds, is broken or stays undecided.
Rules are those of [the contract](contract/README.md); the level is \`strict\` or \`documented\`. There are ${properties.length} properties.
`;
  return [head, ...properties.map(propertySection)].join('\n');
}

const propertySection = ({ name, claim, judges, forgives, blind, source }: Property): string => `## ${name}

**${claim}**

- Judges: ${judges}
- Forgives: ${forgives}
- Blind to: ${blind}
- Source: ${source.map(code).join(', ')}
`;

function mutantsPage(): string {
  const head = `# Mutants

${origin('models/mutants/index.ts')}

A mutant is one deliberate bug, planted in the model by replacing some of its rules: \`redrive fuzz --mutant A-010\`. There are
${mutants.length}. One numbered \`A\` is a bug that somebody's software really had, and its link leads there; one numbered \`R\` is our own, for a
promise that no known bug breaks, and its link leads to the promise. A contested one AWS permits, or nobody has recorded
what AWS does.
`;
  const classes = [...new Set(mutants.map((mutant) => mutant.class))];
  return [head, ...classes.map(classSection)].join('\n');
}

const classSection = (name: BugClass): string => `## ${name}

| id | the bug | breaks | link |
|---|---|---|---|
${mutants
  .filter((mutant) => mutant.class === name)
  .map(mutantRow)
  .join('\n')}
`;

const mutantRow = ({ id, title, says, rule, link, contested }: Mutant): string =>
  `| ${id} | ${code(title)}: ${says}${contested ? ' (contested)' : ''} | ${code(rule)} | [${siteOf(link)}](${link}) |`;

const origin = (path: string): string => `Written by \`npm run docs\` from [${path}](../${path}); change it there.`;
const code = (text: string): string => `\`${text}\``;

/** The repository of a link to GitHub, else its host. */
const siteOf = (link: string): string =>
  /^https:\/\/github\.com\/([^/]+\/[^/]+)/.exec(link)?.[1] ?? new URL(link).hostname;
