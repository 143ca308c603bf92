/**
 * The values that a register may have had at some instant of [from, to], in the order of writing. A write certainly in
 * force ends what was certainly written before it, and nothing else; on AWS it takes up to 60 s (sqs:A30, sqs:A33).
 */
export function possibleValues({ strict }, initial, writes, from, to) {
    const lag = strict ? 0 : 60_000;
    let since = Number.NEGATIVE_INFINITY;
    for (const { outcome, s, e } of writes)
        if (outcome === 'ok' && e + lag < from && s > since)
            since = s;
    const values = since === Number.NEGATIVE_INFINITY ? [initial] : [];
    for (const { s, e, value } of writes)
        if (s <= to && e >= since)
            values.push(value);
    return values;
}
/** The last write that had begun by `t`, for the evidence. */
export const lastBy = (writes, t) => writes.filter(({ s }) => s <= t).slice(-1);
