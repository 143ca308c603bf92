export declare const deadLetterSources: import("../index.ts").Property;
