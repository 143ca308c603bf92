export declare const deadLetterProgress: import("../index.ts").Property;
