import type { Structure } from './kinds.js';
/** The query protocol's requests (sqs:W20, sqs:W21). */
/** The parameters as a tree: `Attribute.1.Name=x` is a leaf under three branches. */
export interface Params {
    value?: string;
    below?: Map<string, Params>;
}
/** Of a parameter given twice the first counts. */
export declare function paramsOf(...encoded: readonly string[]): Params;
export declare const paramOf: (params: Params, name: string) => string | undefined;
/** The input in a request's parameters; unknown ones are passed over. @throws Refused */
export declare function readQuery(input: Structure, params: Params): Record<string, unknown>;
