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
    holds: [...new Set(Object.values(members).flatMap(({ holds }) => holds))],
});
export const reserved = (element) => ({ is: 'reserved', element, holds: [] });
/** The value with every single value of these kinds changed; what holds none of them is not copied. */
export function changed(kind, value, changes) {
    if (value === undefined || !kind.holds.some((name) => changes[name] !== undefined))
        return value;
    switch (kind.is) {
        case 'list':
            return value.map((item) => changed(kind.of, item, changes));
        case 'table':
            return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, changed(kind.of, item, changes)]));
        case 'structure': {
            const copy = { ...value };
            for (const name of Object.keys(kind.members))
                if (copy[name] !== undefined)
                    copy[name] = changed(kind.members[name], copy[name], changes);
            return copy;
        }
        case 'reserved':
            return value;
        default:
            return changes[kind.is](value);
    }
}
