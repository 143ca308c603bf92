import { parentPort, workerData } from 'node:worker_threads';
import { type Job, partOf } from '../src/campaign.js';
import { campaignInside } from './inside.js';
import type { Task } from './threads.js';

/** What runs in a thread: it says that it is ready, and then what each job came to. */
const port = parentPort!;
const { given, seed } = workerData as Task;
const campaign = await campaignInside(given, seed);

// what is thrown here ends the thread, and its owner hears of it
let last: Promise<void> = Promise.resolve();
port.on('message', (job: Job) => {
  last = last.then(async () => port.postMessage(await partOf(campaign, job)));
});
port.postMessage('ready');
