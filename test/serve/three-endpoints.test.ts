import { expect, test } from 'vitest';
import { contract } from '../../models/rules.js';
import { Sqs } from '../../models/sqs/service.js';
import { callNames, isFifo } from '../../src/core/calls.js';
import type { Endpoint, Service } from '../../src/core/endpoint.js';
import type { Schedule } from '../../src/core/schedule.js';
import { handlerEndpoint } from '../../src/endpoints/handler.js';
import { httpEndpoint } from '../../src/endpoints/http.js';
import { modelEndpoint, modelEpoch } from '../../src/endpoints/model.js';
import { allFaults, allLiberties, scheduleOf } from '../../src/generate/schedule.js';
import { run } from '../../src/run/run.js';
import { writeTrace } from '../../src/trace.js';

const schedules = 150;

/** The trace of the schedule on such an endpoint, without its name, and how many ops waited. */
async function traceOf(schedule: Schedule, make: (service: Service) => Endpoint): Promise<[string, number]> {
  const history = await run(schedule, make(new Sqs(contract, modelEpoch)));
  const waited = history.ops.filter(({ invoked, returned }) => returned > invoked).length;
  return [writeTrace({ ...history, endpoint: { ...history.endpoint, name: 'any' } }), waited];
}

test(`${schedules} schedules give the same history on the model, through the SDK, and over HTTP`, async () => {
  let waited = 0;
  const met = new Set<string>();
  for (let i = 0; i < schedules; i++) {
    const schedule = scheduleOf(`three-${i}`);
    for (const freedom of freedomsOf(schedule)) met.add(freedom);
    const [trace, polls] = await traceOf(schedule, modelEndpoint);
    waited += polls;
    for (const make of [handlerEndpoint, httpEndpoint]) {
      const [other] = await traceOf(schedule, make);
      // a difference of two whole traces would not be readable
      if (other !== trace) expect(firstDifference(trace, other)).toBeUndefined();
    }
  }
  expect(waited).toBeGreaterThan(schedules);
  expect([...allLiberties, ...allFaults, ...callNames, ...kinds].filter((freedom) => !met.has(freedom))).toEqual([]);
}, 300_000);

const kinds = ['standard', 'fifo', 'documented', 'strict'];

/** What a schedule is made of, by name: the test must have met all of it. */
function freedomsOf({ level, liberties, setup, steps }: Schedule): string[] {
  const queues = setup.queues.map(({ name }) => (isFifo(name) ? 'fifo' : 'standard'));
  return [level, ...liberties, ...queues, ...steps.flatMap(({ call, fault }) => [call, fault?.name ?? call])];
}

function firstDifference(one: string, other: string): [string | undefined, string | undefined] | undefined {
  const lines = other.split('\n');
  const place = one.split('\n').findIndex((line, i) => line !== lines[i]);
  return place < 0 ? undefined : [one.split('\n')[place], lines[place]];
}
