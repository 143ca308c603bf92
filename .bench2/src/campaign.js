import { createHash } from 'node:crypto';
import { seedOf } from './chance/seed.js';
import { violationsOf } from './check.js';
import { shrink } from './generate/shrink.js';
import { writeTrace } from './trace.js';
/** The same schedule gave two different traces: something outside the seed decides. */
export class NotDeterministic extends Error {
    name = 'NotDeterministic';
}
/** Runs schedules, judges every one, shrinks what fails. Deterministic but for `isOver`. */
export async function runCampaign(campaign) {
    const digest = createHash('sha256');
    const tally = {
        runs: 0,
        steps: 0,
        calls: 0,
        simulated: 0,
        repeated: 0,
        properties: new Map(),
        reached: new Map(),
    };
    const failing = new Map();
    for await (const history of executed(campaign)) {
        const verdicts = campaign.judge(history);
        digest.update(writeTrace(history));
        count(tally, history, verdicts, campaign.reached(history));
        await repeat(campaign, tally, history);
        keepSmallest(failing, violationsOf(verdicts), history, tally.runs);
        campaign.progress?.(tally);
        if (failing.size > 0 && campaign.keepGoing !== true)
            break;
    }
    return { ...tally, digest: digest.digest('hex'), failures: await shrunk(campaign, [...failing.values()]) };
}
/** Keeps, for each property, the failing history with the fewest steps. */
function keepSmallest(failing, violations, history, run) {
    for (const violation of violations) {
        const known = failing.get(violation.property)?.history.schedule.steps.length ?? Number.POSITIVE_INFINITY;
        if (history.schedule.steps.length < known)
            failing.set(violation.property, { violation, history, seed: history.schedule.seed, run });
    }
}
/** One shrunk failure of each property side by side; of the first property only, in a campaign that stopped at a failure. */
function shrunk(campaign, failures) {
    const wanted = campaign.keepGoing === true ? failures : failures.slice(0, 1);
    const shrinking = { parallel: Math.ceil((campaign.parallel ?? 1) / Math.max(wanted.length, 1)) };
    if (wanted.length > 0 && campaign.shrinkTime !== undefined)
        shrinking.isOver = campaign.shrinkTime();
    return Promise.all(wanted.map((failure) => minimal(campaign, failure, shrinking)));
}
/** Histories in the order of their seeds, up to `parallel` of them under way. */
async function* executed(campaign) {
    const { runs = Number.POSITIVE_INFINITY, parallel = 1 } = campaign;
    const underWay = [];
    let next = 0;
    const isMore = () => next < runs && campaign.isOver?.() !== true;
    for (;;) {
        while (underWay.length < parallel && isMore()) {
            const history = campaign.execute(campaign.schedule(seedOf(campaign.seed, next++)));
            // a failure is met when its turn comes
            history.catch(() => { });
            underWay.push(history);
        }
        const first = underWay.shift();
        if (first === undefined)
            return;
        yield await first;
    }
}
function count(tally, history, verdicts, reached) {
    tally.runs++;
    tally.steps += history.schedule.steps.length;
    tally.calls += history.ops.length;
    tally.simulated += history.ops.at(-1)?.returned ?? 0;
    for (const name of reached)
        tally.reached.set(name, (tally.reached.get(name) ?? 0) + 1);
    for (const verdict of verdicts) {
        let own = tally.properties.get(verdict.property);
        if (own === undefined) {
            own = { holds: 0, broken: 0, undecided: 0, judged: 0, open: 0 };
            tally.properties.set(verdict.property, own);
        }
        own[verdict.kind]++;
        own.judged += verdict.judged;
        own.open += verdict.undecided;
    }
}
async function repeat(campaign, tally, history) {
    const every = campaign.repeatEvery ?? 20;
    if (every === 0 || tally.runs % every !== 1 % every)
        return;
    const again = await campaign.execute(campaign.schedule(history.schedule.seed));
    tally.repeated++;
    if (writeTrace(again) !== writeTrace(history))
        throw new NotDeterministic(`seed ${history.schedule.seed} gave two different traces`);
}
/** Shrinks a failing history while the same property stays broken. */
async function minimal(campaign, failure, shrinking) {
    // a campaign that stopped here may end at a smaller breach of another property: it is the same bug
    const property = campaign.keepGoing === true ? failure.violation.property : undefined;
    const history = await shrinkFailure(campaign, property, failure.history, shrinking);
    const found = violationsOf(campaign.judge(history));
    const same = found.find((other) => other.property === failure.violation.property);
    return { ...failure, history, violation: same ?? found[0] ?? failure.violation };
}
/** The smallest history found in which the property, or any without one named, is still broken; it was just executed. */
export const shrinkFailure = ({ execute, judge }, property, history, shrinking = {}) => shrink(history, async (schedule) => {
    const again = await attempt(execute, schedule);
    return again !== undefined && isBroken(judge(again), property) ? again : undefined;
}, shrinking);
const isBroken = (verdicts, property) => verdicts.some((verdict) => verdict.kind === 'broken' && (property === undefined || verdict.property === property));
/** Names of the errors that say that an endpoint does not take a setup. */
const refusesSetup = new Set(['SetupError', 'EndpointError']);
/** A candidate whose setup the service refuses is no candidate. */
async function attempt(execute, schedule) {
    try {
        return await execute(schedule);
    }
    catch (error) {
        if (error instanceof Error && refusesSetup.has(error.name))
            return undefined;
        throw error;
    }
}
