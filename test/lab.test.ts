import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type LabOptions, scenarioOf } from '../bin/lab/options.js';
import type { Deed, Row, Run, Terminal } from '../bin/lab/scenario.js';
import { simulate } from '../bin/lab/simulate.js';
import { lab, runLab, serviceFor } from '../bin/lab.js';
import type { Call, Calls, Reply } from '../src/core/calls.js';
import type { Service } from '../src/core/endpoint.js';

const producerSets = ['S', 'F', 'SF'] as const;
const consumerSets = ['-', 's', 'f', 'sf'] as const;
const combinations = producerSets.flatMap((producers) => consumerSets.map((consumers) => `${producers}/${consumers}`));

/** Runs `S/sf`: the combination in the words of sns:LL5. */
function run(combination: string, options: LabOptions = {}): Run {
  return runLab(scenarioOf({ ...terminals(combination), ...options }));
}

function terminals(combination: string): LabOptions {
  const [producers, consumers] = combination.split('/') as [string, string];
  return { producers: speedsOf(producers), consumers: speedsOf(consumers) };
}

const speedsOf = (letters: string): string =>
  [...letters.toLowerCase()]
    .filter((letter) => letter !== '-')
    .map((letter) => (letter === 's' ? 'slow' : 'fast'))
    .join();

/** The reference series (sns section 12.3): column by name, value by second. */
const reference = (() => {
  const text = readFileSync(new URL('lab-table.txt', import.meta.url), 'utf8');
  const [names, ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return new Map(names!.map((name, i) => [name, rows.map((row) => Number(row[i]))]));
})();

const visible = ({ rows }: Run): number[] => rows.map((row) => row.visible);
const notVisible = ({ rows }: Run): number[] => rows.map((row) => row.notVisible);
const delayed = ({ rows }: Run): number[] => rows.map((row) => row.delayed);
const seconds = (from: number, to: number, step = 1): number[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);

/** What a terminal did of one kind: `2 F0`, `10 S0`. */
function deeds({ rows }: Run, name: Terminal, what: Deed['what']): string[] {
  return rows.flatMap(({ t, did }) =>
    (did[name] ?? [])
      .filter((deed) => deed.what === what)
      .map(({ message, nth }) => [t, message, nth && `(${nth})`].filter((part) => part !== undefined).join(' ')),
  );
}

const instants = (result: Run, name: Terminal): number[] =>
  deeds(result, name, 'received').map((deed) => Number.parseInt(deed, 10));

const named = (times: number[], letter: 'S' | 'F', first = 0): string[] =>
  times.map((t, k) => `${t} ${letter}${first + k}`);

describe('the reference run', () => {
  test('the table has 12 combinations of 41 seconds', () => {
    expect(reference.get('t')).toEqual(seconds(0, 40));
    for (const combination of combinations) expect(reference.get(combination)).toHaveLength(41);
  });

  test.each(combinations)('%s shows the counters of section 12.3 (sns:LL10, sns:LL11)', (combination) => {
    const result = run(combination);
    expect(result.rows.map(({ t }) => t)).toEqual(seconds(0, 40));
    expect(visible(result)).toEqual(reference.get(combination));
    expect(delayed(result)).toEqual(reference.get(`D.${combination.split('/')[0]}`));
    expect(new Set(notVisible(result)), 'sns:LL12').toEqual(new Set([0]));
  });

  test.each(combinations)('%s: nothing comes from or goes to nowhere (sns:LL13)', (combination) => {
    for (const options of [{}, { processFirst: true }, { delete: false }, { messages: '7' }] as LabOptions[]) {
      const sent = new Set<string>();
      const deleted = new Set<string>();
      for (const row of run(combination, options).rows) {
        for (const { what, message } of Object.values(row.did).flat())
          if (what === 'sent' || what === 'deleted') (what === 'sent' ? sent : deleted).add(message!);
        expect(row.visible + row.notVisible + row.delayed).toBe(sent.size - deleted.size);
      }
    }
  });

  test('without producers all is 0 and each consumer crashes at 10 (sns:LL5)', () => {
    const result = run('-/sf', { seconds: '15' });
    expect([...visible(result), ...notVisible(result), ...delayed(result)].every((count) => count === 0)).toBe(true);
    expect(result.crashed).toEqual({ slow_consumer: 10, fast_consumer: 10 });
  });

  test.each([
    ['S/s', 'slow_consumer', named([10, 18, 26, 34], 'S')],
    ['S/f', 'fast_consumer', named(seconds(10, 40, 2), 'S')],
    ['F/s', 'slow_consumer', named([2, 10, 18, 26, 34], 'F')],
    ['F/f', 'fast_consumer', named(seconds(2, 40, 2), 'F')],
  ] as const)('receive instants of %s (sns:LL20)', (combination, name, expected) => {
    expect(deeds(run(combination), name, 'received')).toEqual(expected);
  });

  test('S/sf: the fast consumer loses the race for S0 and crashes at 10 (sns:LL21)', () => {
    const result = run('S/sf');
    expect(deeds(result, 'slow_consumer', 'received')).toEqual(named([10, 18, 26, 34], 'S'));
    expect(deeds(result, 'fast_consumer', 'received')).toEqual([]);
    expect(result.crashed).toEqual({ fast_consumer: 10 });
  });

  test('F/sf (sns:LL22)', () => {
    const result = run('F/sf');
    const slow = ['2 F0', '10 F5', '18 F10', '26 F15', '34 F20'];
    expect(deeds(result, 'slow_consumer', 'received')).toEqual(slow);
    const others = seconds(0, 23).filter((k) => k % 5 !== 0);
    expect(deeds(result, 'fast_consumer', 'received')).toEqual(seconds(3, 39, 2).map((t, k) => `${t} F${others[k]}`));
  });

  test.each([
    ['SF/s', 'slow_consumer', '2 F0, 10 S0, 18 S1, 26 F1, 34 S2'],
    [
      'SF/f',
      'fast_consumer',
      '2 F0, 4 F1, 6 F2, 8 F3, 10 S0, 12 S1, 14 S2, 16 S3, 18 S4, 20 F4, 22 S5, 24 F5, 26 S6, 28 F6, 30 S7, 32 F7, 34 S8, 36 F8, 38 S9, 40 F9',
    ],
    ['SF/sf', 'slow_consumer', '2 F0, 10 S0, 18 S5, 26 F7, 34 S10'],
    [
      'SF/sf',
      'fast_consumer',
      '3 F1, 5 F2, 7 F3, 9 F4, 11 S1, 13 S2, 15 S3, 17 S4, 19 F5, 21 S6, 23 F6, 25 S7, 27 S8, 29 F8, 31 S9, 33 F9, 35 F10, 37 S11, 39 F11',
    ],
  ] as const)('%s, %s (sns:LL23)', (combination, name, expected) => {
    expect(deeds(run(combination), name, 'received').join(', ')).toBe(expected);
  });

  test.each([
    ['S/-', 1],
    ['S/s', 0.875],
    ['F/s', 0.875],
    ['S/f', 0.5],
    ['F/f', 0.5],
    ['F/sf', 0.375],
    ['SF/s', 1.875],
    ['SF/f', 1.5],
    ['SF/sf', 1.375],
    ['SF/-', 2],
  ])('the backlog of %s grows by %d a second (sns:LL24)', (combination, growth) => {
    const { rows } = run(combination, { seconds: '480' });
    expect((rows[480]!.visible - rows[80]!.visible) / 400).toBe(growth);
  });

  test('so does that of S/sf where nobody crashes (sns:LL24)', () => {
    const { rows } = run('S/sf', { seconds: '480', consumersStart: '2' });
    expect((rows[480]!.visible - rows[80]!.visible) / 400).toBe(0.375);
  });

  test('the same scenario gives the same run', () => {
    expect(run('SF/sf')).toEqual(run('SF/sf'));
  });
});

describe('the calls of the programs', () => {
  const { calls, replies } = recorded('SF/sf');
  const inputsOf = <K extends Call['call']>(name: K): Calls[K]['input'][] =>
    calls.filter(({ call }) => call === name).map(({ input }) => input as Calls[K]['input']);

  test('create_queue (sns:LL1)', () => {
    const Attributes = { DelaySeconds: '5', MessageRetentionPeriod: '86400' };
    expect(inputsOf('CreateQueue')).toEqual([{ QueueName: 'mynewq', Attributes }]);
  });

  test.each([
    ['Slow', 10],
    ['Fast', 2],
  ])('the producer %s sends with a delay of %d s and two attributes (sns:LL2)', (Producer, DelaySeconds) => {
    const sends = inputsOf('SendMessage').filter((input) => input.DelaySeconds === DelaySeconds);
    expect(sends).toHaveLength(41);
    for (const { MessageBody, ...rest } of sends) {
      expect(JSON.parse(MessageBody)).toBeTypeOf('object');
      expect(rest).toEqual({
        QueueUrl: 'mynewq',
        DelaySeconds,
        MessageAttributes: {
          JobType: { DataType: 'String', StringValue: 'NewDonor' },
          Producer: { DataType: 'String', StringValue: Producer },
        },
      });
    }
  });

  test('the consumers receive with windows of 20 and 5 s (sns:LL3)', () => {
    const receives = inputsOf('ReceiveMessage');
    expect(new Set(receives.map(({ VisibilityTimeout }) => VisibilityTimeout))).toEqual(new Set([20, 5]));
    for (const { VisibilityTimeout: _, ...rest } of receives)
      expect(rest).toEqual({
        QueueUrl: 'mynewq',
        MessageAttributeNames: ['All'],
        MaxNumberOfMessages: 1,
        WaitTimeSeconds: 10,
      });
  });

  test('queue_status asks for the three counters (sns:LL4)', () => {
    const AttributeNames = ['', 'NotVisible', 'Delayed'].map((state) => `ApproximateNumberOfMessages${state}`);
    for (const input of inputsOf('GetQueueAttributes')) expect(input).toEqual({ QueueUrl: 'mynewq', AttributeNames });
  });

  test('attribute checksums of sends and receives (sqs:M21)', () => {
    const checksums = { Slow: '3d69062df9b93571f431c178b5c5ee60', Fast: 'bdad017e83820e3515cb77ef632bdc62' };
    const seen = { Slow: 0, Fast: 0 };
    for (const [producer, checksum] of marks(calls, replies)) {
      expect(checksum).toBe(checksums[producer]);
      seen[producer]++;
    }
    expect(seen).toEqual({ Slow: 41 + 12, Fast: 41 + 12 });
  });
});

describe('variants', () => {
  test('consumers that start at 2 do not crash (sns:LL30)', () => {
    const result = run('S/sf', { consumersStart: '2' });
    expect(instants(result, 'slow_consumer')).toEqual([10, 18, 26, 34]);
    expect(instants(result, 'fast_consumer')).toEqual(seconds(11, 39, 2));
    const rest = [1, 1, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 6, 6, 7, 7, 8, 8, 9, 9, 9, 9, 10, 10, 11, 11, 12];
    expect(visible(result)).toEqual([...Array(12).fill(0), ...rest]);
    expect(result.crashed).toEqual({});
  });

  test('a consumer one second ahead of its producer crashes at 9 (sns:LL31)', () => {
    const result = run('S/s', { consumersStart: 'slow=-1' });
    expect(result.crashed).toEqual({ slow_consumer: 9 });
    expect(result.rows.map(({ t }) => t)).toEqual(seconds(-1, 40));
    expect(visible(result).slice(1)).toEqual(reference.get('S/-'));
  });

  test('F/f to the end of its data (sns:LL32)', () => {
    const result = run('F/f', { messages: '10', seconds: '40' });
    const begin = [0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 4, 4, 3, 3, 2, 2, 1, 1, 0];
    expect(visible(result)).toEqual([...begin, ...Array(20).fill(0)]);
    expect(instants(result, 'fast_consumer').at(-1)).toBe(20);
    expect(result.crashed).toEqual({ fast_consumer: 32 });
    expect(deeds(result, 'fast_producer', 'ended')).toEqual(['10']);
  });

  test('S/s to the end of its data (sns:LL32)', () => {
    const result = run('S/s', { messages: '10', seconds: '110' });
    expect(instants(result, 'slow_consumer')).toEqual(seconds(10, 82, 8));
    expect(secondsWith(result, ({ visible }) => visible === 8)).toEqual(seconds(19, 25));
    expect(Math.max(...visible(result))).toBe(8);
    expect(secondsWith(result, ({ t, visible }) => t >= 20 && visible === 0)).toEqual(seconds(82, 110));
    expect(result.crashed).toEqual({ slow_consumer: 100 });
  });

  test('SF/sf to the end of its data (sns:LL32)', () => {
    const result = run('SF/sf', { messages: '10', seconds: '60' });
    expect(secondsWith(result, ({ visible }) => visible === 8)).toEqual(seconds(16, 20));
    expect(Math.max(...visible(result))).toBe(8);
    expect(secondsWith(result, ({ t, visible }) => t >= 20 && visible === 0)).toEqual(seconds(33, 60));
    expect(result.crashed).toEqual({ slow_consumer: 44, fast_consumer: 45 });
  });

  test.each([
    ['S/s', { slow_consumer: 10 }],
    ['S/sf', { slow_consumer: 10, fast_consumer: 10 }],
  ])('%s where the end of the poll wins the tie (sns:LL33)', (combination, crashed) => {
    const result = run(combination, { ties: 'poll' });
    expect(result.crashed).toEqual(crashed);
    expect(visible(result)).toEqual(reference.get('S/-'));
  });

  test.each(combinations)(
    '%s, processing first: the same receives, and busy consumers show (sns:LL34)',
    (combination) => {
      const asWritten = run(combination);
      const fixed = run(combination, { processFirst: true });
      expect(visible(fixed)).toEqual(visible(asWritten));
      expect(fixed.crashed).toEqual(asWritten.crashed);
      expect(fixed.repeated).toEqual([]);
      for (const name of ['slow_consumer', 'fast_consumer'] as const)
        expect(deeds(fixed, name, 'received')).toEqual(deeds(asWritten, name, 'received'));
      expect(notVisible(fixed)).toEqual(fixed.rows.map(({ t }) => busy(asWritten, t)));
    },
  );

  test('F/sf, processing first (sns:LL34)', () => {
    expect(notVisible(run('F/sf', { processFirst: true }))).toEqual([0, 0, 1, ...Array(38).fill(2)]);
  });

  test('a consumer killed after its delete loses the message (sns:LL35)', () => {
    const result = run('F/f', { kill: 'fast@5', seconds: '12' });
    expect(deeds(result, 'fast_consumer', 'deleted')).toEqual(['2 F0', '4 F1']);
    expect(deeds(result, 'fast_consumer', 'killed')).toEqual(['5 F1']);
    expect(result.lost).toEqual(['F1']);
    expect(notVisible(result)).toEqual(Array(13).fill(0));
  });

  test('one killed before its delete does not (sns:LL35)', () => {
    const scenario = scenarioOf({ ...terminals('F/f'), kill: 'fast@5', processFirst: true, seconds: '9' });
    const service = serviceFor(scenario);
    const result = simulate(scenario, service);
    expect(result.lost).toEqual([]);
    expect(notVisible(result)).toEqual([0, 0, 1, 1, 1, 1, 1, 1, 1, 0]);
    const input = { QueueUrl: 'mynewq', MessageSystemAttributeNames: ['ApproximateReceiveCount'] };
    const reply = service.call(9000, { call: 'ReceiveMessage', input }, () => 0) as Reply;
    expect(reply).toMatchObject({
      output: { Messages: [{ Body: '{"donor":"F1"}', Attributes: { ApproximateReceiveCount: '2' } }] },
    });
  });

  test('another consumer then gets it a second time (sns:LL35)', () => {
    const result = run('F/sf', { kill: 'fast@4', processFirst: true });
    expect(deeds(result, 'fast_consumer', 'received')).toEqual(['3 F1']);
    expect(deeds(result, 'slow_consumer', 'received').slice(0, 3)).toEqual(['2 F0', '10 F1 (2)', '18 F2']);
    expect(result.repeated).toEqual(['F1']);
  });

  test('the open poll of a killed consumer takes a message that nobody sees (sqs:P10)', () => {
    const result = run('S/f', { kill: 'fast@5', seconds: '16' });
    expect(deeds(result, 'fast_consumer', 'swallowed')).toEqual(['10 S0']);
    expect(secondsWith(result, (row) => row.notVisible === 1)).toEqual(seconds(10, 14));
    expect(result.rows[15]!.visible).toBe(6);
    expect(result.lost).toEqual([]);
  });

  test('a window shorter than the work doubles every message of the slow consumer (sns:LL36)', () => {
    const result = run('F/sf', { processFirst: true, visibility: 'slow=5' });
    const slow = ['2 F0', '10 F4', '18 F8', '26 F12', '34 F16'];
    expect(deeds(result, 'slow_consumer', 'received')).toEqual(slow);
    const again = deeds(result, 'fast_consumer', 'received').filter((deed) => deed.endsWith('(2)'));
    expect(again).toEqual(['7 F0 (2)', '15 F4 (2)', '23 F8 (2)', '31 F12 (2)', '39 F16 (2)']);
    expect(deeds(result, 'fast_consumer', 'deleted')).toContain('9 F0');
    expect(deeds(result, 'slow_consumer', 'deleted')[0], 'sqs:RH3').toBe('10 F0 (2)');
    expect(result.repeated).toEqual(['F0', 'F4', 'F8', 'F12', 'F16']);
  });

  test('F without delete, one receive a second: a plateau at 20, never a fall (sns:LL37)', () => {
    const result = run('F/f', { delete: false, work: 'fast=1', visibility: 'fast=20', seconds: '60' });
    expect(notVisible(result)).toEqual(seconds(0, 60).map((t) => Math.min(Math.max(t - 1, 0), 20)));
    expect(visible(result)).toEqual(seconds(0, 60).map((t) => Math.max(t - 21, 0)));
    expect(deeds(result, 'fast_consumer', 'received').slice(20, 23)).toEqual(['22 F0 (2)', '23 F1 (2)', '24 F2 (2)']);
    expect(result.repeated).toHaveLength(20);
  });

  test('S without delete, one receive a second (sns:LL37)', () => {
    const result = run('S/s', { delete: false, work: 'slow=1', seconds: '60' });
    expect(notVisible(result)).toEqual(seconds(0, 60).map((t) => Math.min(Math.max(t - 9, 0), 20)));
    expect(visible(result)).toEqual(seconds(0, 60).map((t) => Math.max(t - 29, 0)));
  });

  test('without delete at the pace of the lecture (sns:LL38)', () => {
    const slow = notVisible(run('F/s', { delete: false }));
    const changes = slow.flatMap((count, t) => (count === (slow[t - 1] ?? 0) ? [] : [`${t}:${count}`]));
    expect(changes.join(' ')).toBe('2:1 10:2 18:3 22:2 26:3 30:2 34:3 38:2');
    const fast = run('F/f', { delete: false });
    expect(notVisible(fast).slice(6)).toEqual(seconds(6, 40).map((t) => (t % 2 === 0 ? 3 : 2)));
    const messages = deeds(fast, 'fast_consumer', 'received').map((deed) => deed.split(' ')[1]);
    expect(new Set(messages)).toEqual(new Set(['F0', 'F1', 'F2']));
  });

  test('a dead-letter queue ends that loop (sns:LL39)', () => {
    const result = run('F/f', { delete: false, maxReceives: '3' });
    const received = deeds(result, 'fast_consumer', 'received');
    expect(received.filter((deed) => deed.includes(' F0'))).toEqual(['2 F0', '8 F0 (2)', '14 F0 (3)']);
    expect(received.find((deed) => deed.includes(' F3'))).toBe('20 F3');
    expect(result.rows.slice(19, 25).map(({ dead }) => dead)).toEqual([0, 1, 1, 2, 2, 3]);
  });

  test('producers without a delay of their own get that of the queue (sns:LL40)', () => {
    for (const combination of ['S/s', 'F/s', 'S/f', 'F/f']) {
      const result = run(combination, { ownDelay: false });
      expect(delayed(result)).toEqual(seconds(0, 40).map((t) => Math.min(t + 1, 5)));
      expect(result.rows.find(({ did }) => JSON.stringify(did).includes('received'))?.t).toBe(5);
    }
  });

  test('a program stops after 10,000 receives (sns:LL3)', () => {
    const result = run('F/f', { seconds: '20010' });
    expect(deeds(result, 'fast_consumer', 'ended')).toEqual(['20002']);
    expect(result.deleted).toBe(10_000);
  });
});

describe('the command', () => {
  afterEach(() => vi.restoreAllMocks());

  async function said(options: LabOptions): Promise<{ code: number; out: string; err: string }> {
    const said = { out: '', err: '' };
    for (const stream of ['out', 'err'] as const)
      vi.spyOn(process[`std${stream}`], 'write').mockImplementation((text) => {
        said[stream] += text;
        return true;
      });
    return { code: await lab(options), ...said };
  }

  test('shows every second, the three lines and what came of it, in 100 columns', async () => {
    for (const seconds of ['1', '40', '5000']) {
      const { code, out } = await said({ producers: 'slow,fast', consumers: 'slow,fast', seconds, processFirst: true });
      expect(code).toBe(0);
      const lines = out.split('\n');
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
      expect(lines.filter((line) => /^ *\d+ +\d+ +\d+ +\d+ +S/.test(line))).toHaveLength(Number(seconds) + 1);
      for (const title of ['delayed', 'not visible', 'visible'])
        expect(lines.some((line) => line.includes('┤') && line.includes(title))).toBe(true);
      expect(out).toContain(`Sent ${2 * (Number(seconds) + 1)}, deleted`);
      vi.restoreAllMocks();
    }
  });

  test('tells of crashes, losses and repeats', async () => {
    const { out } = await said({ producers: 'slow', consumers: 'slow,fast' });
    expect(out).toContain("received S0, deleted  KeyError: 'Messages'");
    expect(out).toContain('fast_consumer crashed at 10 s on an empty answer.');
    expect((await said({ ...terminals('F/f'), kill: 'fast@5' })).out).toContain('never finished: F1.');
    expect((await said({ ...terminals('F/f'), delete: false })).out).toContain('Received more than once: F0, F1, F2.');
  });

  test('gives the run as one JSON object', async () => {
    const { out } = await said({ ...terminals('S/sf'), seconds: '12', json: true });
    const result = JSON.parse(out.trimEnd().split('\n').at(-1)!) as Run;
    expect(result).toEqual(run('S/sf', { seconds: '12' }));
    expect(result.rows[10]).toEqual({
      t: 10,
      visible: 0,
      notVisible: 0,
      delayed: 10,
      did: {
        slow_producer: [{ what: 'sent', message: 'S10' }],
        slow_consumer: [
          { what: 'received', message: 'S0' },
          { what: 'deleted', message: 'S0' },
        ],
        fast_consumer: [{ what: 'crashed' }],
      },
    });
  });

  test.each<[LabOptions, string]>([
    [{ producers: 'slow,quick' }, '--producers'],
    [{ consumers: 'x' }, '--consumers'],
    [{ seconds: '0' }, '--seconds'],
    [{ seconds: '1.5' }, '--seconds'],
    [{ seconds: '100001' }, '--seconds'],
    [{ messages: 'many' }, '--messages'],
    [{ kill: 'slow' }, '--kill'],
    [{ consumers: 'fast', kill: 'slow@5' }, '--kill'],
    [{ visibility: 'slow=43201' }, '--visibility'],
    [{ consumersStart: 'soon' }, '--consumers-start'],
    [{ work: 'fast=0' }, '--work'],
    [{ ties: 'both' }, '--ties'],
    [{ maxReceives: '1001' }, '--max-receives'],
    [{ processFirst: true, delete: false }, '--no-delete'],
  ])('refuses %j in one sentence', async (options, option) => {
    const { code, out, err } = await said(options);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^redrive: [^\n]+\.\n$/);
    expect(err).toContain(option);
  });

  test('none and the empty list mean no terminal', () => {
    const scenario = scenarioOf({ producers: 'none', consumers: '' });
    expect(scenario).toMatchObject({ producers: [], consumers: [], seconds: 40 });
  });
});

/** Every call of a run and its reply in the end, a long poll's too. */
function recorded(combination: string): { calls: Call[]; replies: Reply[] } {
  const scenario = scenarioOf(terminals(combination));
  const service = serviceFor(scenario);
  const calls: Call[] = [];
  const replies: Reply[] = [];
  const polls = new Map<number, number>();
  const recorder: Service = {
    call(at, call, choose) {
      const reply = service.call(at, call, choose);
      if (reply.kind === 'waiting') polls.set(reply.ticket, calls.length);
      else replies[calls.length] = reply;
      calls.push(call);
      return reply;
    },
    due: () => service.due(),
    settle(at) {
      const answers = service.settle(at);
      for (const { ticket, reply } of answers) replies[polls.get(ticket)!] = reply;
      return answers;
    },
  };
  simulate(scenario, recorder);
  return { calls, replies };
}

/** The checksum of attributes in every answer that has one, with the producer they name. */
function marks(calls: Call[], replies: Reply[]): ['Slow' | 'Fast', string | undefined][] {
  return calls.flatMap(({ call, input }, i): ['Slow' | 'Fast', string | undefined][] => {
    const reply = replies[i];
    if (reply?.kind !== 'ok') return [];
    if (call === 'SendMessage')
      return [[producerIn(input), (reply.output as Calls['SendMessage']['output']).MD5OfMessageAttributes]];
    if (call !== 'ReceiveMessage') return [];
    const { Messages } = reply.output as Calls['ReceiveMessage']['output'];
    return (Messages ?? []).map((message) => [producerIn(message), message.MD5OfMessageAttributes]);
  });
}

const producerIn = ({ MessageAttributes }: Pick<Calls['SendMessage']['input'], 'MessageAttributes'>) =>
  MessageAttributes!.Producer!.StringValue as 'Slow' | 'Fast';

const secondsWith = ({ rows }: Run, holds: (row: Row) => boolean): number[] => rows.filter(holds).map(({ t }) => t);

/** How many consumers work on a message at `t`, by their receives in a run. */
function busy(result: Run, t: number): number {
  const works = { slow_consumer: 8, fast_consumer: 2 } as const;
  return Object.entries(works).reduce(
    (sum, [name, work]) => sum + instants(result, name as Terminal).filter((at) => at <= t && t < at + work).length,
    0,
  );
}
