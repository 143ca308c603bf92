export declare const wakeUp: import("../index.ts").Property;
