export declare const noDeliveryAfterDelete: import("../index.ts").Property;
