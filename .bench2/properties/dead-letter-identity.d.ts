export declare const deadLetterIdentity: import("../index.ts").Property;
