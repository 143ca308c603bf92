export declare const moveTask: import("../index.ts").Property;
