export declare const tags: import("../index.ts").Property;
