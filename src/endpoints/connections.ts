import { wallClock } from '../time/wall.js';
import { Silence } from './silence.js';
import { Turns } from './turns.js';

/** The connections to a server: whoever has one may ask. */
export class Connections extends Turns {
  /** What is known of the server's silence by all who ask. */
  readonly silence = new Silence(wallClock().now);
  /** Whether an answer of SQS ever came. */
  isSqs = false;
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
