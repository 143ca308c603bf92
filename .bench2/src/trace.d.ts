import type { History } from './core/history.js';
import type { Violation } from './core/verdict.js';
export { traceVersion } from './trace/parts.js';
/** Why a text is not a trace: one sentence that names the line. */
export declare class TraceError extends Error {
    readonly name = "TraceError";
    /** Counted from 1. */
    readonly line: number;
    constructor(line: number, says: string);
}
/** A history and what was found broken in it, as lines of canonical JSON: see traces/README.md. */
export declare function writeTrace(history: History, verdicts?: readonly Violation[]): string;
/**
 * The history in a trace, and what was found broken in it. Nothing is believed unchecked: whoever gets the history may
 * rely on its types, its numbering and the order of its times.
 *
 * @throws TraceError
 */
export declare function readTrace(text: string): {
    history: History;
    violations: Violation[];
};
