export declare const receiveAttempts: import("../index.ts").Property;
