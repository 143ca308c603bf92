export declare const maxReceives: import("../index.ts").Property;
