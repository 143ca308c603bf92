/** A part that is always looked at closely. */
export const closely = (checks) => ({
    isPlain: () => false,
    checks,
});
/** The worse of two findings: what is surely wrong beats every doubt. */
export function worse(a, b) {
    if (a === false || b === true)
        return b;
    if (b === false || a === true)
        return a;
    return doubts.indexOf(a) > doubts.indexOf(b) ? a : b;
}
const doubts = ['free', 'open', 'odd'];
/** The worst of the findings on the parts of one input. */
export const worst = (findings) => findings.reduce(worse, false);
/** Outside of whole numbers the contract is silent (sqs:RM3, sqs:SM5); a number that is left out is right. */
export function outside(value, lo, hi) {
    if (value === undefined)
        return false;
    if (!Number.isInteger(value))
        return 'odd';
    return value < lo || value > hi;
}
/** Whether the contract takes both answers or an unknown outcome decides, when it is not known what a call has met. */
export const doubt = ({ facts }) => (facts.strict ? 'open' : 'free');
/** A null is as good as nothing (sqs:OP4). */
export const isGiven = (value) => value !== undefined && value !== null;
