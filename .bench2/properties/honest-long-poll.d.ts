export declare const honestLongPoll: import("../index.ts").Property;
