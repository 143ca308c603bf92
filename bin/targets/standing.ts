import { EndpointGone, RunLost } from '../../src/endpoints/address.js';
import { atMost } from './at-most.js';
import { type Ended, soon } from './jobs.js';
import type { Server } from './server.js';

/** How often a server is started that ends, or that nobody gets an answer from, while it is judged. */
export const startsMax = 30;

/** Servers of their own side by side, for work whose server has ended. */
const aloneMax = 4;

/** A server that is started again when it has ended. */
export class Standing {
  readonly #start: () => Promise<Server>;
  #server: Promise<Server>;
  #starts = 1;
  /** Servers that have ended. */
  readonly #ended = new Set<Server>();
  /** Servers that stand for one work alone. */
  readonly #own = new Set<Server>();

  /** @param start has been called once, for `first` */
  constructor(first: Server, start: () => Promise<Server>) {
    this.#start = start;
    this.#server = Promise.resolve(this.#watched(first));
  }

  /**
   * Does work on the server, and, if that ends meanwhile or has to be ended, once more on a server of its own: only that
   * tells whose work it was. @throws RunLost if that ends too; EndpointGone if the server has ended too often
   */
  async use<T>(title: string, work: (url: string) => Promise<T>): Promise<T> {
    try {
      return await on(await this.#standing(), work);
    } catch (error) {
      if (!(error instanceof ServerEnded)) throw error;
      return (await this.#alone(title, work)) as T;
    }
  }

  readonly #alone = atMost(aloneMax, async (title: string, work: (url: string) => Promise<unknown>) => {
    const server = await this.#startAgain();
    this.#own.add(server);
    try {
      return await on(server, work);
    } catch (error) {
      throw error instanceof ServerEnded
        ? new RunLost(`it ${error.message} during ${title}, with nothing beside it`)
        : error;
    } finally {
      this.#own.delete(server);
      await server.stop();
    }
  });

  /** How the server has ended, if it has and was not started again. */
  async ended(): Promise<Ended | undefined> {
    const server = await this.#latest();
    return server && soon(server.ended);
  }

  async stop(): Promise<void> {
    const all = [await this.#latest(), ...this.#own];
    await Promise.all(all.map((server) => server?.stop()));
  }

  /** None where it could not be started again. */
  #latest(): Promise<Server | undefined> {
    return this.#server.catch(() => undefined);
  }

  async #standing(): Promise<Server> {
    const current = this.#server;
    const server = await current;
    if (!this.#ended.has(server)) return server;
    // the first to see it starts the next one, the others wait for that
    if (this.#server === current) this.#server = this.#next(server);
    return this.#standing();
  }

  async #next(last: Server): Promise<Server> {
    if (this.#starts === startsMax) throw new EndpointGone(`it was started ${startsMax} times and ended every time`);
    this.#starts++;
    await last.stop();
    return this.#watched(await this.#startAgain());
  }

  async #startAgain(): Promise<Server> {
    try {
      return await this.#start();
    } catch (error) {
      throw new EndpointGone(`it could not be started again: ${(error as Error).message}`);
    }
  }

  #watched(server: Server): Server {
    server.ended.then(() => this.#ended.add(server));
    return server;
  }
}

/** How the server ended under the work, or was ended. */
class ServerEnded extends Error {}

/** Does work on a server. @throws ServerEnded */
async function on<T>(server: Server, work: (url: string) => Promise<T>): Promise<T> {
  const ended = server.ended.then(({ says }) => Promise.reject(new ServerEnded(says)));
  try {
    return await Promise.race([work(server.url), ended]);
  } catch (error) {
    if (!(error instanceof EndpointGone)) throw error;
    await server.stop();
    return ended;
  }
}
