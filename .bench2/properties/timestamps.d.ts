export declare const timestamps: import("../index.ts").Property;
