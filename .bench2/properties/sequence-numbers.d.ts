export declare const sequenceNumbers: import("../index.ts").Property;
