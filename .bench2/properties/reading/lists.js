/** The list of nobody: never to be changed, see `joined`. */
export const none = [];
/** The list with one member more. Most have one or none, and the first `push` into an empty array makes room for many. */
export function joined(list, member) {
    if (list.length === 0)
        return [member];
    list.push(member);
    return list;
}
export function push(map, key, value) {
    const list = map.get(key);
    if (list === undefined)
        map.set(key, [value]);
    else
        list.push(value);
}
/** Takes the value in; one that is no number may mean anything. */
export function widen(range, value) {
    range.lo = Math.min(range.lo, Number.isNaN(value) ? 0 : value);
    range.hi = Math.max(range.hi, Number.isNaN(value) ? Number.POSITIVE_INFINITY : value);
}
export const exactly = (value) => ({ lo: value, hi: value });
