export interface ServeOptions {
    port: string;
    host: string;
    clock: string;
    seed?: string;
    liberties: string;
    faults: string;
    mutant?: string;
    record?: string;
    init?: string;
    json?: boolean;
}
/** `redrive serve`: listens until it is told to stop by a signal, and ends cleanly. Returns the exit code. */
export declare function serve(given: ServeOptions): Promise<number>;
