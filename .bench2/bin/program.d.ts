/** Runs the command line `redrive <args>`. Returns the exit code: 0, 1 for a violation found, 2 for what cannot be. */
export declare function main(args: readonly string[]): Promise<number>;
