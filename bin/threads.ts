import { Worker } from 'node:worker_threads';
import { type Campaign, type Job, type Part, partOf, partsOf } from '../src/campaign.js';
import { inOrder } from '../src/run/in-order.js';
import type { Given } from './options.js';

/** What a thread has to know of a campaign. */
export interface Task {
  given: Given;
  seed: string;
}

/** Schedules of a job: so many that messages cost little, and so few that nobody waits long for a job. */
const jobSize = 16;

/** Jobs that a thread has at the same time, so that one is there when another is done. */
const jobsAhead = 2;

interface Runner {
  run(job: Job): Promise<Part>;
}

/**
 * Runs a campaign on so many threads, of which this is one. It runs the first `alone` schedules by itself, and goes on
 * while the others start: a campaign that ends soon is as fast as without them. It hears the others whenever `execute`
 * lets it look up.
 */
export async function* onThreads(
  campaign: Campaign,
  task: Task,
  { count, alone }: { count: number; alone: number },
): AsyncGenerator<Part> {
  const { runs = Number.POSITIVE_INFINITY, isOver = () => false } = campaign;
  const others = new Threads();
  let before = 0;
  try {
    for await (const part of partsOf({ ...campaign, isOver: () => isOver() || others.areReady })) {
      yield part;
      if (++before === alone && before < runs) others.start(task, count - 1);
    }
    if (!others.areReady) return;
    const idle: Runner[] = [...(await others.ready), { run: (job) => partOf(campaign, job) }];
    yield* inOrder(idle.length, () => {
      const runner = before < runs && !isOver() ? idle.shift() : undefined;
      if (runner === undefined) return undefined;
      const job = { before, runs: Math.min(jobSize, runs - before) };
      before += job.runs;
      return runner.run(job).then((part) => {
        idle.push(runner);
        return part;
      });
    });
  } finally {
    await others.end();
  }
}

/** Threads beside this one; none until they are started. */
class Threads {
  areReady = false;
  /** Each of them as often as it has jobs at the same time. */
  ready: Promise<Runner[]> = Promise.resolve([]);
  #threads: Thread[] = [];

  start(task: Task, count: number): void {
    this.#threads = Array.from({ length: count }, () => new Thread(task));
    const jobs = Array.from({ length: jobsAhead }, () => this.#threads).flat();
    this.ready = Promise.all(this.#threads.map(({ ready }) => ready)).then(() => jobs);
    const settle = (): void => {
      this.areReady = true;
    };
    // why they are not is told to whoever waits for them
    this.ready.then(settle, settle);
  }

  async end(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.end()));
  }
}

/** What runs in a thread; from the sources, after what lets Node read them. */
function program(): URL {
  const here = import.meta.url;
  if (!here.endsWith('.ts')) return new URL('thread.js', here);
  const [tsx, thread] = [import.meta.resolve('tsx/esm/api'), new URL('thread.ts', here).href].map((url) =>
    JSON.stringify(url),
  );
  const code = `import { register } from ${tsx}; register(); await import(${thread});`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

/** Who waits for what a worker says next. */
interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/** A worker that does one job after the other. Once it has ended, every job fails with what ended it. */
class Thread implements Runner {
  readonly ready: Promise<unknown>;
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  #ended: Error | undefined;

  constructor(task: Task) {
    this.#worker = new Worker(program(), { workerData: task });
    this.#worker.on('message', (answer) => this.#waiting.shift()!.resolve(answer));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', (code) => this.#fail(new Error(`a thread ended with exit code ${code}`)));
    this.ready = this.#answer();
  }

  run(job: Job): Promise<Part> {
    this.#worker.postMessage(job);
    return this.#answer() as Promise<Part>;
  }

  end(): Promise<number> {
    return this.#worker.terminate();
  }

  #answer(): Promise<unknown> {
    if (this.#ended !== undefined) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  #fail(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#ended);
  }
}
