export declare const purge: import("../index.ts").Property;
