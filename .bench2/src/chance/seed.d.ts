/** An integer in [0, n), drawn. */
export type Draw = (n: number) => number;
/** The seed of the k-th run of a campaign. */
export declare const seedOf: (campaign: string, k: number) => string;
