import type { Row } from './scenario.js';
/** The three counters over time. Each line carries its name at its end, so that it reads without colours too. */
export declare function plot(rows: Row[], inColours: boolean): string;
