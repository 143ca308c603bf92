export const isFields = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** The same members, each value changed. */
export function mapValues(fields, change) {
    return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, change(value)]));
}
