import type { Difference } from '../src/differences.js';

/** Answers that are not the model's where the contract does not demand the model's, one for each kind with an example. */
export class Warnings {
  readonly #seen = new Map<string, { says: string; times: number }>();

  readonly add = (differences: readonly Difference[]): void => {
    for (const { what, says } of differences) {
      const known = this.#seen.get(what);
      if (known === undefined) this.#seen.set(what, { says, times: 1 });
      else known.times++;
    }
  };

  /** The most frequent first. */
  all(): Warning[] {
    return [...this.#seen].map(([what, seen]) => ({ what, ...seen })).toSorted(byTimes);
  }
}

export interface Warning {
  what: string;
  says: string;
  /** In how many answers. */
  times: number;
}

const byTimes = (a: Warning, b: Warning): number => b.times - a.times || (a.what < b.what ? -1 : 1);
