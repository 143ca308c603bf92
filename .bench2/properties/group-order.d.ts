export declare const groupOrder: import("../index.ts").Property;
