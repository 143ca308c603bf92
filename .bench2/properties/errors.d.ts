export declare const errors: import("../index.ts").Property;
