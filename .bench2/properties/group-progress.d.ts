export declare const groupProgress: import("../index.ts").Property;
