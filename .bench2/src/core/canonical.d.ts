/** Canonical JSON: keys in code-unit order, no white space, absent members absent. Equal values give equal text. */
export declare function canonical(value: unknown): string;
