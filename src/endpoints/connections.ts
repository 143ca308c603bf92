import { wallClock } from '../time/wall.js';
import { Silence } from './silence.js';

/** As many may come in at a time as there are connections; the others wait outside, first come, first served. */
export class Connections {
  /** What is known of the server's silence by all who come in. */
  readonly silence = new Silence(wallClock().now);
  /** Whether an answer of SQS ever came. */
  isSqs = false;
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  /** undefined when there is nothing to wait for; whoever came in has to leave. */
  enter(): Promise<void> | undefined {
    if (this.#free === 0) return new Promise((resolve) => this.#waiting.push(resolve));
    this.#free--;
    return undefined;
  }

  leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free++;
    else next();
  }
}

const known = new Map<string, Connections>();

/**
 * The connections to a server, shared by all that say the same number of them. A server that was given up gets new ones:
 * it may have been started again.
 */
export function connectionsTo(server: string, count: number): Connections {
  const key = `${count} ${server}`;
  let connections = known.get(key);
  if (connections === undefined || connections.silence.since !== undefined) connections = new Connections(count);
  known.set(key, connections);
  return connections;
}
