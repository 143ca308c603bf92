export declare const counters: import("../index.ts").Property;
