export declare const noEarlyDelivery: import("../index.ts").Property;
