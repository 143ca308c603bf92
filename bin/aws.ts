import type { Campaign } from '../src/campaign.js';
import { seedOf } from '../src/chance/seed.js';
import type { Schedule } from '../src/core/schedule.js';
import { runTag } from '../src/endpoints/names.js';
import { mostRequests } from '../src/endpoints/requests.js';
import { EndpointError, runPrefix } from '../src/endpoints/url.js';
import { type Bill, billOf, money, priceList, prices } from './bill.js';
import { type Given, isAws } from './options.js';
import { forAws } from './real.js';
import { number, plural, say } from './report.js';
import { WrongUse } from './wrong-use.js';

type Execute = Campaign['execute'];
type Place = Pick<Given, 'endpoint' | 'region' | 'yesThisCostsMoney'>;

/** The form of the regions of all partitions. */
const regions =
  /^(af|ap|ca|cn|eu|il|me|mx|sa|us)(-gov|-iso[a-z]?)?-(central|north|south|(north|south)?(east|west))-\d$/;

/** The region of AWS that is meant; undefined for any other endpoint. */
export function regionOf({ endpoint, region }: Place): string | undefined {
  if (!isAws(endpoint)) {
    if (region !== undefined) throw new WrongUse('--region goes with --endpoint aws');
    return undefined;
  }
  if (region === undefined) throw new WrongUse('--endpoint aws needs --region, such as --region eu-west-1');
  if (!regions.test(region)) throw new WrongUse(`--region takes a region of AWS such as eu-west-1, not '${region}'`);
  return region;
}

/** On AWS no campaign is without an end: what it costs is said beforehand. */
export const runsOn = (region: string | undefined, given: Given, byDefault: number): Given =>
  region === undefined ? given : { runs: String(byDefault), ...given };

/** What is going to run: one schedule, or those of a campaign, where failures are shrunk. */
type Plan = ({ schedule: Schedule } | { seed: string; runs?: number; schedule(seed: string): Schedule }) & {
  /** Requests that are made beside the schedules, and not by `execute`. */
  beside?: number;
};

/**
 * On AWS: says how many requests the plan takes and what they cost, and returns `execute` with that as its limit. Any
 * other endpoint costs nothing. @throws WrongUse, before any request, without --yes-this-costs-money
 */
export async function paidFor(given: Place, plan: Plan, execute: Execute): Promise<Execute> {
  const region = regionOf(given);
  if (region === undefined) return execute;
  const schedules = schedulesOf(plan).map(forAws);
  const shrinks = 'seed' in plan;
  const { beside = 0 } = plan;
  const bill = await billOf(schedules, beside);
  say(announcement(region, schedules.length, bill, shrinks));
  mustBePaid(given);
  say(afterCrash(region));
  return limited(execute, (bill.most.requests - beside) * (shrinks ? 2 : 1));
}

/** @throws WrongUse without --yes-this-costs-money */
export function mustBePaid({ yesThisCostsMoney }: Place): void {
  if (yesThisCostsMoney !== true) throw new WrongUse('nothing was sent: add --yes-this-costs-money to go on');
}

function schedulesOf(plan: Plan): Schedule[] {
  if (!('seed' in plan)) return [plan.schedule];
  const { seed, schedule, runs = 0 } = plan;
  return Array.from({ length: runs }, (_, k) => schedule(seedOf(seed, k)));
}

function announcement(region: string, count: number, { likely, most }: Bill, shrinks: boolean): string {
  const again = shrinks ? '; to shrink what fails, as many again at most' : '';
  const requests = `about ${number(likely.requests)} requests, at most ${number(most.requests)}${again}`;
  const dollars = most.dollars + (shrinks ? most.requests * prices.fifo : 0);
  return [
    `${plural(count, 'schedule')} on AWS in ${region}: ${requests}`,
    `cost: about ${money(likely.dollars)}, at most ${money(dollars)}`,
    priceList,
    ...elsewhere(),
  ].join('\n');
}

/** The AWS SDK sends requests elsewhere if the environment says so. */
export function elsewhere(): string[] {
  const name = ['AWS_ENDPOINT_URL_SQS', 'AWS_ENDPOINT_URL'].find((name) => process.env[name]);
  return name === undefined ? [] : [`${name} sends them to ${process.env[name]}`];
}

const afterCrash = (region: string): string =>
  `its queues begin with ${runPrefix()} and carry the tag ${runTag}; it deletes them at the end, and after a crash ` +
  `redrive clean --prefix ${runPrefix()} --endpoint aws --region ${region} --yes-this-costs-money does`;

/** Runs no schedule that might exceed what is left of the requests. */
function limited(execute: Execute, requests: number): Execute {
  let left = requests;
  return async (schedule, brief) => {
    const most = mostRequests(forAws(schedule));
    if (most > left) throw new EndpointError('the requests that were announced are used up');
    left -= most;
    return execute(schedule, brief);
  };
}
