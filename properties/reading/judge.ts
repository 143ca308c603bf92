import type { History, OpId } from '../../src/core/history.js';
import type { Property, Verdict, Violation } from '../../src/core/verdict.js';
import type { Facts } from './facts.js';
import { factsOf } from './facts.js';

/** Collects what a property finds in one history. */
export class Judgement {
  judged = 0;
  undecided = 0;
  why = '';
  readonly violations: Violation[] = [];
  readonly #property: string;

  constructor(property: string) {
    this.#property = property;
  }

  /** One obligation was decided; `broken` is the sentence and the ops that contradict each other. */
  violated(says: string, ops: OpId[]): void {
    this.violations.push({ property: this.#property, says, ops });
  }

  /** One obligation could not be decided, and why. */
  open(why: string): void {
    this.undecided++;
    this.why ||= why;
  }

  verdict(): Verdict {
    const { judged, undecided, violations, why } = this;
    const property = this.#property;
    if (violations.length > 0) return { property, judged, undecided, kind: 'broken', violations };
    if (undecided > 0) return { property, judged, undecided, kind: 'undecided', why };
    return { property, judged, undecided, kind: 'holds' };
  }
}

/** A property from its prose and one function that walks the facts. */
export function property(
  prose: Omit<Property, 'check'>,
  judge: (facts: Facts, judgement: Judgement) => void,
): Property {
  return {
    ...prose,
    check(history: History): Verdict {
      const judgement = new Judgement(prose.name);
      judge(factsOf(history), judgement);
      return judgement.verdict();
    },
  };
}
