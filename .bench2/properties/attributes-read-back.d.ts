export declare const attributesReadBack: import("../index.ts").Property;
