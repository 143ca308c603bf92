import { describe, expect, test } from 'vitest';
import { type Campaign, type Failure, type Outcome, runCampaign } from '../src/campaign.js';
import type { History } from '../src/core/history.js';
import type { Schedule } from '../src/core/schedule.js';
import type { Verdict } from '../src/core/verdict.js';
import { EndpointError, EndpointGone, RunLost } from '../src/endpoints/address.js';
import { withoutDrain } from '../src/generate/core.js';
import { play, schedule } from './steps.js';

const sends = (seed: string, count: number): Schedule => ({
  ...schedule(Array.from({ length: count }, () => ({ call: 'SendMessage' as const }))),
  seed,
});
const execute = ({ seed, steps }: Schedule): Promise<History> =>
  play(steps.map(({ call }) => ({ call }))).then((history) => ({ ...history, schedule: sends(seed, steps.length) }));

/** Too many sends are against the law. */
const judge = ({ schedule: { steps } }: History): Verdict[] => {
  const property = 'few-sends';
  if (steps.length < 3) return [{ property, kind: 'holds', judged: 1, undecided: 0 }];
  const violations = [{ property, says: `${steps.length} sends`, ops: [0] }];
  return [{ property, kind: 'broken', judged: 1, undecided: 0, violations }];
};

const campaign = (more: Partial<Campaign> = {}): Campaign => ({
  seed: 's',
  runs: 1,
  parallel: 4,
  keepGoing: true,
  repeatEvery: 0,
  schedule: (seed) => sends(seed, 9),
  execute,
  judge,
  reached: () => [],
  ...more,
});
const only = ({ failures }: Outcome): Failure => failures[0]!;

describe('side by side', () => {
  /** Runs of which those before take longer. */
  const slowFirst = (most: { now: number; most: number }) => async (one: Schedule) => {
    most.most = Math.max(most.most, ++most.now);
    await new Promise((resolve) => setTimeout(resolve, one.seed === 's-0' ? 30 : 1));
    most.now--;
    return execute(one);
  };

  test('as many are under way as asked, and the histories come in the order of their seeds', async () => {
    const counts = { now: 0, most: 0 };
    const seeds: string[] = [];
    await runCampaign(
      campaign({
        runs: 10,
        schedule: (seed) => sends(seed, 1),
        execute: slowFirst(counts),
        judge: (history) => {
          seeds.push(history.schedule.seed);
          return judge(history);
        },
      }),
    );
    expect(counts.most).toBe(4);
    expect(seeds).toEqual(Array.from({ length: 10 }, (_, k) => `s-${k}`));
  });

  test('they begin in the order that is given, as far as it goes, and keep their numbers', async () => {
    const begun: string[] = [];
    const failing = (seed: string): Schedule => sends(seed, seed === 's-2' ? 3 : 1);
    const outcome = await runCampaign(
      campaign({
        runs: 4,
        order: [2, 0, 1],
        schedule: failing,
        execute: (one) => {
          begun.push(one.seed);
          return execute(one);
        },
      }),
    );
    expect(begun.slice(0, 4)).toEqual(['s-2', 's-0', 's-1', 's-3']);
    expect(only(outcome)).toMatchObject({ seed: 's-2', run: 3 });
  });

  test('one by one, none begins before its predecessor was judged', async () => {
    const events: string[] = [];
    await runCampaign(
      campaign({
        runs: 3,
        parallel: 1,
        schedule: (seed) => sends(seed, 1),
        execute: (one) => {
          events.push(`run ${one.seed}`);
          return execute(one);
        },
        judge: (history) => {
          events.push(`judge ${history.schedule.seed}`);
          return judge(history);
        },
      }),
    );
    expect(events).toEqual(['s-0', 's-1', 's-2'].flatMap((seed) => [`run ${seed}`, `judge ${seed}`]));
  });
});

describe('a shrunk failure', () => {
  test('is run again as often as asked, and says how often it showed; what cannot be run shows nothing', async () => {
    let runs = 0;
    const flaky = (one: Schedule): Promise<History> => {
      if (one.steps.length === 3) runs++;
      return one.steps.length === 3 && runs % 2 === 0
        ? Promise.reject(new EndpointError('nobody answers'))
        : execute(one);
    };
    const shrunk = only(await runCampaign(campaign({ schedule: (seed) => sends(seed, 3), execute: flaky, again: 4 })));
    expect(shrunk.again).toEqual({ shown: 2, runs: 4 });
    expect(only(await runCampaign(campaign()))).not.toHaveProperty('again');
  });

  test('is looked for among guesses first, and says what it is like', async () => {
    const tried: number[] = [];
    const counted = (one: Schedule): Promise<History> => {
      tried.push(one.steps.length);
      return execute(one);
    };
    const guesses = async () => ({ schedules: [sends('guess', 2), sends('guess', 4)], like: ['A-004'] });
    const shrunk = only(await runCampaign(campaign({ execute: counted, guesses })));
    expect(tried.slice(0, 5)).toEqual([9, 2, 2, 4, 4]);
    expect(shrunk.history.schedule.steps).toHaveLength(3);
    expect(shrunk.like).toEqual(['A-004']);
  });
});

describe('what is broken before the drain', () => {
  /** Says whether each run was brief. */
  const hurried =
    (briefs: (boolean | undefined)[]) =>
    async (one: Schedule, brief?: boolean): Promise<History> => {
      briefs.push(brief);
      const history = await execute(one);
      return brief === true ? withoutDrain(history) : history;
    };

  test('is shrunk without it, and kept as a record with it that showed the same', async () => {
    const briefs: (boolean | undefined)[] = [];
    const shrunk = only(await runCampaign(campaign({ execute: hurried(briefs), again: 2 })));
    expect(briefs[0]).toBeUndefined();
    expect(briefs.slice(1, -2)).toEqual(briefs.slice(1, -2).map(() => true));
    expect(briefs.slice(-2)).toEqual([undefined, undefined]);
    expect(shrunk.history).toMatchObject({ drained: true, drainedFrom: expect.any(Number) });
    expect(shrunk).toMatchObject({ again: { shown: 2, runs: 2 }, violation: { says: '3 sends' } });
  });

  test('otherwise every run is drained', async () => {
    const briefs: (boolean | undefined)[] = [];
    const atLast = (history: History): Verdict[] => (history.drained ? judge(history) : []);
    await runCampaign(campaign({ execute: hurried(briefs), judge: atLast, again: 1 }));
    expect(briefs.slice(1, -1)).toEqual(briefs.slice(1, -1).map(() => false));
  });
});

describe('a schedule that cannot be run', () => {
  const sometimes = async (one: Schedule): Promise<History> => {
    if (one.seed !== 's-1') return execute(one);
    throw new RunLost('the setup was refused');
  };

  test('is counted with its reason, and the others are judged', async () => {
    const outcome = await runCampaign(campaign({ runs: 3, execute: sometimes }));
    expect(outcome).toMatchObject({ runs: 2, lost: new Map([['the setup was refused', 1]]) });
    expect(only(outcome)).toMatchObject({ seed: 's-0', seen: 2 });
  });

  test('is an error where none can be run', async () => {
    const none = (): Promise<History> => Promise.reject(new RunLost('the setup was refused'));
    await expect(runCampaign(campaign({ runs: 3, execute: none }))).rejects.toThrow('the setup was refused');
  });
});

describe('when the endpoint has gone', () => {
  /** Runs of which only these are answered. */
  const answersOnly =
    (seeds: readonly string[], begun: string[] = []) =>
    async (one: Schedule): Promise<History> => {
      begun.push(one.seed);
      if (!seeds.includes(one.seed)) throw new EndpointGone(`it no longer answers: ${one.seed}`);
      return execute(one);
    };

  test('nothing more is begun, what was judged stands as it is, and the outcome says why', async () => {
    const begun: string[] = [];
    const outcome = await runCampaign(campaign({ runs: 50, execute: answersOnly(['s-0', 's-2'], begun), again: 2 }));
    expect(begun).toEqual(['s-0', 's-1', 's-2', 's-3']);
    expect(outcome).toMatchObject({ runs: 2, gone: 'it no longer answers: s-1' });
    expect(only(outcome)).toMatchObject({ seed: 's-0', run: 1, seen: 2, violation: { says: '9 sends' } });
    expect(only(outcome)).not.toHaveProperty('again');
  });

  test('while a failure is shrunk, shrinking ends there', async () => {
    let runs = 0;
    const short = async (one: Schedule): Promise<History> => {
      if (++runs > 5) throw new EndpointGone('it no longer answers');
      return execute(one);
    };
    const outcome = await runCampaign(campaign({ execute: short, again: 2 }));
    expect(outcome).toMatchObject({ runs: 1, gone: 'it no longer answers' });
    expect(only(outcome).history.schedule.steps.length).toBeLessThan(9);
    expect(only(outcome)).not.toHaveProperty('again');
    expect(runs).toBeLessThan(14);
  });

  test('before anything was judged, it is an error', async () => {
    await expect(runCampaign(campaign({ execute: answersOnly([]) }))).rejects.toThrow('it no longer answers: s-0');
  });
});
