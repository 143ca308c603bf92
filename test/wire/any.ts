import fc from 'fast-check';
import { arnOf } from '../../src/core/calls.js';
import type { Kind, Structure } from '../../src/wire/kinds.js';

/** Values of the described kinds, as they stand in canonical calls. */

export interface Range {
  text: fc.Arbitrary<string>;
  /** Fewest items of a list, entries of a table and members of a structure: 0 or 1. */
  least: number;
  /** Whether lists without a name in the query protocol are among the members. */
  unnamed: boolean;
}

const queueName = fc.stringMatching(/^[A-Za-z0-9_-]{1,20}(\.fifo)?$/);
const arn = queueName.map(arnOf);

export function anyOf(kind: Kind, range: Range): fc.Arbitrary<unknown> {
  switch (kind.is) {
    case 'structure':
      return anyStructure(kind, range);
    case 'list':
      return fc.array(anyOf(kind.of, range), { minLength: range.least, maxLength: 4 });
    case 'table':
      return fc
        .dictionary(range.text, anyOf(kind.of, range), { minKeys: range.least, maxKeys: 4, noNullPrototype: true })
        .filter((entries) => !Object.hasOwn(entries, '__proto__'));
    case 'integer':
      return fc.integer();
    case 'flag':
      return fc.boolean();
    case 'binary':
      return fc.base64String({ maxLength: 20 }).map((text) => Buffer.from(text, 'base64').toString('base64'));
    case 'queue':
      return queueName;
    case 'arns':
      return fc.oneof(
        range.text,
        arn,
        arn.map((a) => `{"deadLetterTargetArn":"${a}","sources":["${a}"]}`),
      );
    case 'task':
      return arn.map((sourceArn) => Buffer.from(JSON.stringify({ taskId: 'x', sourceArn })).toString('base64'));
    default:
      return range.text;
  }
}

function anyStructure({ members, needs }: Structure, range: Range): fc.Arbitrary<object> {
  const wanted = Object.entries(members).filter(
    ([, kind]) => kind.is !== 'reserved' && (range.unnamed || kind.is !== 'list' || kind.element !== undefined),
  );
  const arbitraries = Object.fromEntries(wanted.map(([name, kind]) => [name, anyOf(kind, range)]));
  const requiredKeys = [...needs, ...Object.keys(arbitraries).slice(0, range.least)];
  return fc.record(arbitraries, { requiredKeys, noNullPrototype: true });
}

/** Every character that a message may hold (sqs:SM4), and names that objects have of their own. */
export const legalText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replace(illegal, '')),
  fc.string({ unit: fc.constantFrom('\t', '\n', '\r', '&', '<', '"', '&quot;', ' ', 'é', '😀'), maxLength: 8 }),
  fc.constantFrom('constructor', 'toString', 'hasOwnProperty', 'valueOf'),
);
/** What XML cannot carry. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are illegal
export const illegal = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

export const anyText = fc.oneof(legalText, fc.string({ unit: 'binary', maxLength: 20 }));
