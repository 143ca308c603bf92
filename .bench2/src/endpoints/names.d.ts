import { type Call, type CallName, type Calls } from '../core/calls.js';
/**
 * The queue names of one run, both ways: canonical in the history (`q1`), real on the server (`<prefix>q1`), so that runs
 * side by side never meet. URLs are the server's own words (sqs:W1); a queue without one gets a URL of the same form.
 */
export declare class Names {
    #private;
    /** `prefix` holds only letters, digits, `-` and `_`; `server` and `region` stand in until the server has said its own. */
    constructor(prefix: string, server: string, region: string);
    /** Is the ARN form of this server's account known? */
    get arnLearned(): boolean;
    learnUrl(name: string, url: string): void;
    learnArn(arn: string): void;
    hasUrl(name: string): boolean;
    /** The call as the server hears it. A list of queues always asks for this run's own. */
    outward(call: Call): Call;
    /** The server's output as the history shows it. */
    inward(output: Calls[CallName]['output']): Calls[CallName]['output'];
    /** A sentence of the server, with the names of the history. */
    plain(text: string): string;
}
