/** What every property says of the history, in the order given. */
export const check = (history, properties) => properties.map((property) => property.check(history));
/** All breaches among the verdicts. */
export const violationsOf = (verdicts) => verdicts.flatMap((verdict) => (verdict.kind === 'broken' ? verdict.violations : []));
