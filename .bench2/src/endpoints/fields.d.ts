/** An object whose members are not known by type: a call's input or output on its way over a border. */
export type Fields = Record<string, unknown>;
export declare const isFields: (value: unknown) => value is Fields;
/** The same members, each value changed. */
export declare function mapValues(fields: Fields, change: (value: unknown) => unknown): Fields;
