/** Canonical JSON: keys in code-unit order, no white space, absent members absent. Equal values give equal text. */
export function canonical(value) {
    if (typeof value === 'string')
        return quoted(value);
    if (typeof value === 'number')
        return Number.isFinite(value) ? `${value}` : 'null';
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value) ?? 'null';
    if (Array.isArray(value))
        return `[${value.map(canonical).join(',')}]`;
    const members = value;
    let text = '';
    for (const key of sortedKeys(members)) {
        const member = members[key];
        if (member !== undefined)
            text += (text === '' ? '{' : ',') + labelOf(key) + canonical(member);
    }
    return text === '' ? '{}' : `${text}}`;
}
/** Everything but printable ASCII without quote and backslash: what JSON may have to escape. */
const escapable = /[^ !#-[\]-~]/;
/** `JSON.stringify` is slow for short strings. */
const quoted = (text) => (escapable.test(text) ? JSON.stringify(text) : `"${text}"`);
/** The words of the contract come again and again; other keys must not fill the memory. */
const labels = new Map();
const labelsMax = 500;
function labelOf(key) {
    let label = labels.get(key);
    if (label === undefined) {
        label = `${quoted(key)}:`;
        if (labels.size < labelsMax)
            labels.set(key, label);
    }
    return label;
}
/** Objects here have few keys, and for few keys an insertion is faster than `sort`. */
function sortedKeys(members) {
    const keys = Object.keys(members);
    if (keys.length > 16)
        return keys.sort();
    for (let i = 1; i < keys.length; i++) {
        const key = keys[i];
        let place = i;
        for (; place > 0 && keys[place - 1] > key; place--)
            keys[place] = keys[place - 1];
        keys[place] = key;
    }
    return keys;
}
