export declare const receiveCountUpper: import("../index.ts").Property;
