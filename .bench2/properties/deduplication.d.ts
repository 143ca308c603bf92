export declare const deduplication: import("../index.ts").Property;
