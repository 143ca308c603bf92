import { joined, none } from '../reading/lists.js';
/** Adds to `weighed` what the checks find, until that settles it. */
export function weigh(parts, subject, ask, weighed) {
    let all = weighed;
    for (const { isPlain, checks } of parts) {
        if (all?.settled)
            break;
        if (!isPlain(subject, ask))
            all = weighPart(checks, subject, ask, all);
    }
    return all;
}
function weighPart(checks, subject, ask, weighed) {
    let all = weighed;
    for (const check of checks) {
        const wrong = check.wrong(subject, ask);
        if (wrong === false)
            continue;
        all ??= { sure: none, doubtful: none, open: false, odd: false, settled: false };
        if (wrong === true)
            all.sure = joined(all.sure, check);
        else
            all.doubtful = joined(all.doubtful, check);
        all.open ||= wrong === 'open';
        all.odd ||= wrong === 'odd';
        all.settled = wrong === true && ask.refusal !== undefined && fits(check, ask.refusal);
        if (all.settled)
            break;
    }
    return all;
}
/**
 * Is the refusal legal? With several faults any of them may be named first, so then every refusal is (sqs:OP5); with
 * none surely there, it must name one that may be there.
 */
export function explains({ sure, doubtful, odd }, refusal) {
    if (odd)
        return true;
    if (sure.length === 0)
        return doubtful.some((check) => fits(check, refusal));
    return sure.length + doubtful.length > 1 || fits(sure[0], refusal);
}
const fits = ({ row }, refusal) => row === undefined || agrees(row, refusal);
/** sqs:E60: JSON name, status, and the legacy code where the endpoint shows it; of an entry the legacy code (sqs:SB5). */
function agrees(row, { code, status, legacy }) {
    if (status === undefined)
        return code === row.legacy;
    return code === row.code && status === row.status && (legacy === undefined || legacy === row.legacy);
}
