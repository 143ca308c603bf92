export declare const onePlace: import("../index.ts").Property;
