import type { Deed, Run } from './scenario.js';
/** Columns of the terminal that table and plot may use. */
export declare const widest = 100;
/** The run as a table: what queue_status shows, what was sent, and what each consumer did. */
export declare function table({ scenario, rows }: Run): string;
/** A terminal's deeds in words: `received F2, deleted`; `received F2×2` is the second receive of F2. */
export declare function wordsOf(deeds: Deed[]): string;
