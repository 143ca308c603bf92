/** What is wrong with a value, and where in it: `.at.tick`, `.Entries[2].Id`, or nothing for the value itself. */
export interface Wrong {
    where: string;
    says: string;
}
/**
 * Looks at a value that JSON.parse gave, copies nothing, and says nothing if it is a `T`. Written against the type it
 * stands for, so that a member added there does not compile until it is looked at here.
 */
export interface Shape<T> {
    (value: unknown): Wrong | undefined;
    /** Never there: it only tells the compiler what the shape is of. */
    readonly of?: T;
}
/** One shape for each member of `T`; the key of one that may be absent ends in `?`. */
export type Members<T> = {
    [K in keyof T & string as object extends Pick<T, K> ? `${K}?` : K]-?: Shape<Exclude<T[K], undefined>>;
};
/** A value that passes `test`; `what` completes "must be ...". */
export declare function is<T>(what: string, test: (value: unknown) => boolean): Shape<T>;
export declare const text: Shape<string>;
export declare const name: Shape<string>;
export declare const flag: Shape<boolean>;
/** AWS's Integer. */
export declare const integer: Shape<number>;
export declare const count: Shape<number>;
export declare const millis: Shape<number>;
/** So long that thousands of them still add up to a time. */
export declare const pause: Shape<number>;
export declare function oneOf<T extends string | number | boolean>(...words: T[]): Shape<T>;
export declare function list<T>(shape: Shape<T>): Shape<T[]>;
/** An object whose keys are names and whose members are all alike. */
export declare function table<T>(shape: Shape<T>): Shape<Record<string, T>>;
/** An object with these members; further ones are refused, or must be a `rest`. */
export declare function members<T>(shapes: Members<T>, rest?: Shape<unknown>): Shape<T>;
/** An object of the kind that its member `tag` names; `what` completes "must be ..." for that member. */
export declare function variant<T>(tag: keyof T & string, what: string, shapes: Record<string, Shape<unknown>>): Shape<T>;
/** Puts a finding into its place in a larger value. */
export declare function within(where: string, found: Wrong | undefined): Wrong | undefined;
export declare const isObject: (value: unknown) => value is Record<string, unknown>;
/** A value in a sentence, never more than a few words of it. */
export declare function shown(value: unknown): string;
/** Any JSON, nested at most 16 deep. */
export declare const json: Shape<unknown>;
