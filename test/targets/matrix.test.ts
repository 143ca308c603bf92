import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ruleText } from '../../bin/contract.js';
import { html } from '../../bin/matrix/html.js';
import { junit } from '../../bin/matrix/junit.js';
import { kindOf } from '../../bin/matrix/kind.js';
import { markdown } from '../../bin/matrix/markdown.js';
import type { Cell, Matrix } from '../../bin/matrix/matrix.js';
import { lineOf } from '../../bin/matrix/words.js';
import { write } from '../../bin/matrix/write.js';

const cell = (state: Cell['state'], more: Partial<Cell> = {}): Cell => ({
  state,
  judged: 0,
  open: 0,
  deviations: [],
  ...more,
});

/** What an emulator may put into a sentence. */
const hostile = '<script>alert("1|2")</script>\u0007';

const matrix: Matrix = {
  redrive: '0.1.0',
  seed: 'golden',
  level: 'strict',
  profile: 'standard',
  rows: [
    { property: 'no-loss', claim: 'Every message that was sent & kept is delivered.', source: ['sqs:I40', 'sqs:L1'] },
    { property: 'tags', claim: 'Tags are kept.', source: ['sqs:TG1'] },
    { property: 'group-order', claim: 'Groups are in order.', source: ['sqs:I16'] },
  ],
  columns: [
    {
      name: 'small-mq',
      project: 'https://example.org/small?a=1&b=2',
      version: '1.2.0',
      released: '2026-03-21',
      lacks: { tags: 'its manual says so' },
      runs: 20,
      calls: 500,
      unanswered: [{ why: 'HTTP 500: <b>', calls: 1 }],
      cells: {
        'no-loss': cell('broken', {
          judged: 84,
          deviations: [
            {
              says: `m1 was not delivered (sqs:L1), but send #0 got ${hostile}`,
              seen: 3,
              steps: 1,
              trace: 'traces/small-mq/no-loss.jsonl',
              replay: 'redrive replay out/traces/small-mq/no-loss.jsonl --targets list.json --only small-mq',
              repeated: 3,
              again: 2,
            },
          ],
        }),
        tags: cell('not applicable', { why: 'its manual says so' }),
        'group-order': cell('not reached'),
      },
    },
    {
      name: 'big-mq',
      version: '7',
      lacks: {},
      runs: 1,
      calls: 9,
      unanswered: [],
      cells: {
        'no-loss': cell('holds', { judged: 84, open: 2 }),
        tags: cell('undecided', { open: 3 }),
        'group-order': cell('holds', { judged: 1 }),
      },
    },
    {
      name: 'old-mq',
      version: '0.1',
      lacks: {},
      runs: 0,
      calls: 0,
      unanswered: [],
      unjudged: 'skipped: no java',
      cells: {},
    },
  ],
};

test('Markdown: a table, and for each implementation what it does otherwise', () => {
  expect(markdown(matrix)).toBe(`# Conformance matrix

Redrive 0.1.0, seed golden, level strict, standard queues.

- ✓ holds: obligations were judged, and none was broken
- ✗ broken: at least one deviation from the contract, which showed again when its schedule was run again
- ? undecided: times or unknown outcomes left every obligation open, or what looked broken did not show again
- · not reached: no schedule came to what the property is about
- – not applicable: the implementation says that it does not have what the property needs

## Properties

| property | [small-mq 1.2.0](#small-mq-120)<br>2026-03-21 | [big-mq 7](#big-mq-7) | [old-mq 0.1](#old-mq-01) |
| --- | --- | --- | --- |
| **no-loss** Every message that was sent & kept is delivered. <sub>sqs:I40 sqs:L1</sub> | ✗ broken, [1 deviation](traces/small-mq/no-loss.jsonl) | ✓ holds, 84 judged, 2 open | not judged |
| **tags** Tags are kept. <sub>sqs:TG1</sub> | – not applicable | ? undecided, 0 judged, 3 open | not judged |
| **group-order** Groups are in order. <sub>sqs:I16</sub> | · not reached | ✓ holds, 1 judged | not judged |

## Rules that somebody breaks

| rule | [small-mq 1.2.0](#small-mq-120)<br>2026-03-21 | [big-mq 7](#big-mq-7) | [old-mq 0.1](#old-mq-01) |
| --- | --- | --- | --- |
| **sqs:L1** ${ruleText('sqs:L1')} | [1](traces/small-mq/no-loss.jsonl) |  |  |

## small-mq 1.2.0

small-mq 1.2.0 (2026-03-21): 1 broken, 1 not reached, 1 not applicable; 1 deviation in 20 schedules.

From https://example.org/small?a=1&b=2.

- It does not have tags: its manual says so
- Not answered: 1 call, HTTP 500: \\<b\\>

### no-loss

- m1 was not delivered (sqs:L1), but send \\#0 got \\<script\\>alert("1\\|2")\\</script\\>·
  ([trace](traces/small-mq/no-loss.jsonl); seen in 3 schedules, 1 step, showed again in 2 of 3 runs)

      redrive replay out/traces/small-mq/no-loss.jsonl --targets list.json --only small-mq


## big-mq 7

big-mq 7: 2 hold, 1 undecided; 0 deviations in 1 schedule.

## old-mq 0.1

old-mq 0.1: skipped: no java.

## What the contract says

${['sqs:I40', 'sqs:L1', 'sqs:TG1', 'sqs:I16'].map((rule) => `- ${rule} ${ruleText(rule)}`).join('\n')}
`);
});

test('JUnit: a suite for each implementation, a case for each property', () => {
  expect(junit(matrix)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="redrive">
  <testsuite name="small-mq 1.2.0" tests="3" failures="1" errors="0" skipped="2">
    <testcase classname="small-mq 1.2.0" name="no-loss"><failure message="m1 was not delivered (sqs:L1), but send #0 got &lt;script&gt;alert(&quot;1|2&quot;)&lt;/script&gt;·">m1 was not delivered (sqs:L1), but send #0 got &lt;script&gt;alert(&quot;1|2&quot;)&lt;/script&gt;·&#10;(seen in 3 schedules, 1 step, showed again in 2 of 3 runs)&#10;redrive replay out/traces/small-mq/no-loss.jsonl --targets list.json --only small-mq</failure></testcase>
    <testcase classname="small-mq 1.2.0" name="tags"><skipped message="not applicable: its manual says so"/></testcase>
    <testcase classname="small-mq 1.2.0" name="group-order"><skipped message="not reached"/></testcase>
  </testsuite>
  <testsuite name="big-mq 7" tests="3" failures="0" errors="0" skipped="1">
    <testcase classname="big-mq 7" name="no-loss"/>
    <testcase classname="big-mq 7" name="tags"><skipped message="undecided"/></testcase>
    <testcase classname="big-mq 7" name="group-order"/>
  </testsuite>
  <testsuite name="old-mq 0.1" tests="3" failures="0" errors="0" skipped="3">
    <testcase classname="old-mq 0.1" name="no-loss"><skipped message="skipped: no java"/></testcase>
    <testcase classname="old-mq 0.1" name="tags"><skipped message="skipped: no java"/></testcase>
    <testcase classname="old-mq 0.1" name="group-order"><skipped message="skipped: no java"/></testcase>
  </testsuite>
</testsuites>
`);
});

describe('HTML', () => {
  const page = html(matrix);

  test('has the table with its heads, marks, words and counts', () => {
    expect(page).toContain(
      '<th scope="col"><a href="#small-mq">small-mq 1.2.0</a><br><small><time>2026-03-21</time></small></th>',
    );
    expect(page).toContain(
      '<tr><th scope="row"><strong>no-loss</strong><br>Every message that was sent &amp; kept is delivered.<br><small><a href="#sqs:I40">sqs:I40</a> <a href="#sqs:L1">sqs:L1</a></small></th>' +
        '<td class="broken">✗ broken<br><small><a href="#small-mq.no-loss">1 deviation</a> · ' +
        '<a href="traces/small-mq/no-loss.jsonl" title="redrive replay out/traces/small-mq/no-loss.jsonl --targets list.json --only small-mq">trace</a></small></td>' +
        '<td class="holds">✓ holds<br><small>84 judged, 2 open</small></td><td class="quiet">not judged</td></tr>',
    );
    expect(page).toContain('<td class="not-applicable" title="its manual says so">– not applicable</td>');
  });

  test('tells each deviation with its trace and the line that replays it', () => {
    expect(page).toContain(
      '<h3 id="small-mq.no-loss">no-loss</h3>\n<ul>\n<li>m1 was not delivered (sqs:L1), but send #0 got &lt;script&gt;alert(&quot;1|2&quot;)&lt;/script&gt;· ' +
        '<small>(<a href="#sqs:L1">sqs:L1</a>; <a href="traces/small-mq/no-loss.jsonl" title="redrive replay out/traces/small-mq/no-loss.jsonl --targets list.json --only small-mq">trace</a>; seen in 3 schedules, 1 step, showed again in 2 of 3 runs)</small>' +
        '<pre><code>redrive replay out/traces/small-mq/no-loss.jsonl --targets list.json --only small-mq</code></pre></li>',
    );
  });

  test('has a row for each rule that somebody breaks, with the words of the contract', () => {
    expect(page).toContain(
      `<tr><th scope="row"><a href="#sqs:L1">sqs:L1</a> ${ruleText('sqs:L1')}</th><td class="broken">✗ <a href="traces/small-mq/no-loss.jsonl"`,
    );
    expect(page).toContain(`<dt id="sqs:L1">sqs:L1</dt><dd>${ruleText('sqs:L1')}</dd>`);
  });

  test('needs nothing from anywhere, and closes what it opens', () => {
    expect(page).not.toMatch(/<(script|link|img|iframe)\b|@import|url\(|\bsrc=/);
    const open: string[] = [];
    for (const [, slash, name] of page.replace(/<style>[\s\S]*?<\/style>/, '').matchAll(/<(\/?)([a-z]\w*)\b[^>]*>/g)) {
      if (['meta', 'br'].includes(name!)) continue;
      if (slash === '') open.push(name!);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
  });

  test('links to places that are there', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const links = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(links));
  });
});

test('the report is three files, and JSON is the matrix itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'redrive-matrix-'));
  write(folder, matrix);
  write(folder, matrix);
  expect(readdirSync(folder).sort()).toEqual(['matrix.html', 'matrix.json', 'matrix.md']);
  expect(JSON.parse(readFileSync(join(folder, 'matrix.json'), 'utf8'))).toEqual(matrix);
  rmSync(folder, { recursive: true });
});

test('one line tells an implementation', () => {
  expect(matrix.columns.map(lineOf)).toEqual([
    'small-mq 1.2.0 (2026-03-21): 1 broken, 1 not reached, 1 not applicable; 1 deviation in 20 schedules',
    'big-mq 7: 2 hold, 1 undecided; 0 deviations in 1 schedule',
    'old-mq 0.1: skipped: no java',
  ]);
});

describe('sentences of one kind', () => {
  const kind = (says: string): string => kindOf({ property: 'p', says, ops: [] });

  test.each([
    ['receive #2 returned m1 at 29.6 s; 0.4 s are missing', 'receive #12 returned m3.2 at 1,031 s; 2 s are missing'],
    [
      'send #0 of "m9 <a>" answered MD5 d41d8cd98f00b204e9800998ecf8427e; it is absent',
      'send #4 of "m1" answered MD5 00000000000000000000000000000000; it is 1',
    ],
    [
      'receive #9 delivered m6 with MessageDeduplicationId d6; that of a dead letter is its MessageId 51ab4568-040a-4186-99f3-380b9b3e0295',
      'receive #1 delivered m8 with MessageDeduplicationId a b; that of a dead letter is its MessageId c8e011cc-34e7-45b7-bdef-39edc99c1b1a',
    ],
    [
      'receive #1 delivered m1.1 with attribute x, for which it had not asked',
      'receive #3 delivered m1 with attribute x y, for which it had not asked',
    ],
    [
      'send batch #0 of m1.1 to q1.fifo was answered nothing instead of a sequence number',
      'send batch #2 of m1.1 line\nbreak "quoted" to q2.fifo was answered nothing instead of a sequence number',
    ],
    ['the answer to send batch #0 lists entry 1 2 times', 'the answer to send batch #3 lists entry a 3 times'],
    ['q1 may hold m1, m2 and m3', 'q2.fifo may hold m4'],
    [
      'get attributes #1 showed QueueArn, but was not asked for it',
      'get attributes #1 showed Policy, but was not asked for it',
    ],
  ])('%s', (one, other) => {
    expect(kind(one)).toBe(kind(other));
  });

  test('refusals with wrong words are told apart by the words, not by the call', () => {
    const asked = 'but it is wrong: sqs:E1 asks for Right (400, Old.Right)';
    const legacy = kind(`send #0 was refused with Right (400, New.Right) at 1 s, ${asked}`);
    expect(kind(`receive #3 was refused with Right (400, Other) at 2 s, ${asked}`)).toBe(legacy);
    const code = kind(`send #0 was refused with Wrong (400, Old.Right) at 1 s, ${asked}`);
    expect(kind(`receive #3 was refused with Wrong (400) at 2 s, ${asked}`)).toBe(code);
    const status = kind(`send #0 was refused with Right (404) at 1 s, ${asked}`);
    expect(new Set([legacy, code, status]).size).toBe(3);
  });

  test.each([
    ['send #0 succeeded: sqs:E13 asks for X', 'send #0 succeeded: sqs:E17 asks for X'],
    ['send #0 was refused with A', 'send #0 was refused with B'],
    ['get attributes #1 showed DelaySeconds 1', 'get attributes #1 showed VisibilityTimeout 1'],
  ])('are not those of another: %s', (one, other) => {
    expect(kind(one)).not.toBe(kind(other));
  });
});
