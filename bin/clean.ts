import { clean as cleanQueues } from '../src/endpoints/clean.js';
import { connect } from '../src/endpoints/url.js';
import { tame } from '../src/show/words.js';
import { elsewhere, mustBePaid, regionOf } from './aws.js';
import { money, priceList, prices } from './bill.js';
import { urlOf } from './options.js';
import { plural, say, sayJson } from './report.js';
import { WrongUse } from './wrong-use.js';

export interface CleanOptions {
  prefix: string;
  endpoint: string;
  region?: string;
  yesThisCostsMoney?: boolean;
  json?: boolean;
}

/** `redrive clean`: deletes the queues that a run left behind. Returns the exit code, 2 if one of them would not go. */
export async function clean(given: CleanOptions): Promise<number> {
  const { prefix, endpoint, json = false } = given;
  if (!/^[\w-]{1,80}$/.test(prefix))
    throw new WrongUse(`--prefix takes 1 to 80 letters, digits, - and _, not '${prefix}'`);
  const url = urlOf(endpoint);
  if (url === undefined) throw new WrongUse(`clean needs the URL of an SQS endpoint, or aws, not ${endpoint}`);
  const region = regionOf(given);
  if (region !== undefined) pay(given, region);
  const cleaned = await cleanQueues(
    await connect(region === undefined ? { url } : { region }),
    prefix,
    region !== undefined,
  );
  if (json) sayJson(cleaned);
  else say(told(cleaned, prefix));
  return cleaned.failed.length > 0 ? 2 : 0;
}

function pay(given: CleanOptions, region: string): void {
  const thousand = money(2001 * prices.standard);
  say(
    `cleaning AWS in ${region}: 1 request for every 1,000 queues that begin with ${given.prefix}, and 2 for each of them`,
  );
  say(`cost: ${thousand} for 1,000 queues\n${priceList}`);
  for (const line of elsewhere()) say(line);
  mustBePaid(given);
}

/** More than a queue's name, or a reason of ours. */
const longest = 300;

function told({ deleted, left, failed }: Awaited<ReturnType<typeof cleanQueues>>, prefix: string): string {
  const lines = [`deleted ${plural(deleted.length, 'queue')} that began with ${prefix}`];
  for (const { name, why } of left) lines.push(`left ${tame(name, longest)} alone: ${tame(why, longest)}`);
  for (const { name, why } of failed) lines.push(`could not delete ${tame(name, longest)}: ${tame(why, longest)}`);
  return lines.join('\n');
}
