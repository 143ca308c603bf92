export declare const delayEnds: import("../index.ts").Property;
