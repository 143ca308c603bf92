export declare const integrity: import("../index.ts").Property;
