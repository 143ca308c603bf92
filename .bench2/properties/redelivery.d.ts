export declare const redelivery: import("../index.ts").Property;
