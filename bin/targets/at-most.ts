/** The same work, at most so much of it at a time; what is too much waits for its turn. */
export function atMost<T extends unknown[], R>(
  most: number,
  work: (...things: T) => Promise<R>,
): (...things: T) => Promise<R> {
  const waiting: (() => void)[] = [];
  let free = most;
  const turn = (): Promise<void> | undefined => {
    if (free > 0) {
      free--;
      return undefined;
    }
    return new Promise((resolve) => waiting.push(resolve));
  };
  return async (...things) => {
    await turn();
    try {
      return await work(...things);
    } finally {
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    }
  };
}
