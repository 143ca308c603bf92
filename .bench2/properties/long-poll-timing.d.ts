export declare const longPollTiming: import("../index.ts").Property;
