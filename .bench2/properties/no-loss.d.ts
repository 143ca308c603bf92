export declare const noLoss: import("../index.ts").Property;
