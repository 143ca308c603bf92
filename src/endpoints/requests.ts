import type { CallName } from '../core/calls.js';
import { limits } from '../core/limits.js';
import type { Schedule, Step } from '../core/schedule.js';
import { roundsMax } from '../run/drain.js';
import { timedBy } from '../run/timers.js';
import { creation, triesMax } from './order.js';

/** AWS counts every so many bytes of messages that a request carries, or brings, as a request. */
const chunk = 64 * 1024;

/** More than the attributes, digests and ids take that come with a message that is received, in bytes. */
const besideBody = 2048;

/**
 * How many requests, as AWS counts them, a run of the schedule on a real endpoint makes at most: it creates the queues,
 * walks the steps, drains the queues in as many rounds as a drain ever takes, and deletes the queues.
 */
export function mostRequests(schedule: Schedule): number {
  const queues = queuesOf(schedule);
  const receive = chunks(heaviestReceive(schedule));
  const steps = sum(schedule.steps, (step) => attempts(step) * requestsOf(step, receive));
  // a receive and the deletes of what came for each queue, and a look at each move task
  const round = queues.size * (receive + 1) + sourcesOf(schedule).size;
  const drain = roundsMax(sum(schedule.steps, timersOf)) * round;
  return openingRequests(schedule) + steps + drain + queues.size * deletion;
}

/** How many they will be if the run goes as it went on the model, with so many calls. */
export const likelyRequests = (schedule: Schedule, calls: number): number =>
  creation(schedule.setup.queues).length + 1 + calls + queuesOf(schedule).size;

/** Without any queue to create, one request sees whether somebody is there. The first queue also says its ARN. */
const openingRequests = ({ setup }: Schedule): number =>
  triesMax *
  Math.max(
    1,
    sum(creation(setup.queues), ({ call }) => requestsFor(call)),
  );

/** As long as the ARN is not known, every answer with a URL is followed by the question for it. */
const requestsFor = (call: CallName): number => (call === 'CreateQueue' || call === 'GetQueueUrl' ? 2 : 1);

/** Where its URL is not known it is asked for first. */
const deletion = triesMax * (requestsFor('GetQueueUrl') + requestsFor('DeleteQueue'));

function requestsOf({ call, input }: Step, receive: number): number {
  if (call === 'ReceiveMessage') return receive;
  return Math.max(requestsFor(call), chunks(bytesOf(input)));
}

const chunks = (bytes: number): number => Math.max(1, Math.ceil(bytes / chunk));

/** More than the input's own messages: names count too, and the certificates that the run fills in (see `Step`). */
const bytesOf = (input: object): number => Buffer.byteLength(JSON.stringify(input)) + 32 * limits.batchEntriesMax;

const attempts = ({ fault }: Step): number => (fault?.name === 'repeated' ? 2 : 1);

/** No receive brings more than the largest messages, nor more than all. */
function heaviestReceive({ steps }: Schedule): number {
  const sends = steps.filter(({ call }) => call.startsWith('SendMessage')).map(({ input }) => bytesOf(input));
  const largest = Math.max(0, ...sends);
  const all = sum(sends, (bytes) => bytes);
  return Math.min(limits.receiveMax * largest, all) + limits.receiveMax * besideBody;
}

function timersOf(step: Step): number {
  if (timedBy[step.call] === undefined) return 0;
  const { Entries } = step.input;
  return attempts(step) * (Array.isArray(Entries) ? Entries.length : 1);
}

/** Every queue that a run may create. */
function queuesOf({ setup, steps }: Schedule): Set<unknown> {
  const created = steps.filter(({ call }) => call === 'CreateQueue').map(({ input }) => input.QueueName);
  return new Set([...setup.queues.map(({ name }) => name), ...created]);
}

const sourcesOf = ({ steps }: Schedule): Set<unknown> =>
  new Set(steps.filter(({ call }) => call === 'StartMessageMoveTask').map(({ input }) => input.SourceArn));

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);
