import { EndpointGone, RunLost } from '../../src/endpoints/address.js';
import { type Ended, soon } from './jobs.js';
import type { Server } from './server.js';

/** How often a server is started that ends, or that nobody gets an answer from, while it is judged. */
export const startsMax = 30;

/** A server that is started again when it has ended. */
export class Standing {
  readonly #start: () => Promise<Server>;
  #server: Promise<Server>;
  #starts = 1;
  /** Servers that have ended. */
  readonly #ended = new Set<Server>();

  /** @param start has been called once, for `first` */
  constructor(first: Server, start: () => Promise<Server>) {
    this.#start = start;
    this.#server = Promise.resolve(this.#watched(first));
  }

  /**
   * Does work on the server. @throws RunLost if the server ends meanwhile, or has to be ended; EndpointGone if that has
   * happened too often
   */
  async use<T>(work: (url: string) => Promise<T>): Promise<T> {
    const server = await this.#standing();
    const ended = server.ended.then((end) => Promise.reject(lost(end)));
    try {
      return await Promise.race([work(server.url), ended]);
    } catch (error) {
      if (!(error instanceof EndpointGone)) throw error;
      await server.stop();
      return ended;
    }
  }

  /** How the server has ended, if it has and was not started again. */
  async ended(): Promise<Ended | undefined> {
    const server = await this.#latest();
    return server && soon(server.ended);
  }

  async stop(): Promise<void> {
    const server = await this.#latest();
    await server?.stop();
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

const lost = ({ says }: Ended): RunLost => new RunLost(`it ${says} meanwhile, and was started again`);
