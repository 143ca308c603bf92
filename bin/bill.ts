import { contract } from '../models/rules.js';
import { Sqs } from '../models/sqs/service.js';
import { isFifo } from '../src/core/calls.js';
import type { Schedule } from '../src/core/schedule.js';
import { modelEndpoint, modelEpoch } from '../src/endpoints/model.js';
import { likelyRequests, mostRequests } from '../src/endpoints/requests.js';
import { needs } from '../src/generate/abilities.js';
import { run, wallOptions } from '../src/run/run.js';

/** Requests as AWS counts them, and dollars. */
interface Cost {
  requests: number;
  dollars: number;
}
export interface Bill {
  likely: Cost;
  most: Cost;
}

/** What the schedules take, as they ran on the model, and what they take at most; with so many other requests. */
export async function billOf(schedules: readonly Schedule[], beside: number): Promise<Bill> {
  const other = { requests: beside, dollars: beside * prices.standard };
  const bill: Bill = { likely: { ...other }, most: { ...other } };
  for (const schedule of schedules) {
    const price = isDear(schedule) ? prices.fifo : prices.standard;
    add(bill.most, mostRequests(schedule), price);
    const { ops } = await run(schedule, modelEndpoint(new Sqs(contract, modelEpoch)), wallOptions);
    add(bill.likely, likelyRequests(schedule, ops.length), price);
  }
  return bill;
}

function add(cost: Cost, requests: number, price: number): void {
  cost.requests += requests;
  cost.dollars += requests * price;
}

/** Dollars for a request in us-east-1, as published in 2026: message groups on standard queues cost 0.10 more a million. */
export const prices = { standard: 0.4e-6, fifo: 0.5e-6 };

const isDear = ({ setup, steps }: Schedule): boolean =>
  setup.queues.some(({ name }) => isFifo(name)) || steps.some((step) => needs(step, ['fifo', 'fair-queues']));

export const priceList =
  'assumed: $0.40 for a million requests, $0.50 with FIFO queues or message groups (us-east-1; other regions may differ), none of ' +
  'them free; every call is one, an empty receive and a long poll too, and every further 64 KiB of messages another';

/** Never less than it is. */
export const money = (dollars: number): string => `$${(Math.ceil(dollars * 10_000) / 10_000).toFixed(4)}`;
