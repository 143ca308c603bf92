export declare const responseBounds: import("../index.ts").Property;
