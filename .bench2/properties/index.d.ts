import type { Property } from '../src/core/verdict.js';
/** The law, in the order in which breaches are told: what was delivered, when, where from, then everything else. */
export declare const properties: readonly Property[];
/** Names of the properties, for options and tests. */
export declare const propertyNames: readonly string[];
