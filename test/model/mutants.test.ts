import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mutant, mutants, mutatedRules } from '../../models/mutants/index.js';
import { contract } from '../../models/rules.js';
import { fifoRows } from './mutants/fifo.js';
import { queueRows } from './mutants/queues.js';
import { type Row, sent } from './mutants/row.js';
import { Stage } from './mutants/stage.js';
import { standardRows } from './mutants/standard.js';
import { taskRows } from './mutants/tasks.js';

const rows: Record<string, Row> = { ...standardRows, ...fifoRows, ...queueRows, ...taskRows };

describe('every mutant re-enacts its bug, and the contract does not', () => {
  it.each(mutants.map(({ id, title }) => [id, title]))('%s %s', (id) => {
    const { queues = { q: {} }, play, right, wrong } = rows[id]!;
    expect(wrong).not.toEqual(right);
    expect(play(new Stage(contract, queues))).toEqual(right);
    expect(play(new Stage(mutatedRules(mutant(id)!), queues))).toEqual(wrong);
  });
});

describe('mutants stay as narrow as the bug', () => {
  const planted = (id: string, queues = { q: {} }) => new Stage(mutatedRules(mutant(id)!), queues);

  it.each([
    ['later than the overlap', 30, 1.002, 0],
    ['after the old window', 1, 1.001, 0],
    ['longer than the old window', 30, 1.001, 40],
  ])('A-128 does not revive by a change %s', (_name, visibility, at, timeout) => {
    const s = planted('A-128');
    const handle = sent(s, visibility);
    s.delete(1, handle);
    expect(s.change(at, handle, timeout)).toBe('InvalidParameterValueException');
  });

  it('A-128 gives the revived message the shorter window', () => {
    const s = planted('A-128');
    const handle = sent(s, 30);
    s.delete(1, handle);
    s.change(1, handle, 4);
    expect([s.counters(1), s.receive(4), s.receive(5)]).toEqual(['0/1/0', 'nothing', 'm']);
  });

  it('A-077 hands over a message that comes before the last instant', () => {
    const s = planted('A-077');
    s.send(0, 'm', { DelaySeconds: 4 });
    expect(s.end(9, s.poll(0, { WaitTimeSeconds: 5 }))).toBe('m @4');
  });

  it('A-001 hides nothing more for a receive of several', () => {
    const s = planted('A-001');
    for (const body of ['a', 'b', 'c']) s.send(0, body);
    expect([s.receive(0, { MaxNumberOfMessages: 2 }), s.counters(0)]).toEqual(['a,b', '1/2/0']);
  });

  it('A-107 keeps windows and delays going in the next queue of the name', () => {
    const s = planted('A-107');
    sent(s, 70);
    s.send(0, 'late', { DelaySeconds: 80 });
    s.ask(1, 'DeleteQueue', { QueueUrl: 'q' });
    s.ask(62, 'CreateQueue', { QueueName: 'q' });
    expect([s.counters(62), s.receive(70), s.receive(80)]).toEqual(['0/1/1', 'm', 'late']);
  });
});

const bugReport = /^https:\/\/github\.com\//;
const promise = /^https:\/\/docs\.aws\.amazon\.com\/AWSSimpleQueueService\/latest\/\w+\/[\w-]+\.html$/;

describe('the list of mutants', () => {
  it('has one schedule for each', () => {
    expect(Object.keys(rows).sort()).toEqual(mutants.map(({ id }) => id));
  });

  it('is sorted by id, without repeats', () => {
    const ids = mutants.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(new Set(mutants.map(({ title }) => title)).size).toBe(ids.length);
  });

  it('finds by id', () => {
    expect(mutant('A-010')?.title).toBe('cap-from-send');
    expect(mutant('A-999')).toBeUndefined();
  });

  it('names rules that the contract and the table have', () => {
    const document = readFileSync('docs/contract/sqs.md', 'utf8');
    for (const { id, rule, rules, link } of mutants) {
      expect(document).toContain(`**${rule.slice('sqs:'.length)}**`);
      expect(Object.keys(contract)).toEqual(expect.arrayContaining(Object.keys(rules)));
      expect(link).toMatch(id.startsWith('A-') ? bugReport : promise);
    }
  });
});
