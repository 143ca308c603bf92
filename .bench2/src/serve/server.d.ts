import type { WireRequest, WireResponse } from '../wire/http.js';
import { broken } from './handler.js';
type Answer = WireResponse | typeof broken;
/** Answers a request; `from` names the connection it came over. */
export type Answers = (request: WireRequest, from: string) => Answer | Promise<Answer>;
export interface Listening {
    /** `http://host:port`, as it was bound. */
    url: string;
    /** Takes no new connections, lets answers under way go out, and ends. */
    close(): Promise<void>;
}
/**
 * Listens on host and port (0: any free one). `defect` hears of errors that are our own; the client gets a 500 then.
 *
 * @throws the error of `listen`
 */
export declare function listen(answers: Answers, host: string, port: number, defect: (error: unknown) => void): Promise<Listening>;
export {};
