const leaf = (is) => ({ is, holds: [is] });
export const text = leaf('text');
export const integer = leaf('integer');
export const flag = leaf('flag');
export const binary = leaf('binary');
export const queue = leaf('queue');
export const arns = leaf('arns');
export const task = leaf('task');
export const list = (of, element) => ({ is: 'list', of, element, holds: of.holds });
export const table = (of, element, key, value) => ({
    is: 'table',
    of,
    element,
    key,
    value,
    holds: of.holds,
});
export const structure = (members) => ({
    is: 'structure',
    members,
    entries: Object.entries(members),
    holds: [...new Set(Object.values(members).flatMap(({ holds }) => holds))],
});
export const reserved = (element) => ({ is: 'reserved', element, holds: [] });
const touches = (changes, { holds }) => {
    for (const name of holds)
        if (changes[name] !== undefined)
            return true;
    return false;
};
/** The value with every single value of these kinds changed; what holds none of them is not copied. */
export function changed(kind, value, changes) {
    if (value === undefined || !touches(changes, kind))
        return value;
    switch (kind.is) {
        case 'list':
            return value.map((item) => changed(kind.of, item, changes));
        case 'table':
            return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, changed(kind.of, item, changes)]));
        case 'structure': {
            const copy = { ...value };
            for (const [name, member] of kind.entries)
                if (touches(changes, member) && copy[name] !== undefined)
                    copy[name] = changed(member, copy[name], changes);
            return copy;
        }
        case 'reserved':
            return value;
        default:
            return changes[kind.is](value);
    }
}
