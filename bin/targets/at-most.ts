import { Turns } from '../../src/endpoints/turns.js';

/** The same work, at most so much of it at a time; what is too much waits for its turn. */
export function atMost<T extends unknown[], R>(
  most: number,
  work: (...things: T) => Promise<R>,
): (...things: T) => Promise<R> {
  const turns = new Turns(most);
  return async (...things) => {
    await turns.enter();
    try {
      return await work(...things);
    } finally {
      turns.leave();
    }
  };
}
