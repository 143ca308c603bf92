export declare const batchPartition: import("../index.ts").Property;
