export declare const purgeSparesLaterSends: import("../index.ts").Property;
