export declare const retention: import("../index.ts").Property;
