import type { Range } from './words.js';
/** The list of nobody: never to be changed, see `joined`. */
export declare const none: never[];
/** The list with one member more. Most have one or none, and the first `push` into an empty array makes room for many. */
export declare function joined<T>(list: T[], member: T): T[];
export declare function push<K, V>(map: Map<K, V[]>, key: K, value: V): void;
/** Takes the value in; one that is no number may mean anything. */
export declare function widen(range: Range, value: number): void;
export declare const exactly: (value: number) => Range;
