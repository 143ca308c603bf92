export declare const stableIdentity: import("../index.ts").Property;
