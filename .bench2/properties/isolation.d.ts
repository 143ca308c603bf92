export declare const isolation: import("../index.ts").Property;
