export declare const queueNames: import("../index.ts").Property;
