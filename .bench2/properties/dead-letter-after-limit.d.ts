export declare const deadLetterAfterLimit: import("../index.ts").Property;
