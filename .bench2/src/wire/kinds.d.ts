/** The kinds of single values. All but `integer` and `flag` are text in a canonical call. */
export type LeafName = 'text' | 'integer' | 'flag'
/** Bytes as base64 text (sqs:W14). */
 | 'binary'
/** A queue: its name in a canonical call, its URL on the wire (sqs:W1). */
 | 'queue'
/** Text in which ARNs of queues may stand: of `arnOf` in a canonical call, of the caller's account on the wire (sqs:W2). */
 | 'arns'
/** A TaskHandle: base64 of JSON with an ARN in it (sqs:MT3). */
 | 'task';
/** A kind of value, and what the query protocol needs to know besides: names of repeated elements (sqs:W21, sqs:W22). */
export type Kind = Leaf | List | Table | Structure | Reserved;
export interface Leaf {
    is: LeafName;
    holds: readonly LeafName[];
}
/** Flattened: one element `element` for each item. Without a name the query protocol does not have it. */
export interface List {
    is: 'list';
    of: Kind;
    element: string | undefined;
    holds: readonly LeafName[];
}
/** An object in JSON; in the query protocol one element for each entry, with its key and its value in it. */
export interface Table {
    is: 'table';
    of: Kind;
    element: string;
    key: string;
    value: string;
    holds: readonly LeafName[];
}
export interface Structure {
    is: 'structure';
    members: Readonly<Record<string, Kind>>;
    /** The same as a list, for whoever goes through all. */
    entries: readonly (readonly [string, Kind])[];
    holds: readonly LeafName[];
}
/** A list that AWS has a name for and refuses (sqs:M1). */
export interface Reserved {
    is: 'reserved';
    element: string;
    holds: readonly LeafName[];
}
export declare const text: Leaf;
export declare const integer: Leaf;
export declare const flag: Leaf;
export declare const binary: Leaf;
export declare const queue: Leaf;
export declare const arns: Leaf;
export declare const task: Leaf;
export declare const list: (of: Kind, element: string | undefined) => List;
export declare const table: (of: Kind, element: string, key: string, value: string) => Table;
export declare const structure: (members: Readonly<Record<string, Kind>>) => Structure;
export declare const reserved: (element: string) => Reserved;
/** What becomes of the single values of some kinds. */
export type Changes = Partial<Record<LeafName, (value: never) => unknown>>;
/** The value with every single value of these kinds changed; what holds none of them is not copied. */
export declare function changed(kind: Kind, value: unknown, changes: Changes): unknown;
