/** The object that a text is in JSON; undefined if it is none. */
export declare function parseObject(text: string): Record<string, unknown> | undefined;
