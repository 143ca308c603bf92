/** The two tempers in which the lecture's producers and consumers come. */
export declare const speeds: readonly ["slow", "fast"];
export type Speed = (typeof speeds)[number];
/** When a consumer deletes what it received: before the work, as the lecture does (sns:LL3), after it, or never. */
export type Handling = 'delete-first' | 'process-first' | 'no-delete';
/** Sends one message a second from t = 0 on. */
export interface Producer {
    speed: Speed;
    /** DelaySeconds of its sends; absent: the queue's own delay holds. */
    delay?: number;
    /** How many records its data file has; absent: the data never ends. */
    messages?: number;
}
/** Receives one message, works on it (sleeps), and asks again. Seconds throughout. */
export interface Consumer {
    speed: Speed;
    start: number;
    visibility: number;
    sleep: number;
    handling: Handling;
    killedAt?: number;
}
/** Which terminals of the lecture run, and how: everything that fixes a run of the lab. Plain JSON. */
export interface Scenario {
    /** The run lasts from t = 0, or the first start if that is earlier, to this second. */
    seconds: number;
    producers: Producer[];
    consumers: Consumer[];
    /**
     * What wins when a message becomes available at the very end of a poll: the message, as the contract has it (sqs:P11),
     * or the poll's end, as it may happen on a network (sns:LL33).
     */
    ties: 'message' | 'poll';
    /** With it the queue gets a dead-letter queue and this maxReceiveCount (sns:LL39). */
    maxReceives?: number;
}
/** A program of the lecture, by the name of its file. */
export type Terminal = `${Speed}_${'producer' | 'consumer'}`;
/** What a terminal did at one second, or how it passed it. Messages are named by producer and number: `S0`, `F12`. */
export interface Deed {
    what: 'sent' | 'received' | 'deleted' | 'crashed' | 'ended' | 'killed' | 'swallowed' | 'slept' | 'waited';
    message?: string;
    /** The how manieth receive or delete of this message it is; absent for the first. */
    nth?: number;
}
/** One second of the run: what queue_status sees after everything of that second has happened, and who did what. */
export interface Row {
    t: number;
    visible: number;
    notVisible: number;
    delayed: number;
    /** Messages in the dead-letter queue, if there is one. */
    dead?: number;
    did: Partial<Record<Terminal, Deed[]>>;
}
export interface Run {
    scenario: Scenario;
    rows: Row[];
    sent: number;
    /** How many different messages were deleted. */
    deleted: number;
    /** When each consumer died of an empty answer. */
    crashed: Partial<Record<Terminal, number>>;
    /** Messages deleted by a consumer that was killed before it had finished them. */
    lost: string[];
    /** Messages received more than once. */
    repeated: string[];
}
