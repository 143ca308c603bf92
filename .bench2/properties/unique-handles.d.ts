export declare const uniqueHandles: import("../index.ts").Property;
