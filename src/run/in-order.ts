/**
 * What jobs come to, in the order in which they began, up to `parallel` of them under way: when one is done, the next
 * begins. `begin` begins one, or says that there is none.
 */
export async function* inOrder<T>(parallel: number, begin: () => Promise<T> | undefined): AsyncGenerator<T> {
  const begun: Promise<T>[] = [];
  let underWay = 0;
  let isStopped = false;
  const fill = (): void => {
    while (!isStopped && underWay < parallel) {
      const job = begin();
      if (job === undefined) return;
      underWay++;
      // a failure is met when its turn comes
      job.then(done, done);
      begun.push(job);
    }
  };
  const done = (): void => {
    underWay--;
    // one by one, nothing begins before its predecessor was taken
    if (parallel > 1) fill();
  };
  try {
    for (fill(); begun.length > 0; fill()) yield await begun.shift()!;
  } finally {
    isStopped = true;
  }
}
