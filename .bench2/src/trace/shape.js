/** A value that passes `test`; `what` completes "must be ...". */
export function is(what, test) {
    return (value) => (test(value) ? undefined : wrong(`must be ${what}, not ${shown(value)}`));
}
export const text = is('text', (value) => typeof value === 'string');
export const name = is('text that is not empty', (value) => typeof value === 'string' && value !== '');
export const flag = is('true or false', (value) => typeof value === 'boolean');
/** AWS's Integer. */
export const integer = is('a whole number of 32 bits', (value) => typeof value === 'number' && (value | 0) === value);
export const count = is('a whole number from 0 to 2^53 - 1', isCount);
export const millis = is('whole milliseconds from 0 to 2^53 - 1', isCount);
/** So long that thousands of them still add up to a time. */
export const pause = is('whole milliseconds from 0 to 10^12', (value) => isCount(value) && value <= 1e12);
export function oneOf(...words) {
    return is(wordsIn(words), (value) => words.includes(value));
}
export function list(shape) {
    return (value) => {
        if (!Array.isArray(value))
            return wrong(`must be a list, not ${shown(value)}`);
        for (let index = 0; index < value.length; index++) {
            const found = shape(value[index]);
            if (found !== undefined)
                return within(`[${index}]`, found);
        }
        return undefined;
    };
}
/** An object whose keys are names and whose members are all alike. */
export function table(shape) {
    return (value) => inside(value, () => shape);
}
/** An object with these members; further ones are refused, or must be a `rest`. */
export function members(shapes, rest) {
    const entries = Object.entries(shapes);
    const required = entries.map(([key]) => key).filter((key) => !key.endsWith('?'));
    const known = new Map(entries.map(([key, shape]) => [key.replace('?', ''), shape]));
    return (value) => inside(value, (key) => known.get(key) ?? rest) ?? missing(required, value);
}
/** An object of the kind that its member `tag` names; `what` completes "must be ..." for that member. */
export function variant(tag, what, shapes) {
    const kinds = new Map(Object.entries(shapes));
    const named = is(what, (value) => kinds.has(value));
    return (value) => {
        if (!isObject(value))
            return wrong(`must be an object, not ${shown(value)}`);
        return missing([tag], value) ?? within(`.${tag}`, named(value[tag])) ?? kinds.get(value[tag])(value);
    };
}
/** Puts a finding into its place in a larger value. */
export function within(where, found) {
    return found && { where: where + found.where, says: found.says };
}
export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** A value in a sentence, never more than a few words of it. */
export function shown(value) {
    if (typeof value === 'string')
        return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
    if (Array.isArray(value))
        return 'a list';
    return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
const wrong = (says) => ({ where: '', says });
function isCount(value) {
    return Number.isSafeInteger(value) && value >= 0;
}
/** Each member by the shape of its key. The name of the prototype is nobody's key. */
function inside(value, shapeOf) {
    if (!isObject(value))
        return wrong(`must be an object, not ${shown(value)}`);
    for (const key of Object.keys(value)) {
        const shape = key === '__proto__' ? undefined : shapeOf(key);
        if (shape === undefined)
            return { where: place(key), says: 'is a member that no trace has' };
        const found = shape(value[key]);
        if (found !== undefined)
            return within(place(key), found);
    }
    return undefined;
}
function missing(required, value) {
    const key = required.find((key) => !Object.hasOwn(value, key));
    return key === undefined ? undefined : { where: place(key), says: 'is missing' };
}
const place = (key) => (/^\w[\w-]{0,39}$/.test(key) ? `.${key}` : `[${shown(key)}]`);
function wordsIn(words) {
    return words.length === 1 ? String(words[0]) : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
/** JSON.parse reads 1e999 as Infinity. */
const scalar = is('a number below 10^308', (value) => typeof value !== 'number' || Number.isFinite(value));
function nested(depth) {
    if (depth === 0)
        return is('nested less deeply', (value) => typeof value !== 'object' || value === null);
    const inner = nested(depth - 1);
    const [items, object] = [list(inner), table(inner)];
    return (value) => (Array.isArray(value) ? items(value) : isObject(value) ? object(value) : scalar(value));
}
/** Any JSON, nested at most 16 deep. */
export const json = nested(16);
