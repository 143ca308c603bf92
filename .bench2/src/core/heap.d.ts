/** A binary min-heap of values under numeric keys; equal keys come out by turn, the order they went in unless given. */
export declare class Heap<T> {
    #private;
    get size(): number;
    /** The smallest key, Infinity when empty. */
    get next(): number;
    peek(): T | undefined;
    /** The value at place `index` of the heap's own order, for a choice among all. */
    at(index: number): T | undefined;
    push(key: number, value: T, turn?: number): void;
    pop(): T | undefined;
    /** Keeps only the entries that `live` accepts: O(n). */
    compact(live: (value: T, key: number) => boolean): void;
}
