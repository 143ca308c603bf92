/** The user asked for something that cannot be: one clear sentence, exit code 2. */
export declare class WrongUse extends Error {
    readonly name = "WrongUse";
}
/** Whether the error is one sentence for the user rather than a defect of ours. */
export declare const isForUser: (error: unknown) => error is Error;
/** What was wrong, as the one line that the user sees. */
export declare function complaint(text: string): string;
