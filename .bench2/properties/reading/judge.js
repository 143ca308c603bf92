import { factsOf } from './facts.js';
/** Collects what a property finds in one history. */
export class Judgement {
    judged = 0;
    undecided = 0;
    why = '';
    violations = [];
    #property;
    constructor(property) {
        this.#property = property;
    }
    /** One obligation was decided; `broken` is the sentence and the ops that contradict each other. */
    violated(says, ops) {
        this.violations.push({ property: this.#property, says, ops });
    }
    /** One obligation could not be decided, and why. */
    open(why) {
        this.undecided++;
        this.why ||= why;
    }
    verdict() {
        const { judged, undecided, violations, why } = this;
        const property = this.#property;
        if (violations.length > 0)
            return { property, judged, undecided, kind: 'broken', violations };
        if (undecided > 0)
            return { property, judged, undecided, kind: 'undecided', why };
        return { property, judged, undecided, kind: 'holds' };
    }
}
/** A property from its prose and one function that walks the facts. */
export function property(prose, judge) {
    return {
        ...prose,
        check(history) {
            const judgement = new Judgement(prose.name);
            judge(factsOf(history), judgement);
            return judgement.verdict();
        },
    };
}
