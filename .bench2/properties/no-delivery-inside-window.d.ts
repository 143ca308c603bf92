export declare const noDeliveryInsideWindow: import("../index.ts").Property;
