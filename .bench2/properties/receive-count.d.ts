export declare const receiveCount: import("../index.ts").Property;
