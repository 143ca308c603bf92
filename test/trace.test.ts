import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { properties } from '../properties/index.js';
import { check } from '../src/check.js';
import type { Violation } from '../src/core/verdict.js';
import { lanes } from '../src/show.js';
import { readTrace, TraceError, traceVersion, writeTrace } from '../src/trace.js';
import { histories } from './any-history.js';
import { example, violation } from './traces.js';

type Members = Record<string, unknown>;

const written = writeTrace(example, [violation]);
const lines = written.split('\n');
const readme = readFileSync(new URL('../traces/README.md', import.meta.url), 'utf8');

/** The example with other lines in the place of `count` lines from line `from`; lines count from 1. */
const spliced = (from: number, count: number, ...others: string[]): string =>
  lines.toSpliced(from - 1, count, ...others).join('\n');

/** The example with one member of one line set, or taken away when there is no value. */
function set(line: number, path: string, value?: unknown): string {
  const whole = JSON.parse(lines[line - 1]!) as Members;
  const keys = path.split('.');
  const last = keys.pop()!;
  const owner = keys.reduce((members, key) => members[key] as Members, whole);
  Object.defineProperty(owner, last, { value, enumerable: true });
  return spliced(line, 1, JSON.stringify(whole));
}

function refusal(text: string): TraceError {
  try {
    readTrace(text);
  } catch (error) {
    if (error instanceof TraceError) return error;
    throw error;
  }
  throw new Error('it was read');
}

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const page = 'x'.repeat(1e6);
const start = `${'x'.repeat(40)}…`;
const batch = (entries: string) =>
  `{"step":{"actor":"a","call":"SendMessageBatch","id":1,"input":{"Entries":${entries},"QueueUrl":"jobs"}}}`;

const notAHeader = 'line 1: this is not the header of a Redrive trace';
const notAPart = 'line 3: this is not a line of a trace: a step, choices, an op or the end';
const noMember = 'is not known here';

const wholes: [what: string, text: string, says: string][] = [
  ['an empty file', '', 'line 1: the trace is empty'],
  ['a blank line', '\n', notAHeader],
  ['prose', 'Dear Sir or Madam', notAHeader],
  ['other JSON', '{"name":"redrive"}\n', notAHeader],
  ['a list', '[]\n', notAHeader],
  ['null', 'null\n', notAHeader],
  ['half a header', lines[0]!.slice(0, 40), notAHeader],
  ['a header that does not end', lines[0]!, 'line 1: the trace is cut off in this line'],
  ['a header alone', `${lines[0]}\n`, 'line 1: the trace stops here without its end line'],
  ['half a last line', written.slice(0, -20), 'line 15: the trace is cut off in this line'],
  ['a last line without newline', written.slice(0, -1), 'line 15: the trace is cut off in this line'],
  ['no end line', spliced(15, 1), 'line 14: the trace stops here without its end line'],
  ['two end lines', `${written}${lines[14]}\n`, 'line 16: end cannot follow end'],
  ['an op after the end', `${written}${lines[13]}\n`, 'line 16: op cannot follow end'],
  ['an empty line', spliced(3, 0, ''), notAPart],
  ['half a line', spliced(3, 1, lines[2]!.slice(0, 20)), notAPart],
  ['a line of another kind', spliced(3, 0, '{"note":1}'), notAPart],
  ['two kinds in one line', set(3, 'op', {}), notAPart],
  ['a step after an op', spliced(8, 0, lines[1]!), 'line 8: step cannot follow op'],
  ['choices twice', spliced(6, 0, lines[5]!), 'line 7: choices cannot follow choices'],
  ['choices after an op', spliced(8, 0, lines[5]!), 'line 8: choices cannot follow op'],
  [
    'a line longer than any',
    spliced(3, 0, ' '.repeat(17e6)),
    'line 3: this line is longer than 16777216 characters, and no trace needs that',
  ],
  ['megabytes that are no JSON', spliced(3, 0, page), notAPart],
  ['a deep line', spliced(3, 0, nested(5e5)), notAPart],
  ['a deep step', spliced(3, 0, `{"step":${nested(5e5)}}`), 'line 3: step must be an object, not a list'],
  ['a deep entry', spliced(2, 1, batch(nested(5e5))), 'line 2: step.input.Entries[0] must be an object, not a list'],
  ['a later version', set(1, 'version', 7), 'line 1: trace version 7 is newer than this Redrive reads (2)'],
  [
    'a queue twice',
    set(1, 'setup.queues.1', { name: 'jobs', attributes: {} }),
    'line 1: header.setup.queues has two queues named "jobs"',
  ],
  ['a wait and a deadline', set(4, 'step.at.wait', 1), `line 4: step.at.after ${noMember}`],
  [
    'after a later step',
    set(3, 'step.at', { after: 3, deadline: 'poll', tick: 0 }),
    'line 3: step.at.after must be the id of an earlier step, not 3',
  ],
  ['entries that are text', spliced(2, 1, batch('"a"')), 'line 2: step.input.Entries must be a list, not "a"'],
  ['an entry without an Id', spliced(2, 1, batch('[{}]')), 'line 2: step.input.Entries[0].Id is missing'],
  [
    'a prototype deep inside',
    spliced(2, 1, batch('[{"Id":"1","X":[{"__proto__":1}]}]')),
    `line 2: step.input.Entries[0].X[0].__proto__ ${noMember}`,
  ],
  ['a key as long as a page', set(2, `step.${page}`, 1), `line 2: step["${start}"] ${noMember}`],
  ['a key of control characters', set(2, 'step.\u001b[2J', 1), `line 2: step["\\u001b[2J"] ${noMember}`],
  [
    'a deep input',
    set(7, 'op.input.Extra', JSON.parse(nested(50))),
    `line 7: op.input.Extra${'[0]'.repeat(16)} must be nested less deeply, not a list`,
  ],
  [
    'infinite time',
    spliced(14, 1, lines[13]!.replace('121000', '1e999')),
    'line 14: op.returned must be whole milliseconds from 0 to 2^53 - 1, not Infinity',
  ],
  [
    'a number beyond all',
    spliced(7, 1, lines[6]!.replace('"QueueUrl"', '"Extra":1e999,"QueueUrl"')),
    'line 7: op.input.Extra must be a number below 10^308, not Infinity',
  ],
  ['an op left out', spliced(8, 1), 'line 8: op.id must be 1, the next number, not 2'],
  ['an op twice', spliced(8, 0, lines[6]!), 'line 8: op.id must be 1, the next number, not 0'],
  ['a step left out', spliced(2, 1), 'line 6: op.step must be the id of a step, not 1'],
  [
    'nothing written to a queue',
    set(7, 'op', { ...example.ops[0], call: 'SetQueueAttributes', input: { QueueUrl: 'jobs' } }),
    'line 7: op.input.Attributes is missing',
  ],
  [
    'a move task that nobody named',
    set(7, 'op', { ...example.ops[0], call: 'CancelMessageMoveTask', input: {} }),
    'line 7: op.input.TaskHandle is missing',
  ],
  [
    'a move task without a source',
    set(7, 'op', {
      ...example.ops[0],
      call: 'ListMessageMoveTasks',
      input: {},
      reply: { kind: 'ok', output: { Results: [{ Status: 'RUNNING' }] } },
    }),
    'line 7: op.reply.output.Results[0].SourceArn is missing',
  ],
  ['a lost op', set(15, 'end.ops', 9), 'line 15: end.ops must be 8, as many as were read, not 9'],
  ['a step too many', set(15, 'end.steps', 3), 'line 15: end.steps must be 4, as many as were read, not 3'],
  [
    'drained without a drain',
    set(15, 'end.drainedFrom'),
    'line 15: end.drainedFrom is missing, though end.drained is true',
  ],
  [
    'a violation by a missing op',
    set(15, 'end.broken.0.ops.1', 8),
    'line 15: end.broken must name ops of this trace, not 8',
  ],
];

const count = 'must be a whole number from 0 to 2^53 - 1, not';
const time = 'must be whole milliseconds from 0 to 2^53 - 1, not';
const pause = 'must be whole milliseconds from 0 to 10^12, not';
const name = 'must be text that is not empty, not';
const liberty =
  'must be order, short, empty, waiter, stale-delete, expired-change, duplicate, zombie or long-empty, not';
const fault = 'must be lost-request, lost-reply, repeated, slow-reply, throttled or crash, not';
const policy = 'must be JSON with deadLetterTargetArn and maxReceiveCount, or empty, not';
const gone = undefined;

/** One member of the example set to a value, and what is said of that member. */
const members: [line: number, path: string, value: unknown, says: string][] = [
  [1, 'version', gone, 'is missing'],
  [1, 'version', 0, 'must be 1 or 2, not 0'],
  [1, 'version', '1', 'must be 1 or 2, not "1"'],
  [1, 'seed', 7, 'must be text, not 7'],
  [1, 'level', 'lax', 'must be strict or documented, not "lax"'],
  [1, 'liberties', 'order', 'must be a list, not "order"'],
  [1, 'liberties.1', 'lie', `${liberty} "lie"`],
  [1, 'liberties.0', {}, `${liberty} an object`],
  [1, 'endpoint.name', gone, 'is missing'],
  [1, 'endpoint.early', -1, `${time} -1`],
  [1, 'mutant', '', `${name} ""`],
  [1, 'colour', 'red', noMember],
  [1, 'toString', 'red', noMember],
  [1, 'setup.queues', { jobs: {} }, 'must be a list, not an object'],
  [1, 'setup.queues.0.attributes.VisibilityTimeout', 30, 'must be a number in digits, not 30'],
  [1, 'setup.queues.0.attributes.DelaySeconds', 'some', 'must be a number in digits, not "some"'],
  [1, 'setup.queues.0.attributes.Policy', [], 'must be text, not a list'],
  [1, 'setup.queues.0.attributes.RedrivePolicy', 'dead', `${policy} "dead"`],
  [1, 'setup.queues.0.attributes.RedrivePolicy', '{}', `${policy} "{}"`],
  [1, 'setup.queues.0.attributes.__proto__', 'x', noMember],

  [2, 'step', 'send', 'must be an object, not "send"'],
  [2, 'step.call', gone, 'is missing'],
  [2, 'step.call', 'FlyMessage', 'must be the name of a call, not "FlyMessage"'],
  [2, 'step.call', 'constructor', 'must be the name of a call, not "constructor"'],
  [2, 'step.id', gone, 'is missing'],
  [2, 'step.id', -1, `${count} -1`],
  [4, 'step.id', 2, 'must be new, but an earlier step has 2 too'],
  [2, 'step.actor', 1, `${name} 1`],
  [2, 'step.actor', '', `${name} ""`],
  [3, 'step.at', 2000, 'must be an object, not 2000'],
  [3, 'step.at.wait', '2 s', `${pause} "2 s"`],
  [3, 'step.at.wait', 2 ** 52, `${pause} 4503599627370496`],
  [4, 'step.at.after', 3, 'must be the id of an earlier step, not 3'],
  [4, 'step.at.after', 7, 'must be the id of an earlier step, not 7'],
  [4, 'step.body', -1, `${count} -1`],
  [4, 'step.at.deadline', 'lunch', 'must be visibility, delay, retention, poll, guard, cap or dedup, not "lunch"'],
  [4, 'step.at.tick', 2, 'must be -1, 0 or 1, not 2'],
  [4, 'step.at.ends', false, 'must be true, not false'],
  [2, 'step.input', [], 'must be an object, not a list'],
  [2, 'step.input.QueueUrl', gone, 'is missing'],
  [2, 'step.input.MessageBody', 1, 'must be text, not 1'],
  [2, 'step.input.DelaySeconds', 1e300, 'must be a whole number of 32 bits, not 1e+300'],
  [2, 'step.input.__proto__', {}, noMember],
  [5, 'step.input.ReceiptHandle', ['x'], 'must be text, not a list'],
  [5, 'step.receipts', 0, 'must be a list, not 0'],
  [5, 'step.receipts.0', -1, `${count} -1`],
  [5, 'step.from', 1, 'must be text, not 1'],
  [5, 'step.holder', 1, `${name} 1`],
  [5, 'step.holder', '', `${name} ""`],
  [5, 'step.fault.name', 'meteor', `${fault} "meteor"`],
  [5, 'step.fault.ms', -1, `${pause} -1`],
  [5, 'step.fault.often', 2, noMember],
  [2, 'step.note', 'x', noMember],
  [2, 'step.__proto__', {}, noMember],

  [6, 'choices', [], 'must be an object, not a list'],
  [6, 'choices.3.lie', [1], noMember],
  [6, 'choices.3.duplicate', 1, 'must be a list, not 1'],
  [6, 'choices.3.duplicate.0', 'yes', `${count} "yes"`],
  [6, 'choices.__proto__', {}, noMember],

  [7, 'op.call', 'FlyMessage', 'must be the name of a call, not "FlyMessage"'],
  [7, 'op.id', page, `${count} "${start}"`],
  [9, 'op.step', 9, 'must be the id of a step, not 9'],
  [7, 'op.actor', null, `${name} null`],
  [7, 'op.invoked', -1, `${time} -1`],
  [8, 'op.invoked', 'noon', `${time} "noon"`],
  [8, 'op.returned', 2001.5, `${time} 2001.5`],
  [14, 'op.returned', 2 ** 53, `${time} 9007199254740992`],
  [9, 'op.invoked', 2000, 'must be at least 2001, as in the op before, not 2000'],
  [9, 'op.returned', 31_000, 'must be at least 32000, as op.invoked, not 31000'],
  [10, 'op.fault', 'meteor', `${fault} "meteor"`],
  [7, 'op.input', gone, 'is missing'],
  [7, 'op.input.MessageBody', gone, 'is missing'],
  [9, 'op.input.WaitTimeSeconds', 0.5, 'must be a whole number of 32 bits, not 0.5'],
  [10, 'op.input.ReceiptHandle', gone, 'is missing'],
  [7, 'op.reply', gone, 'is missing'],
  [7, 'op.reply.kind', gone, 'is missing'],
  [7, 'op.reply.kind', 'maybe', 'must be ok, error or unknown, not "maybe"'],
  [7, 'op.reply.output', gone, 'is missing'],
  [7, 'op.reply.output.MessageId', gone, 'is missing'],
  [10, 'op.reply.output', {}, noMember],
  [10, 'op.reply.why', gone, 'is missing'],
  [8, 'op.reply.output.Messages', {}, 'must be a list, not an object'],
  [8, 'op.reply.output.Messages.0', 'm1', 'must be an object, not "m1"'],
  [8, 'op.reply.output.Messages.0.ReceiptHandle', gone, 'is missing'],
  [8, 'op.reply.output.Messages.0.Body', null, 'must be text, not null'],
  [8, 'op.reply.output.Messages.0.Attributes.ApproximateReceiveCount', 1, 'must be text, not 1'],

  [15, 'end.drained', 'yes', 'must be true or false, not "yes"'],
  [15, 'end.broken', gone, 'is missing'],
  [15, 'end.broken.0.property', '', `${name} ""`],
  [15, 'end.broken.0.ops.0', -1, `${count} -1`],
];

describe('what is no trace is refused with one sentence that names the line:', () => {
  test.each(wholes)('%s', (_, text, says) => {
    const error = refusal(text);
    expect(error.message).toBe(says);
    expect(says).toContain(`line ${error.line}: `);
  });

  const titled = members.map((row) => [`${row[1]} = ${JSON.stringify(row[2])?.slice(0, 40)}`, ...row] as const);
  test.each(titled)('%s', (_, line, path, value, says) => {
    const place = (line === 1 ? `header.${path}` : path).replace(/\.(?!3\.)(\d)/g, '[$1]');
    expect(refusal(set(line, path, value)).message).toBe(`line ${line}: ${place} ${says}`);
  });

  test('every beginning of a trace', () => {
    for (let length = 0; length < written.length; length++)
      expect(refusal(written.slice(0, length)).message).toMatch(/^line \d+: [^\n]+$/);
  });
});

describe('a trace', () => {
  test('is the one that its documentation shows', () => {
    expect(/```jsonl\n([^`]+)```/.exec(readme)![1]).toBe(written);
    expect(readme).toContain(lanes(example, violation.ops));
    expect(JSON.parse(lines[0]!)).toHaveProperty('version', traceVersion);
  });

  test('has steps with blanks, and batches without entries that were asked in error', () => {
    const blank = (call: string, input: object) => set(2, 'step', { id: 1, actor: 'a', call, input });
    for (const text of [
      blank('CancelMessageMoveTask', {}),
      blank('DeleteMessageBatch', { QueueUrl: 'jobs', Entries: [{ Id: '1' }] }),
      blank('DeleteMessageBatch', { QueueUrl: 'jobs' }),
    ])
      expect(readTrace(text).history.schedule.steps).toHaveLength(4);
  });

  test('of version 1 is read', () => {
    const first = set(1, 'version', 1);
    expect(readTrace(first)).toStrictEqual(readTrace(written));
  });

  test('is refused in the words of its documentation', () => {
    const said = [...wholes, ...members].map((row) => row.at(-1) as string);
    const shown = [...readme.matchAll(/^ {4}line \d+: (?:\S+ (?=must))?(.+)$/gm)].map((match) => match[1]!);
    expect(shown).toHaveLength(3);
    for (const sentence of shown) expect(said.some((says) => says.endsWith(sentence))).toBe(true);
  });

  test('gives back the history and the violations', () => {
    expect(readTrace(written)).toStrictEqual({ history: example, violations: [violation] });
  });

  test('without choices, drain and violations', () => {
    const { choices: _, ...schedule } = example.schedule;
    const { drainedFrom: __, ...rest } = { ...example, schedule, ops: [], drained: false, mutant: 'dozy' };
    expect(readTrace(writeTrace(rest))).toStrictEqual({ history: rest, violations: [] });
  });

  test('may be written by hand: with white space, other line ends and keys in any order', () => {
    const loose = lines.slice(0, -1).map((line) => JSON.stringify(reversed(JSON.parse(line)), null, 1));
    const text = `${loose.join('\r\f').replaceAll('\n', '').replaceAll('\f', '\n')}\r\n`;
    expect(text).not.toBe(written);
    expect(writeTrace(readTrace(text).history, [violation])).toBe(written);
  });

  test('says whose receipt a step uses', () => {
    const { history } = readTrace(set(5, 'step.holder', 'worker'));
    expect(history.schedule.steps[3]).toHaveProperty('holder', 'worker');
    expect(readTrace(writeTrace(history)).history).toStrictEqual(history);
  });

  test('keeps members of calls and answers that nobody knows', () => {
    const text = set(7, 'op.reply.output.SequenceNumber', '1');
    expect(readTrace(text).history.ops[0]!.reply).toHaveProperty('output.SequenceNumber', '1');
  });

  test('of any history comes back the same, byte for byte', () => {
    fc.assert(
      fc.property(histories, fc.string(), (history, says) => {
        const violations: Violation[] = [{ property: 'any', says, ops: history.ops.map(({ id }) => id) }];
        const text = writeTrace(history, violations);
        const read = readTrace(text);
        expect(read).toStrictEqual({ history, violations });
        expect(writeTrace(read.history, read.violations)).toBe(text);
      }),
    );
  });

  test('with anything in any place is refused in one sentence, or good enough to be judged and shown', () => {
    fc.assert(
      fc.property(histories, fc.nat(), fc.nat(), junk, (history, line, place, value) => {
        const text = damaged(writeTrace(history), line, place, value);
        let read: ReturnType<typeof readTrace>;
        try {
          read = readTrace(text);
        } catch (error) {
          expect(error).toBeInstanceOf(TraceError);
          expect((error as Error).message).toMatch(/^line \d+: .{5,500}$/);
          return;
        }
        const again = writeTrace(read.history, read.violations);
        expect(readTrace(again)).toStrictEqual(read);
        expect(check(read.history, properties)).toHaveLength(properties.length);
        expect(lanes(read.history)).toEqual(expect.any(String));
      }),
      { numRuns: 1000 },
    );
  });
});

const reversed = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(reversed);
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reversed(member)]),
  );
};

const junk = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, true, -1, 0.5, 2 ** 53, '', 'x', '{', '{}', 'null', [], {}, [[]], [null]),
  fc.jsonValue({ maxDepth: 2 }),
);

/** The trace with something else in one place of one line. */
function damaged(text: string, line: number, place: number, value: unknown): string {
  const all = text.split('\n');
  const index = line % (all.length - 1);
  const whole = JSON.parse(all[index]!) as Members;
  const places = placesIn(whole);
  const [owner, key] = places[place % places.length]!;
  owner[key] = value;
  return all.with(index, JSON.stringify(whole)).join('\n');
}

function placesIn(value: unknown): [Members, string][] {
  if (typeof value !== 'object' || value === null) return [];
  const owner = value as Members;
  return Object.keys(owner).flatMap((key): [Members, string][] => [[owner, key], ...placesIn(owner[key])]);
}
