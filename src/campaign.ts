import { createHash, hash } from 'node:crypto';
import { kindsOf } from './campaign/kinds.js';
import { runAgain, shrunk } from './campaign/shrinking.js';
import { addPart, noTally, tallyOf } from './campaign/tally.js';
import { type Campaign, type Job, NotDeterministic, type Outcome, type Part, type Sum } from './campaign/words.js';
import { seedOf } from './chance/seed.js';
import { violationsOf } from './check.js';
import type { History } from './core/history.js';
import { EndpointError, EndpointGone, RunLost } from './endpoints/address.js';
import { inOrder } from './run/in-order.js';
import { writeTrace } from './trace.js';

export { shrinkFailure, shrinkWhile } from './campaign/shrinking.js';
export * from './campaign/words.js';

/** Runs schedules, judges every one, shrinks what fails. Deterministic but for `isOver`. Errors of `execute` pass through. */
export async function runCampaign(given: Campaign): Promise<Outcome> {
  const { campaign, gone } = untilGone(given);
  const digest = createHash('sha256');
  const { failing, ...tally } = await sumOf(campaign, campaign.parts ?? partsOf(campaign), ({ digests }, sum) => {
    for (const one of digests) digest.update(one);
    campaign.progress?.(sum);
  });
  if (tally.runs === 0) throwIfAny(gone(), tally.lost);
  let failures = campaign.keepGoing === true ? [...failing.values()] : [...failing.values()].slice(0, 1);
  if (gone() === undefined) failures = await shrunk(campaign, failures);
  if (gone() === undefined) failures = await runAgain(campaign, failures);
  return { ...tally, digest: digest.digest('hex'), failures, ...(gone() !== undefined && { gone: gone()!.message }) };
}

/** A campaign of which nothing came. */
function throwIfAny(gone: Error | undefined, lost: ReadonlyMap<string, number>): void {
  if (gone !== undefined) throw gone;
  for (const why of lost.keys()) throw new EndpointError(why);
}

/** The campaign, which begins nothing more once its endpoint has gone; `gone` then says why. */
function untilGone(campaign: Campaign): { campaign: Campaign; gone(): Error | undefined } {
  let gone: Error | undefined;
  const execute: Campaign['execute'] = async (schedule, brief) => {
    try {
      return await campaign.execute(schedule, brief);
    } catch (error) {
      if (error instanceof EndpointGone) gone ??= error;
      throw error;
    }
  };
  const isOver = (): boolean => gone !== undefined || campaign.isOver?.() === true;
  const shrinkTime = (): (() => boolean) => {
    const isLate = campaign.shrinkTime?.();
    return () => gone !== undefined || isLate?.() === true;
  };
  return { campaign: { ...campaign, execute, isOver, shrinkTime }, gone: () => gone };
}

/** Runs and judges the schedules after the first `before`: parts of one schedule each. */
export async function* partsOf(campaign: Campaign, before = 0): AsyncGenerator<Part> {
  const { runs = Number.POSITIVE_INFINITY, parallel = 1, order } = campaign;
  const numberOf = (place: number): number => order?.[place] ?? before + place;
  let begun = 0;
  const executed = inOrder(parallel, () =>
    begun < runs && campaign.isOver?.() !== true
      ? unlessLost(campaign.execute(campaign.schedule(seedOf(campaign.seed, numberOf(begun++)))))
      : undefined,
  );
  let ended = 0;
  for await (const history of executed) {
    const number = numberOf(ended++) + 1;
    if (history instanceof RunLost) yield lostPart(history);
    else if (!(history instanceof EndpointGone)) yield await judged(campaign, history, number);
  }
}

async function unlessLost(execution: Promise<History>): Promise<History | RunLost | EndpointGone> {
  try {
    return await execution;
  } catch (error) {
    if (error instanceof RunLost || error instanceof EndpointGone) return error;
    throw error;
  }
}

const lostPart = ({ message }: RunLost): Part => ({
  ...noTally(),
  lost: new Map([[message, 1]]),
  digests: [],
  failing: new Map(),
});

/** All of a job, unless it fails in a campaign that stops at a failure. */
export async function partOf(campaign: Campaign, { before, runs }: Job): Promise<Part> {
  const digests: string[] = [];
  const parts = partsOf({ ...campaign, runs, isOver: () => false }, before);
  const sum = await sumOf(campaign, parts, (part) => digests.push(...part.digests));
  return { ...sum, digests };
}

/** The sum of parts, up to the first failure in a campaign that stops there. `take` sees each, and the sum so far. */
async function sumOf(
  { keepGoing = false }: Campaign,
  parts: AsyncIterable<Part>,
  take: (part: Part, sum: Sum) => void,
): Promise<Sum> {
  const sum: Sum = { ...noTally(), failing: new Map() };
  for await (const part of parts) {
    addPart(sum, part);
    take(part, sum);
    if (sum.failing.size > 0 && !keepGoing) break;
  }
  return sum;
}

async function judged(campaign: Campaign, history: History, number: number): Promise<Part> {
  const verdicts = campaign.judge(history);
  // members stand in the order in which the run wrote them: as fixed as the canonical one, and three times as fast
  const text = JSON.stringify(history);
  const digests = [hash('sha256', text)];
  const tally = tallyOf(history, verdicts, campaign.reached(history));
  if (await repeat(campaign, history, text, number)) tally.repeated++;
  const { seed } = history.schedule;
  const kinds = kindsOf(campaign, violationsOf(verdicts));
  const failing = [...kinds].map(
    ([kind, violation]) => [kind, { violation, history, seed, run: number, seen: 1 }] as const,
  );
  return { ...tally, digests, failing: new Map(failing) };
}

/** Whether the schedule was run again: it has to give the same trace, as it does where it gives the same JSON `text`. */
async function repeat(campaign: Campaign, history: History, text: string, number: number): Promise<boolean> {
  const every = campaign.repeatEvery ?? 20;
  if (every === 0 || number % every !== 1 % every) return false;
  const again = await campaign.execute(campaign.schedule(history.schedule.seed));
  if (JSON.stringify(again) !== text && writeTrace(again) !== writeTrace(history))
    throw new NotDeterministic(`seed ${history.schedule.seed} gave two different traces`);
  return true;
}
