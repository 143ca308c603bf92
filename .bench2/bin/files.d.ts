import type { History } from '../src/core/history.js';
import type { Violation } from '../src/core/verdict.js';
/** Refuses a folder that nothing can be written into, before there is something to write. Creates nothing. */
export declare function checkFolder(folder: string): void;
/** Writes a file under a temporary name and renames it, so that nobody ever sees half of it. */
export declare function writeWhole(path: string, text: string): void;
/** Keeps a failing history; returns its path. The name says what broke and where it came from. */
export declare function keepTrace(folder: string, history: History, violation: Violation): string;
export declare function loadTrace(path: string): {
    history: History;
    violations: Violation[];
};
export declare function readText(path: string): string;
